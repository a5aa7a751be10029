import Columns
import RoleLists
import Tabular
import Workers

/// SHA-256 of the input files: those of lists that are read as they stand are taken along with their first reading,
/// those of other files, as of workbooks, are made beside the other work.
final class InputDigests: Sendable {
    private let found = Guarded<[String: String]>([:])
    private let readings: [(path: String, digest: ReadingDigest)]
    /// Files that are read for their digests alone, and how many of them were begun.
    private let files: [InputFile]
    private let begun = Counter()
    private let thread = Guarded<JoinedThread?>(nil)

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
        self.files = files
        if files.isEmpty { return }
        let started = JoinedThread.start { [self] in read() }
        thread.withLock { $0 = started }
    }

    /// Reads files until none is left that another thread has not begun.
    private func read() {
        while let place = begun.next(below: files.count) {
            let file = files[place]
            var digest = Digest()
            do {
                try digest.update(file, 0..<file.size) { !Interruption.isRequested && !JoinedThread.isEnding }
            } catch {
                continue
            }
            let text = digest.finish()
            found.withLock { $0[file.path] = text }
        }
    }

    /// The digests by path, once all files were read.
    func wait() -> [String: String] {
        // Takes its share, and all of it where there was no thread to be had.
        read()
        thread.withLock { $0 }?.join()
        var digests = found.withLock { $0 }
        for (path, digest) in readings { digests[path] = digest.wait() }
        return digests
    }
}
