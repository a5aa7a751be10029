public import Diagnostics
import Readiness
import RoleLists
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
    /// - Returns: what was found out about each list, and which sheets of a workbook of several hold none.
    /// - Throws: where the file holds no list at all, or cannot be read.
    public static func run(
        _ path: String, ruleset: Ruleset, spools: String, threads: Int? = nil
    ) throws(Failure) -> (lists: [Inspection], notes: [Finding]) {
        let file = try ListReading.read(path, spools: spools, ruleset.schema)
        var lists: [Inspection] = []
        var empty: [Finding] = []
        for source in file.lists {
            do throws(Failure) {
                var inspection = try ListInspection(
                    source, path: path, isAlone: file.lists.count == 1, notes: file.notes, ruleset,
                    threads: threads ?? CheckSetup.processors, spools: spools)
                lists.append(try inspection.result())
            } catch {
                if error.kind != .input { throw error }
                empty += error.findings
            }
        }
        if lists.isEmpty {
            throw Failure(.input, empty.isEmpty ? [noSheet(path)] : empty)
        }
        // A sheet without rows beside sheets that have some is how workbooks come.
        return (
            lists,
            empty.map { finding in
                var note = finding
                note.severity = .warning
                note.remedy = nil
                return note
            }
        )
    }

    private static func noSheet(_ path: String) -> Finding {
        Finding(
            code: "no_sheet",
            message: Bilingual(id: "buku kerja ini tanpa lembar berisi", en: "this workbook has no sheet with rows"),
            remedy: Bilingual(
                id: "periksa apakah berkasnya benar dan barisnya terisi",
                en: "check that it is the right file and that its rows are filled"),
            location: SourceLocation(file: path))
    }
}
