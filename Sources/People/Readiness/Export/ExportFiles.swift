import Columns
import Diagnostics
import Files

/// The files of exported people while they are being written.
struct ExportFiles {
    private let directory: RunDirectory
    private let files: [OutputFile]

    init(_ directory: RunDirectory) throws(Failure) {
        self.directory = directory
        var files: [OutputFile] = []
        for kind in Exports.all {
            let file = try directory.open(kind.fileName)
            do {
                try file.append(ExportWriter.columns.joined(separator: ",") + "\n")
            } catch {
                throw error.outputFailure(shown: "\(directory.path)/\(kind.fileName)")
            }
            files.append(file)
        }
        self.files = files
    }

    /// Writes pieces to all files at once, in order.
    func writer() -> OrderedWriter {
        OrderedWriter(zip(files, Exports.all).map { ($0, "\(directory.path)/\($1.fileName)") })
    }

    /// Writes pieces to one file, behind what stands in it.
    func writer(_ kind: Exports.Kind) -> OrderedWriter {
        OrderedWriter([(files[kind.rawValue], "\(directory.path)/\(kind.fileName)")])
    }

    /// Closes a file; `guarded` is how many of its cells got a leading `'`.
    func close(_ kind: Exports.Kind, guarded: Int) throws(Failure) -> OutputReport {
        var report = try directory.close(files[kind.rawValue])
        report.guardedCells = guarded
        return report
    }
}
