import Columns
import Dispatch

/// SHA-256 of the input files, made beside the other work.
final class InputDigests: Sendable {
    private let group = DispatchGroup()
    private let found = Guarded<[String: String]>([:])

    /// Starts reading; a file that cannot be read again has no digest.
    init(_ files: [InputFile]) {
        var paths: Set<String> = []
        // Sheets of one workbook are one file.
        for file in files where paths.insert(file.path).inserted {
            DispatchQueue.global().async(group: group) { [self] in
                var digest = Digest()
                var window = [UInt8](repeating: 0, count: 1 << 20)
                var offset = 0
                while offset < file.size, !Interruption.isRequested {
                    guard
                        let got = try? file.read(
                            at: offset, count: min(window.count, file.size - offset), into: &window),
                        got > 0
                    else { return }
                    digest.update(window.span.extracting(0..<got))
                    offset += got
                }
                let text = digest.finish()
                found.withLock { $0[file.path] = text }
            }
        }
    }

    /// The digests by path, once all files were read.
    func wait() -> [String: String] {
        group.wait()
        return found.withLock { $0 }
    }
}
