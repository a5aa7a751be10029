import Columns
import Diagnostics
import Glibc
import Testing

@testable import Files
@testable import Workers

/// What is said where the operating system refuses something, and where the user stops a run.
@Suite struct RefusalWordsTests {
    static let reasons: [(Int32, String, String)] = [
        (ENOENT, "tidak ada berkas atau folder seperti itu", "no such file or folder"),
        (EACCES, "tidak diizinkan", "permission denied"),
        (EISDIR, "ini folder, bukan berkas", "this is a folder, not a file"),
        (ENOTDIR, "sebagian jalurnya bukan folder", "a part of the path is not a folder"),
        (EEXIST, "sudah ada", "already exists"),
        (ENOSPC, "ruang penyimpanan penuh", "no space left on the disk"),
        (EFBIG, "melebihi ukuran berkas yang diizinkan (ulimit -f)", "larger than files may be (ulimit -f)"),
        (EROFS, "penyimpanan hanya dapat dibaca", "the disk is read-only"),
        (EMFILE, "terlalu banyak berkas terbuka", "too many open files"),
        (EBUSY, "sedang dipakai", "in use"),
        (ESPIPE, "ini pipa atau perangkat, bukan berkas", "this is a pipe or a device, not a file"),
        (
            EIO, "berkas berakhir sebelum waktunya (berubah selagi dibaca, atau penyimpanan rusak)",
            "the file ended too early (it changed while it was read, or the disk failed)"
        ),
        (
            ENOLCK, "penyimpanan ini tidak dapat melakukannya (kesalahan 37)", "this disk cannot do it (error 37)"
        ),
        (ESTALE, "berkas berubah selagi dibaca", "the file changed while it was read"),
        (ENOMEM, "sistem menolak (kesalahan 12)", "the system refused (error 12)"),
    ]

    @Test(arguments: reasons) func aRefusalHasWords(_ number: Int32, _ indonesian: String, _ english: String) {
        let error = FileError(.write, path: "hasil", number: number)
        #expect(error.reason == Bilingual(id: indonesian, en: english))
    }

    @Test func aFullDiskEndsAJob() {
        let failure = FileError(.write, path: "hasil/.x", number: ENOSPC).outputFailure(shown: "hasil")
        #expect(failure.kind == .output)
        #expect(
            failure.findings.map { $0.rendered(in: .indonesian) } == [
                "hasil: hasil tidak dapat ditulis: ruang penyimpanan penuh; kosongkan ruang, atau tulis ke tempat lain"
            ])
        #expect(
            failure.findings.map { $0.rendered(in: .english) } == [
                "hasil: output cannot be written: no space left on the disk; "
                    + "free some space, or write to another place"
            ])
    }

    @Test func aStoppedRunSaysThatItWroteNothing() {
        #expect(Interruption.failure.kind == .interrupted)
        #expect(
            Interruption.failure.findings.map(\.message) == [
                Bilingual(id: "dihentikan; hasil tidak ditulis", en: "interrupted; no results were written")
            ])
    }

    /// What fails once the results stand is told, with what to do.
    @Test func lateFailuresAreTold() {
        let publication = Publication(path: "hasil", target: "", parent: "", staging: "")
        let old = publication.leftOver("hasil.old-1", FileError(.write, path: "hasil", number: EACCES))
        #expect(
            old.message
                == Bilingual(
                    id:
                        "hasil sudah ditulis lengkap, tetapi yang lama tidak dapat dihapus dari hasil.old-1: tidak diizinkan",
                    en:
                        "the results are written whole, but the old ones could not be removed from hasil.old-1: permission denied"
                ))
        #expect(old.remedy == Bilingual(id: "hapus folder itu", en: "remove that folder"))
        let name = publication.unconfirmed(FileError(.write, path: "hasil", number: ENOSPC))
        #expect(
            name.message
                == Bilingual(
                    id:
                        "hasil sudah ditulis lengkap, tetapi penyimpanan tidak memastikan namanya: ruang penyimpanan penuh",
                    en:
                        "the results are written whole, but the disk did not confirm their name: no space left on the disk"
                ))
        #expect(
            name.remedy == Bilingual(id: "periksa dengan siappilih verify", en: "check them with siappilih verify"))
    }

    @Test func whereThereIsNoRoomForWhatIsSetAside() {
        #expect(
            Spools.words(of: Spools.folder).remedy
                == Bilingual(
                    id: "kosongkan ruang di folder itu, atau arahkan TMPDIR ke folder lain",
                    en: "free some space in that folder, or let TMPDIR name another one"))
        #expect(
            Spools.words(of: "hasil").remedy
                == Bilingual(
                    id: "kosongkan ruang atau pilih folder lain", en: "free some space or choose another folder")
        )
    }
}
