import Civil
import Columns
public import Diagnostics
public import Rules
import Tabular

/// Says what a list is before anything is decided by it: how it is written, which role it looks like, which cell is
/// which column, what its cells look like, and what `check` would do with it.
public enum Inspect {
    /// Inspects every list of a file.
    ///
    /// - Parameters:
    ///   - ruleset: gives the roles, the headings and the words of codes.
    ///   - spools: a folder in which files without a name may lie.
    /// - Throws: where the file holds no list at all, or cannot be read.
    public static func run(
        _ path: String, ruleset: Ruleset, spools: String, threads: Int? = nil
    ) throws(Failure) -> [Inspection] {
        let file = try ListReading.read(path, spools: spools, ruleset.schema)
        var inspections: [Inspection] = []
        for source in file.lists {
            inspections.append(
                try ListInspection(
                    source, path: path, isAlone: file.lists.count == 1, notes: file.notes, ruleset,
                    threads: threads ?? CheckSetup.processors
                ).result())
        }
        return inspections
    }
}
