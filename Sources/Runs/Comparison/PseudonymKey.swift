import Columns
public import Diagnostics
import Files
import FoundationEssentials

/// A secret in a file, by which several comparisons give a person the same pseudonym.
public enum PseudonymKey {
    /// A shorter secret could be guessed.
    private static let least = 16
    private static let longest = 1 << 16

    /// The bytes of the file; where there is none, one with a new random secret is made (0600).
    public static func bytes(at path: String) throws(Failure) -> [UInt8] {
        let status: FileStatus?
        do throws(FileError) {
            status = try Directories.status(of: path)
            if status == nil { return try made(path) }
        } catch {
            throw error.outputFailure(shown: path)
        }
        guard let status, status.kind == .regular, (least...longest).contains(status.bytes),
            let data = FileManager.default.contents(atPath: path)
        else { throw refusal(path) }
        return Array(data)
    }

    private static func made(_ path: String) throws(FileError) -> [UInt8] {
        var random = SystemRandomNumberGenerator()
        let secret = (0..<4).map { _ in String(random.next(), radix: 36) }.joined() + "\n"
        let file = try OutputFile(creating: path, digest: false)
        try file.append(secret)
        _ = try file.finish()
        return Array(secret.utf8)
    }

    /// A file that stands there and is no secret.
    private static func refusal(_ path: String) -> Failure {
        Failure(
            .input,
            Finding(
                code: "no_secret",
                message: Bilingual(
                    id: "rahasia harus \(least) sampai \(longest) byte",
                    en: "a secret has \(least) to \(longest) bytes"),
                remedy: Bilingual(
                    id: "sebutkan berkas yang belum ada; program membuat rahasia di situ",
                    en: "name a file that is not there yet; the program makes a secret there"),
                location: SourceLocation(file: path)))
    }
}
