import Columns
public import Diagnostics
import Files
import FoundationEssentials

/// `access.log` of a run: who had identity numbers written whole, when and where. No personal value of a list.
public enum RunLog {
    public static let fileName = RunDirectory.logName

    /// Adds a line: time (UTC), user of the computer, what was done. A line end in a name or a path makes no other line.
    public static func append(_ words: String, to run: Run, clock: RunClock) throws(Failure) {
        let path = "\(run.path)/\(fileName)"
        let line =
            "\(RunClock.text(clock.seconds))\t\(VisibleText.of(ProcessInfo.processInfo.userName))\t\(VisibleText.of(words))\n"
        do throws(FileError) {
            if try Directories.status(of: path) == nil {
                let file = try OutputFile(creating: path, digest: false)
                try file.append(line)
                _ = try file.finish()
                try Directories.sync(path)
                return
            }
        } catch {
            // Somebody else began it meanwhile.
            if error.cause != .exists { throw error.outputFailure(shown: path) }
        }
        guard (try? AppendOnlyFile.append(Array(line.utf8), to: path)) != nil else {
            throw FileError(.write, path: path, number: 13).outputFailure(shown: path)
        }
    }
}
