/// Makes the XML of a sheet at random, in the forms that writers of workbooks use and in some that none does.
struct SheetMaker {
    private var dice: Dice
    /// What is out of the ordinary in this sheet: of a hundred rows and cells so many.
    private let oddness: Int
    private let prefix: String
    private let showsReferences: Bool
    private let columns: Int
    private var row = 0

    static let strings = [
        "<si><t>Budi</t></si>", "<si><t xml:space=\"preserve\"> Siti </t></si>", "<si><t>1271901708900010</t></si>",
        "<si><r><t>Ter</t></r><r><t>ang</t></r></si>", "<si/>", "<si><t>a,\"b\"</t></si>", "<si><t>x &amp; y</t></si>",
        "<si><t>_x000D_</t></si>", "<!-- note --><si><t>é</t></si>", "<si><t></t></si>", "<si><t>baris\ndua</t></si>",
    ]
    static let formats =
        #"<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/>"#
        + #"<xf numFmtId="164"/><xf numFmtId="2"/></cellXfs>"#

    init(seed: UInt64) {
        dice = Dice(seed: seed)
        oddness = [0, 0, 1, 5, 30][Int.random(in: 0..<5, using: &dice)]
        prefix = Int.random(in: 0..<12, using: &dice) == 0 ? "x:" : ""
        showsReferences = Int.random(in: 0..<4, using: &dice) > 0
        columns = [1, 3, 8, 30][Int.random(in: 0..<4, using: &dice)]
    }

    private mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &dice) }
    private mutating func pick(_ texts: [String]) -> String { texts[roll(texts.count)] }
    private mutating func isOdd() -> Bool { roll(100) < oddness }

    /// The whole part, in some encoding.
    mutating func part() -> [UInt8] {
        let main = pick([
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            "http://purl.oclc.org/ooxml/spreadsheetml/main",
        ])
        let name = prefix.isEmpty ? "" : ":x"
        var xml = "<\(prefix)worksheet xmlns\(name)=\"\(main)\" xmlns:x14ac=\"urn:x14ac\"><\(prefix)cols/>"
        xml += "<\(prefix)sheetData>"
        for _ in 0..<roll(40) { xml += rowXML() }
        xml += pick(["", "\n"]) + "</\(prefix)sheetData>"
        if roll(3) == 0 {
            xml += "<\(prefix)mergeCells count=\"1\"><\(prefix)mergeCell ref=\"A1:B2\"/></\(prefix)mergeCells>"
        }
        xml += "</\(prefix)worksheet>"
        return encoded(xml)
    }

    private mutating func encoded(_ xml: String) -> [UInt8] {
        switch roll(12) {
        case 0: return [0xFF, 0xFE] + xml.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        case 1: return [0xFE, 0xFF] + xml.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        case 2: return Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\(xml)".utf8)
        case 3: return [0xEF, 0xBB, 0xBF] + Array(xml.utf8)
        case 4: return Array(xml.utf8)
        default: return Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n\(xml)".utf8)
        }
    }

    /// Attributes in any order.
    private mutating func attributes(_ some: [String]) -> String {
        some.filter { !$0.isEmpty }.shuffled(using: &dice).map { " " + $0 }.joined()
    }

    private mutating func rowXML() -> String {
        row += roll(15) == 0 ? 1 + roll(4) : 1
        if isOdd() {
            switch roll(7) {
            case 0: row -= 1
            case 1: return "<!-- <row r=\"1\"><c><v>1</v></c></row> -->"
            case 2: return "<![CDATA[</row><row><c><v>2</v></c></row>]]>"
            case 3: return "<?do </row> ?>"
            case 4: return "<x14ac:row r=\"\(row)\"><\(prefix)c><\(prefix)v>1</\(prefix)v></\(prefix)c></x14ac:row>"
            case 5: return "text"
            default: return "<\(prefix)row r='\(row)' \n xmlns:y=\"urn:y\" y:a=\"1\"></\(prefix)row >"
            }
        }
        var column = -1
        var cells = ""
        for _ in 0..<roll(columns + 1) {
            column += roll(8) == 0 ? 2 : 1
            cells += pick(["", "", "", "", "", "\n  "]) + cellXML(column)
        }
        let number = showsReferences || roll(2) == 0 ? "r=\"\(row)\"" : ""
        let all = attributes([
            number, pick(["", "spans=\"1:14\""]), pick(["", "x14ac:dyDescent=\"0.25\""]),
            pick(["", "", "hidden=\"1\"", "hidden=\"0\"", "hidden=\"true\""]),
            pick(["", "ht=\"15.75\" customHeight=\"1\""]),
        ])
        if cells.isEmpty, roll(2) == 0 { return "<\(prefix)row\(all)/>" }
        return "<\(prefix)row\(all)>\(cells)</\(prefix)row>"
    }

    private mutating func cellXML(_ column: Int) -> String {
        let letters =
            column < 26 ? String(UnicodeScalar(UInt8(65 + column))) : "A" + String(UnicodeScalar(UInt8(39 + column)))
        var reference = showsReferences ? "r=\"\(letters)\(row)\"" : ""
        if isOdd() {
            reference = pick([
                "r=\"\(letters)\(row + 1)\"", "r='\(letters)\(row)'", "cm=\"1\"", "r=\"\(letters)0\(row)\"",
            ])
        }
        let style = pick(["", "", "s=\"0\"", "s=\"1\"", "s=\"2\"", "s=\"99\""])
        let p = prefix
        switch roll(9) {
        case 0: return "<\(p)c\(attributes([reference, style]))/>"
        case 1:
            return
                "<\(p)c\(attributes([reference, style, "t=\"s\""]))><\(p)v>\(roll(11 + oddness / 20))</\(p)v></\(p)c>"
        case 2, 3:
            let preserve = pick(["", " xml:space=\"preserve\""])
            let text = text()
            let inner =
                isOdd()
                ? "<\(p)r><\(p)t>\(text)</\(p)t></\(p)r><\(p)rPh><\(p)t>z</\(p)t></\(p)rPh>"
                : "<\(p)t\(preserve)>\(text)</\(p)t>"
            let value = isOdd() ? "<\(p)v>9</\(p)v>" : ""
            return
                "<\(p)c\(attributes([reference, style, "t=\"inlineStr\""]))>\(value)<\(p)is>\(inner)</\(p)is></\(p)c>"
        case 4:
            let formula = pick([
                "<\(p)f>A1&amp;\"x\"</\(p)f>", "<\(p)f t=\"shared\" si=\"0\"/>", "<\(p)f ca=\"1\">A1&lt;2</\(p)f>",
            ])
            let value = pick(["", "<\(p)v/>", "<\(p)v></\(p)v>", "<\(p)v>\(text())</\(p)v>"])
            return "<\(p)c\(attributes([reference, style, pick(["", "t=\"str\""])]))>\(formula)\(value)</\(p)c>"
        case 5:
            return "<\(p)c\(attributes([reference, "t=\"b\""]))><\(p)v>\(pick(["0", "1", "x"]))</\(p)v></\(p)c>"
        case 6: return "<\(p)c\(attributes([reference, "t=\"e\""]))><\(p)v>#N/A</\(p)v></\(p)c>"
        default:
            let type = pick(["", "", "t=\"n\""])
            return "<\(p)c\(attributes([reference, style, type]))><\(p)v>\(number())</\(p)v></\(p)c>"
        }
    }

    private mutating func number() -> String {
        pick([
            "5", "33102", "1271901708900010", "1271901708900011", "1.271901708900001E+15", "0.1", "3.0", "-7",
            "127190170890001", "12719017089000100", " 4 ", "", isOdd() ? "<!-- c -->8" : "8",
        ])
    }

    private mutating func text() -> String {
        let plain = pick([
            "Budi", "Siti Siregar", "Jl. Mawar, No. 1", "1271901708900010", "José", "", " ", "a\tb", "baris\ndua",
            "\u{1F600}", "Ter>ang", "KARO_1", "_x0041_", "x &amp; y", "&lt;b&gt;", "&#65;&#x42;&#10;", "\"kutip\"",
            String(repeating: "panjang ", count: 30),
        ])
        if !isOdd() { return plain }
        return pick([
            "<![CDATA[a < b]]>", "a<!-- </row> -->b", "a]]>b", "&nbsp;", "\u{1}", "a\rb", "&#0;", "\u{FFFF}",
            "<b>c</b>",
            "&#xD800;", "a & b",
        ])
    }
}
