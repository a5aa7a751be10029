import Diagnostics
import Schema
import Tabular

/// What is said about the sheets of a workbook that holds several.
enum SheetFindings {
    /// Why a sheet is left out: it is empty, or a cover page without a heading and without a NIK; nil for a sheet that
    /// may hold people, which keeps the workbook from being read.
    static func leftOut(_ source: ListSource, _ role: ListSchema.Role, because failure: Failure) -> Finding? {
        guard let sheet = source.sheet, sheet.keyCells == 0, failure.kind == .input else { return nil }
        let harmless: Set = ["empty_sheet", "no_heading", "missing_column", "header_only"]
        guard failure.findings.allSatisfy({ harmless.contains($0.code) }) else { return nil }
        let message: Bilingual
        if sheet.lastRow == 0 {
            message = Bilingual(id: "lembar ini kosong; dilewati", en: "this sheet is empty; it is left out")
        } else if failure.findings.contains(where: { $0.code == "header_only" }) {
            message = Bilingual(
                id: "lembar ini hanya berisi judul kolom; dilewati",
                en: "this sheet holds only a heading; it is left out")
        } else {
            message = Bilingual(
                id: "lembar ini bukan \(title(role, .indonesian)): tidak ada judul kolomnya dan tidak ada NIK; "
                    + "\(sheet.lastRow) baris dilewati",
                en: "this sheet is no \(title(role, .english)): it has neither its headings nor any NIK; "
                    + "\(sheet.lastRow) \(Plural.of(sheet.lastRow, "row is", "rows are")) left out")
        }
        return Finding(
            code: "sheet_left_out", severity: .warning, message: message, location: SourceLocation(file: source.label))
    }

    /// One note for all sheets that are left out.
    static func together(_ leftOut: [Finding], _ path: String) -> [Finding] {
        if leftOut.count < 2 { return leftOut }
        return [
            Finding(
                code: "sheets_left_out", severity: .warning,
                message: Bilingual(
                    id: "\(leftOut.count) lembar tanpa daftar dilewati: ringkasan, sampul, daftar kosong",
                    en: "\(leftOut.count) sheets without a list are left out: summaries, covers, empty lists"),
                location: SourceLocation(file: path))
        ]
    }

    static func noList(_ path: String, _ role: ListSchema.Role) -> Finding {
        Finding(
            code: "no_list",
            message: Bilingual(
                id: "tidak satu lembar pun dari buku kerja ini memuat \(title(role, .indonesian))",
                en: "no sheet of this workbook holds a \(title(role, .english))"),
            remedy: Bilingual(
                id: "periksa apakah berkasnya benar dan barisnya terisi",
                en: "check that it is the right file and that its rows are filled"),
            location: SourceLocation(file: path))
    }

    /// Lists without a column of polling stations take the station from their sheet's name; says so.
    static func nameStations(_ lists: inout ArraySlice<OpenList>, _ path: String) -> Finding? {
        let isOneOfSeveral = lists.count > 1
        var named = 0
        for place in lists.indices {
            guard let sheet = lists[place].sheet, lists[place].cell("tps") == nil,
                let column = lists[place].role.column("tps"),
                let station = SheetStation.station(sheet, column: column, isOneOfSeveral: isOneOfSeveral)
            else { continue }
            lists[place].defaultStation = station
            named += 1
        }
        guard named > 0 else { return nil }
        return Finding(
            code: "station_from_sheet", severity: .warning,
            message: Bilingual(
                id: "tidak ada kolom TPS: nama lembar dipakai sebagai TPS (\(named) lembar)",
                en: "there is no TPS column: the sheets' names are taken as TPS "
                    + "(\(named) \(Plural.of(named, "sheet", "sheets")))"),
            location: SourceLocation(file: path))
    }

    private static func title(_ role: ListSchema.Role, _ language: Language) -> String {
        role.title[language.rawValue] ?? role.id
    }
}
