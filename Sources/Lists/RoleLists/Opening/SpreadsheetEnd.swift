public import Diagnostics
import Tabular

/// Lists that end exactly where a spreadsheet ends: what came behind was perhaps cut off when they were saved.
public enum SpreadsheetEnd {
    /// The last row of a sheet: today, and in Excel until 2003.
    private static let lastRows = [1_048_576, 65_536]

    /// - Parameter list: read to its end.
    public static func warning(_ list: OpenList) -> Finding? {
        let last = list.opening.firstRecordRow + list.blocks.records - 1
        guard lastRows.contains(last) else { return nil }
        return Finding(
            code: "perhaps_cut_off", severity: .warning,
            message: Bilingual(
                id:
                    "daftar ini berakhir tepat di baris \(Figures.count(last, .indonesian)), baris terakhir sebuah lembar Excel: mungkin terpotong",
                en:
                    "this list ends exactly at row \(Figures.count(last, .english)), the last row of a worksheet: it is perhaps cut off"
            ),
            remedy: Bilingual(
                id: "minta sisanya, atau daftar utuh sebagai CSV", en: "ask for the rest, or for the whole list as CSV"),
            location: SourceLocation(file: list.sheet.map { "\(list.path)#\($0)" } ?? list.path))
    }
}
