import Diagnostics
import RoleLists
import Rules
import RunFolder
import Schema

extension CheckResult {
    /// Refuses to go on where a row of any list was lost or doubled: such a run is not published.
    ///
    /// Rows are counted apart from what became of them: population lists are counted in their first reading and decided
    /// in their second, and the tally counts people by their verdicts.
    ///
    /// - Throws: `.internal` with the figures of every list that does not add up, and of the tally.
    func requireConservation() throws(Failure) {
        var findings = lists.compactMap { list in
            Conservation.finding(rows(list), isPopulation: list.role.rows == .person, path: list.path)
        }
        let decided = populationRows.used
        let tallied = tally.rows.reduce(0) { $0 + $1.persons }
        if let finding = Conservation.finding(decided: decided, tallied: tallied) { findings.append(finding) }
        if !findings.isEmpty { throw Failure(.internal, findings) }
    }
}

/// What is said where figures that must agree do not.
enum Conservation {
    /// Nil where no row of the list is missing and none is there twice.
    static func finding(_ rows: RowCounts, isPopulation: Bool, path: String) -> Finding? {
        if rows.isReconciled { return nil }
        let (used, leftOut) = (rows.used, rows.leftOut)
        let fates =
            isPopulation
            ? Bilingual(id: "\(used) diputuskan", en: "\(used) decided")
            : Bilingual(id: "\(used) dipakai + \(leftOut) disisihkan", en: "\(used) used + \(leftOut) left out")
        let sum = used + leftOut + rows.rejected + rows.skipped
        return Finding(
            code: "rows_lost",
            message: Bilingual(
                id:
                    "\(rows.read) baris dibaca, tetapi \(fates.indonesian) + \(rows.rejected) ditolak + \(rows.skipped) dilewati = \(sum); tidak ada hasil yang diterbitkan",
                en:
                    "\(rows.read) rows were read, but \(fates.english) + \(rows.rejected) rejected + \(rows.skipped) skipped = \(sum); nothing was published"
            ), remedy: remedy, location: SourceLocation(file: path))
    }

    /// Nil where everybody who was decided is counted once.
    static func finding(decided: Int, tallied: Int) -> Finding? {
        if decided == tallied { return nil }
        return Finding(
            code: "people_lost",
            message: Bilingual(
                id: "\(decided) orang diputuskan, tetapi \(tallied) dihitung; tidak ada hasil yang diterbitkan",
                en: "\(decided) people were decided, but \(tallied) were counted; nothing was published"),
            remedy: remedy)
    }

    private static let remedy = Bilingual(
        id: "ini kesalahan program: laporkan angka-angka ini; tidak ada data pribadi di dalamnya",
        en: "this is a defect of the program: report these figures; they hold no personal data")
}
