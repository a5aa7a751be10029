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
            if error.cause != .exists { throw refusal(error, path) }
        }
        guard (try? AppendOnlyFile.append(Array(line.utf8), to: path)) != nil else {
            throw refusal(FileError(.write, path: path, number: 13), path)
        }
    }

    /// Whole identity numbers leave the run's folder with a line in its log, or not at all.
    private static func refusal(_ error: FileError, _ path: String) -> Failure {
        Failure(
            .output,
            Finding(
                code: "log_refused",
                message: Bilingual(
                    id:
                        "yang memuat NIK utuh dicatat di folder hasil itu, tetapi catatannya tidak dapat ditulis: \(error.reason.indonesian)",
                    en:
                        "what holds whole NIKs is noted in the run's folder, and its log cannot be written: \(error.reason.english)"
                ),
                remedy: Bilingual(
                    id: "beri izin tulis pada folder hasil itu, atau kerjakan pada salinannya",
                    en: "allow writing to the run's folder, or work on a copy of it"),
                location: SourceLocation(file: path)))
    }
}
