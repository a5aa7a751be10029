/// A workbook of office sheets, part by part, with merged cells, number cells and days by style.
struct OfficeWorkbook {
    private let sheets: [OfficeSheet]
    /// Whether texts stand in the part that all sheets share.
    private let shares: Bool

    init(_ sheets: [OfficeSheet], shares: Bool) {
        self.sheets = sheets
        self.shares = shares
    }

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    var bytes: [UInt8] {
        var strings: [String: Int] = [:]
        var order: [String] = []
        var parts: [(String, String)] = []
        for (number, sheet) in sheets.enumerated() {
            let xml = part(of: sheet) { text in
                if let known = strings[text] { return known }
                strings[text] = order.count
                order.append(text)
                return order.count - 1
            }
            parts.append(("xl/worksheets/sheet\(number + 1).xml", xml))
        }
        let list = sheets.enumerated().map { number, sheet in
            "<sheet name=\"\(sheet.name)\" sheetId=\"\(number + 1)\" r:id=\"rId\(number + 1)\"/>"
        }
        parts.append(
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\"><sheets>\(list.joined())</sheets></workbook>"
            ))
        var targets = sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
        targets += [("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")]
        parts.append(("xl/_rels/workbook.xml.rels", Self.relationships(targets)))
        parts.append(("_rels/.rels", Self.relationships([("officeDocument", "xl/workbook.xml")])))
        let shared = order.map { "<si><t xml:space=\"preserve\">\(Self.escaped($0))</t></si>" }
        parts.append(("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(shared.joined())</sst>"))
        parts.append(
            (
                "xl/styles.xml",
                "<styleSheet xmlns=\"\(Self.main)\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
                    + "</cellXfs></styleSheet>"
            ))
        return ZipArchive(parts: parts.map { ZipArchive.Part(name: $0.0, bytes: Array($0.1.utf8)) }).bytes
    }

    private func part(of sheet: OfficeSheet, share: (String) -> Int) -> String {
        var xml = ""
        for (row, cells) in sheet.rows.enumerated() {
            xml += "<row r=\"\(row + 1)\">"
            for (cell, content) in cells.enumerated() {
                let place = "r=\"\(Self.letters(cell))\(row + 1)\""
                switch content {
                case .empty: continue
                case .number(let digits): xml += "<c \(place)><v>\(Int(digits) ?? 0)</v></c>"
                case .day(let day): xml += "<c \(place) s=\"1\"><v>\(Self.serial(day))</v></c>"
                case .text(let text) where shares: xml += "<c \(place) t=\"s\"><v>\(share(text))</v></c>"
                case .text(let text):
                    xml +=
                        "<c \(place) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(Self.escaped(text))</t></is></c>"
                }
            }
            xml += "</row>"
        }
        let merges = sheet.merges.map { merge in
            "<mergeCell ref=\"\(Self.letters(merge.cells.lowerBound))\(merge.rows.lowerBound + 1):"
                + "\(Self.letters(merge.cells.upperBound))\(merge.rows.upperBound + 1)\"/>"
        }
        let merged = merges.isEmpty ? "" : "<mergeCells>\(merges.joined())</mergeCells>"
        return "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(xml)</sheetData>\(merged)</worksheet>"
    }

    private static func relationships(_ targets: [(kind: String, target: String)]) -> String {
        let items = targets.enumerated().map { number, item in
            "<Relationship Id=\"rId\(number + 1)\" Type=\"\(office)/\(item.kind)\" Target=\"\(item.target)\"/>"
        }
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + items.joined() + "</Relationships>"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }

    /// A column of less than 27.
    private static func letters(_ cell: Int) -> String {
        String(decoding: [UInt8(65 + cell % 26)], as: UTF8.self)
    }

    /// The number of a day in the 1900 system, counted from a day that everyone can look up: 1 January 2000 is 36526.
    static func serial(_ day: Day) -> Int {
        var years = 0
        for year in min(2000, day.year)..<max(2000, day.year) { years += Day.isLeap(year) ? 366 : 365 }
        var days = day.day - 1
        for month in 1..<day.month { days += Day.length(ofMonth: month, year: day.year) }
        return 36526 + (day.year < 2000 ? -years : years) + days
    }
}
