import Columns
public import Diagnostics
import Files

/// Where a command puts what it makes of a run: beside the run's files, or under a folder of the user's choice.
public enum DerivedFolder {
    /// The path of the folder `name`; the folder that will hold it is made (0700) where it is missing.
    public static func path(_ name: String, of run: Run, under out: String?) throws(Failure) -> String {
        guard var parent = out else { return "\(run.path)/\(name)" }
        while parent.count > 1, parent.hasSuffix("/") { parent.removeLast() }
        do throws(FileError) {
            if try Directories.status(of: parent) == nil { try Directories.create(parent) }
        } catch {
            throw error.outputFailure(shown: parent)
        }
        return "\(parent)/\(name)"
    }
}
