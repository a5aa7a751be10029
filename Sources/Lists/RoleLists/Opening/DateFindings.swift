public import Diagnostics
import Schema
import Tabular

/// What is said of the date columns of a list, and which of them keep it from being used.
public enum DateFindings {
    /// A dating column is refused where more than one in so many of its filled cells cannot be read.
    private static let refusedShare = 2
    /// What could not be read is said from one cell in so many on.
    private static let saidShare = 100

    /// Everything about one list, errors among it.
    public static func all(_ list: OpenList, _ dates: [String: DateFigures]) -> [Finding] {
        list.role.columns.compactMap { column in
            dates[column.id].flatMap { finding(list, column.id, $0) }
        }
    }

    /// - Throws: where dates of a list would be read as other days, or those that date its rows cannot be read.
    public static func refuse(_ lists: [(list: OpenList, dates: [String: DateFigures])]) throws(Failure) {
        let errors = lists.flatMap { all($0.list, $0.dates) }.filter { $0.severity == .error }
        if !errors.isEmpty { throw Failure(.input, errors) }
    }

    private static func finding(_ list: OpenList, _ id: String, _ figures: DateFigures) -> Finding? {
        let cell = list.cell(id)
        let name = heading(list, id)
        let row = list.opening.headingRow == 0 ? nil : list.opening.headingRow
        let place = SourceLocation(
            file: list.sheet.map { "\(list.path)#\($0)" } ?? list.path, row: row,
            column: cell.map { ColumnLetters.of(list.opening.separated[$0] ?? $0) })
        if figures.isMonthFirst {
            return Finding(
                code: "month_first_dates",
                message: Bilingual(
                    id:
                        "kolom \(name) menulis bulan sebelum hari pada \(figures.monthFirst) sel, dan tidak satu sel pun "
                        + "menulis hari lebih dahulu: tanggal lain akan terbaca keliru",
                    en:
                        "column \(name) puts the month before the day in \(figures.monthFirst) cells, and no cell puts the "
                        + "day first: its other dates would be read as other days"),
                remedy: Bilingual(
                    id: "minta daftar dengan tanggal DD-MM-YYYY, atau ubah format kolom itu di spreadsheet",
                    en: "ask for the list with dates as DD-MM-YYYY, or change the column's format in the spreadsheet"),
                location: place)
        }
        let (bad, all) = (figures.unreadable, figures.filled)
        guard bad > 0 else { return nil }
        let shape = figures.shape.map { ": \($0)" } ?? ""
        if list.role.refusesUnreadableDates, id == list.role.knownSince, bad * refusedShare > all {
            return Finding(
                code: "unreadable_dates",
                message: Bilingual(
                    id: "kolom \(name) menentukan sejak kapan baris diketahui, tetapi \(bad) dari \(all) selnya bukan "
                        + "tanggal yang dapat dibaca\(shape)",
                    en: "column \(name) says since when a row is known, but \(bad) of its \(all) cells \(noDate(bad)) "
                        + "that can be read\(shape)"),
                remedy: Bilingual(
                    id: "minta daftar dengan tanggal DD-MM-YYYY", en: "ask for the list with dates as DD-MM-YYYY"),
                location: place)
        }
        guard bad * saidShare > all else { return nil }
        return Finding(
            code: "unreadable_dates", severity: .warning,
            message: Bilingual(
                id: "kolom \(name): \(bad) dari \(all) sel bukan tanggal yang dapat dibaca\(shape)",
                en: "column \(name): \(bad) of \(all) cells \(noDate(bad)) that can be read\(shape)"),
            remedy: Bilingual(
                id: "tahun ditulis dengan empat angka dan hari lebih dahulu: 17-08-1990",
                en: "years have four digits and the day stands first: 17-08-1990"),
            location: place)
    }

    private static func noDate(_ cells: Int) -> String { Plural.of(cells, "is no date", "are no dates") }

    private static func heading(_ list: OpenList, _ id: String) -> String {
        list.role.column(id)?.headings.first ?? id
    }
}
