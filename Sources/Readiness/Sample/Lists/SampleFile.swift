internal import Diagnostics
internal import Foundation

/// A file being written: made anew, readable by its owner alone (0600).
final class SampleFile {
    let path: String
    private let handle: FileHandle

    init(path: String) throws(Failure) {
        self.path = path
        guard
            FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw Self.failure(path) }
        self.handle = handle
    }

    func write(_ bytes: some DataProtocol) throws(Failure) {
        do { try handle.write(contentsOf: bytes) } catch { throw Self.failure(path) }
    }

    func close() throws(Failure) {
        do { try handle.close() } catch { throw Self.failure(path) }
    }

    /// Makes the folder for the lists, or takes one that is there (0700 when made).
    static func makeDirectory(_ path: String, force: Bool) throws(Failure) {
        if FileManager.default.fileExists(atPath: path) {
            guard let content = try? FileManager.default.contentsOfDirectory(atPath: path) else { throw failure(path) }
            guard force || content.isEmpty else {
                throw Failure(
                    .usage,
                    Finding(
                        code: "output_not_empty",
                        message: Bilingual(
                            id: "folder keluaran \(path) tidak kosong", en: "output folder \(path) is not empty"),
                        remedy: Bilingual(
                            id: "pilih folder lain, atau tambahkan --force", en: "choose another folder, or add --force"
                        )
                    ))
            }
            return
        }
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw failure(path) }
    }

    private static func failure(_ path: String) -> Failure {
        Failure(
            .output,
            Finding(
                code: "output_not_writable",
                message: Bilingual(id: "tidak dapat menulis \(path)", en: "cannot write \(path)"),
                remedy: Bilingual(
                    id: "periksa izin folder dan sisa ruang", en: "check the folder's permissions and the free space")))
    }
}
