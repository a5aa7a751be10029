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
        do throws(FileError) {
            guard let status = try Directories.status(of: path) else {
                var random = SystemRandomNumberGenerator()
                let secret = (0..<4).map { _ in String(random.next(), radix: 36) }.joined()
                let file = try OutputFile(creating: path, digest: false)
                try file.append(secret + "\n")
                _ = try file.finish()
                return Array((secret + "\n").utf8)
            }
            guard status.kind == .regular, (least...longest).contains(status.bytes),
                let data = FileManager.default.contents(atPath: path)
            else { throw refusal(path) }
            return Array(data)
        } catch {
            throw error.outputFailure(shown: path)
        }
    }

    private static func refusal(_ path: String) -> FileError { FileError(.read, path: path, number: 22) }
}
