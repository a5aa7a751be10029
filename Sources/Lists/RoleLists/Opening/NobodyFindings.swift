public import Diagnostics
import Tabular

/// What is said of rows that are no people.
public enum NobodyFindings {
    /// - Throws: where a second table begins in a list.
    public static func refuseSecondTables(_ rows: [RejectedRow], _ lists: [OpenList]) throws(Failure) {
        let findings = lists.compactMap { secondTable(rows, $0) }
        if !findings.isEmpty { throw Failure(.input, findings) }
    }

    /// The first row of a list in which a second table or letterhead begins; nil where none does.
    public static func secondTable(_ rows: [RejectedRow], _ list: OpenList) -> Finding? {
        let starts = rows.filter { row in
            row.list == list.number && (row.problem == .secondTable || row.problem == .secondLetterhead)
        }
        guard let first = starts.min(by: { $0.row < $1.row }) else { return nil }
        return Finding(
            code: first.problem.id,
            message: first.problem.message(found: 0, expected: 0),
            remedy: first.problem == .secondTable
                ? Bilingual(
                    id: "simpan tabel itu sebagai berkas sendiri; dua tabel adalah dua daftar",
                    en: "save that table as a file of its own; two tables are two lists")
                : Bilingual(
                    id:
                        "simpan masing-masing sebagai berkas atau lembar sendiri, atau tambahkan kolom wilayah dan TPS",
                    en: "save each as a file or sheet of its own, or add columns for region and TPS"),
            location: SourceLocation(file: list.sheet.map { "\(list.path)#\($0)" } ?? list.path, row: first.row))
    }

    /// Lists of which no row is decided: exit code 1.
    public static let nobodyDecided = Finding(
        code: "nobody_decided", severity: .warning,
        message: Bilingual(
            id: "tidak seorang pun diputuskan: setiap baris daftar penduduk dilewati atau ditolak",
            en: "nobody was decided: every row of the population lists was skipped or rejected"),
        remedy: Bilingual(
            id: "lihat rejected.csv, dan periksa daftarnya dengan siappilih inspect",
            en: "look into rejected.csv, and at the list with siappilih inspect"))

    /// How many rows name nobody; nil where all do.
    public static func notes(_ rows: [RejectedRow]) -> Finding? {
        let count = rows.count { $0.problem == .skippedNote || $0.problem == .skippedName }
        let named = rows.count { $0.problem == .skippedName }
        if count == 0 { return nil }
        return Finding(
            code: "rows_of_nobody", severity: .warning,
            message: Bilingual(
                id: "\(count) baris tidak menyebut siapa pun: tanda tangan, catatan, atau orang tanpa data"
                    + (named > 0 ? " (\(named) di antaranya memuat nama)" : ""),
                en:
                    "\(count) \(count == 1 ? "row names" : "rows name") nobody: signatures, notes, or people without data"
                    + (named > 0 ? " (\(named) with a name)" : "")),
            remedy: Bilingual(
                id: "lihat rejected.csv; yang bernama tercantum paling atas",
                en: "look at rejected.csv; those with a name stand first"))
    }
}
