public import Columns
public import Diagnostics

extension FileError {
    /// The refusal in the reader's words.
    public var reason: Bilingual {
        switch cause {
        case .missing: Bilingual(id: "tidak ada berkas atau folder seperti itu", en: "no such file or folder")
        case .denied: Bilingual(id: "tidak diizinkan", en: "permission denied")
        case .isDirectory: Bilingual(id: "ini folder, bukan berkas", en: "this is a folder, not a file")
        case .notDirectory: Bilingual(id: "sebagian jalurnya bukan folder", en: "a part of the path is not a folder")
        case .exists: Bilingual(id: "sudah ada", en: "already exists")
        case .full: Bilingual(id: "ruang penyimpanan penuh", en: "no space left on the disk")
        case .limited:
            Bilingual(
                id: "melebihi ukuran berkas yang diizinkan (ulimit -f)", en: "larger than files may be (ulimit -f)")
        case .readOnly: Bilingual(id: "penyimpanan hanya dapat dibaca", en: "the disk is read-only")
        case .tooManyOpen: Bilingual(id: "terlalu banyak berkas terbuka", en: "too many open files")
        case .busy: Bilingual(id: "sedang dipakai", en: "in use")
        case .notRegular:
            Bilingual(id: "ini pipa atau perangkat, bukan berkas", en: "this is a pipe or a device, not a file")
        case .cutShort:
            Bilingual(
                id: "berkas berakhir sebelum waktunya (berubah selagi dibaca, atau penyimpanan rusak)",
                en: "the file ended too early (it changed while it was read, or the disk failed)")
        case .changed:
            Bilingual(id: "berkas berubah selagi dibaca", en: "the file changed while it was read")
        case .unsupported:
            Bilingual(
                id: "penyimpanan ini tidak dapat melakukannya (kesalahan \(number))",
                en: "this disk cannot do it (error \(number))")
        case .other: Bilingual(id: "sistem menolak (kesalahan \(number))", en: "the system refused (error \(number))")
        }
    }

    /// What to do about it, where there is something.
    private var remedy: Bilingual? {
        switch cause {
        case .full:
            Bilingual(
                id: "kosongkan ruang, atau tulis ke tempat lain", en: "free some space, or write to another place")
        case .denied, .readOnly, .missing, .notDirectory, .exists, .busy:
            Bilingual(id: "pilih folder lain", en: "choose another folder")
        case .isDirectory, .tooManyOpen, .limited, .notRegular, .cutShort, .changed, .unsupported, .other: nil
        }
    }

    /// The refusal as the end of a job whose output cannot be written. `shown` is the path the user knows.
    public func outputFailure(shown: String? = nil) -> Failure {
        Failure(
            .output,
            Finding(
                code: "output_refused",
                message: Bilingual(
                    id: "hasil tidak dapat ditulis: \(reason.indonesian)",
                    en: "output cannot be written: \(reason.english)"),
                remedy: remedy, location: SourceLocation(file: shown ?? path)))
    }
}
