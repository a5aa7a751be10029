/// A small workbook, made from the XML of its sheets.
struct WorkbookFile {
    /// Name of a sheet, what stands in its `sheetData`, and attributes it has in the workbook.
    var sheets: [(name: String, rows: String, attributes: String)]
    /// The XML before each sheet's root element.
    var prolog = ""
    /// The whole part of each sheet, in place of one made from its rows.
    var sheetXML: String?
    /// What stands in the workbook before its sheets, among them, and behind them.
    var properties = ""
    var moreSheets = ""
    var tail = ""
    /// The XML of its number formats and cell formats.
    var styles: String?
    /// What stands in each sheet behind its rows.
    var merges = ""
    /// Writes the names of sheets' parts with a blank, as `%20`.
    var hasBlankNames = false
    var damage: UInt32 = 0
    var declared: Int?
    var extra: [ZipArchive.Part] = []

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    init(_ sheets: [(String, [[String]])]) {
        self.sheets = sheets.map { ($0.0, Self.rows($0.1), "") }
    }

    init(rows: String) { sheets = [("DP4", rows, "")] }

    /// Rows of texts; a cell that begins with `#` holds the number behind it.
    static func rows(_ rows: [[String]]) -> String {
        rows.map { cells in
            let cells = cells.map { text in
                if text.isEmpty { return "<c/>" }
                if text.hasPrefix("#") { return "<c><v>\(text.dropFirst())</v></c>" }
                let safe = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                return "<c t=\"inlineStr\"><is><t>\(safe)</t></is></c>"
            }
            return "<row>\(cells.joined())</row>"
        }.joined()
    }

    var parts: [ZipArchive.Part] {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        func relationships(_ items: [(id: String, kind: String, target: String)]) -> String {
            "<Relationships>"
                + items.map { "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.kind)\" Target=\"\($0.target)\"/>" }
                .joined() + "</Relationships>"
        }
        let list = sheets.enumerated().map { number, sheet in
            "<sheet name=\"\(sheet.name)\" sheetId=\"\(number + 1)\" r:id=\"s\(number)\" \(sheet.attributes)/>"
        }
        var parts = [
            ZipArchive.Part(
                name: "_rels/.rels", bytes: Array(relationships([("a", "officeDocument", "/book/main.xml")]).utf8)),
            ZipArchive.Part(
                name: "book/main.xml",
                bytes: Array(
                    ("<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(office)\">\(properties)<sheets>\(list.joined())"
                        + "\(moreSheets)</sheets>\(tail)</workbook>").utf8)),
            ZipArchive.Part(
                name: "book/_rels/main.xml.rels",
                bytes: Array(
                    relationships(
                        sheets.indices.map { ("s\($0)", "worksheet", "page\(hasBlankNames ? "%20" : "")\($0).xml") }
                            + [("st", "styles", "styles.xml")]
                    ).utf8)),
        ]
        if let styles {
            parts.append(
                ZipArchive.Part(name: "book/styles.xml", bytes: Array("<styleSheet>\(styles)</styleSheet>".utf8)))
        }
        for (number, sheet) in sheets.enumerated() {
            let xml = sheetXML ?? "\(prolog)<worksheet><sheetData>\(sheet.rows)</sheetData>\(merges)</worksheet>"
            parts.append(
                ZipArchive.Part(
                    name: "book/page\(hasBlankNames ? "%20" : "")\(number).xml", bytes: Array(xml.utf8),
                    declared: declared, damage: damage))
        }
        return parts + extra
    }

    var bytes: [UInt8] { ZipArchive(parts: parts).bytes }
}
