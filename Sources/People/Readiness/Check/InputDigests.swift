import Columns
import Dispatch
import RoleLists
import Tabular

/// SHA-256 of the input files: those of lists that are read as they stand are taken along with their first reading,
/// those of other files, as of workbooks, are made beside the other work.
final class InputDigests: Sendable {
    private let group = DispatchGroup()
    private let found = Guarded<[String: String]>([:])

    private let readings: [(path: String, digest: ReadingDigest)]

    /// Gives lists their digests and starts reading the other files; one that cannot be read again has no digest.
    init(_ lists: inout [OpenList]) {
        var paths: Set<String> = []
        var files: [InputFile] = []
        var readings: [(path: String, digest: ReadingDigest)] = []
        for place in lists.indices {
            let list = lists[place]
            // Sheets of one workbook are one file.
            guard paths.insert(list.source.path).inserted else { continue }
            if list.source === list.text.file {
                let digest = ReadingDigest(list.blocks)
                lists[place].digest = digest
                readings.append((list.source.path, digest))
            } else {
                files.append(list.source)
            }
        }
        self.readings = readings
        for file in files {
            DispatchQueue.global().async(group: group) { [self] in
                var digest = Digest()
                do {
                    try digest.update(file, 0..<file.size) { !Interruption.isRequested }
                } catch {
                    return
                }
                let text = digest.finish()
                found.withLock { $0[file.path] = text }
            }
        }
    }

    /// The digests by path, once all files were read.
    func wait() -> [String: String] {
        group.wait()
        var digests = found.withLock { $0 }
        for (path, digest) in readings { digests[path] = digest.wait() }
        return digests
    }
}
