import Testing

@testable import Tabular

@Suite struct WorkbookTextTests {
    @Test(arguments: [
        ("dd/mm/yyyy", true), ("d-mmm-yy", true), ("[$-421]dd mmmm yyyy;@", true), ("mmm", true), ("General", false),
        ("0", false), ("#,##0.00", false), ("hh:mm:ss", false), ("[h]:mm", false), ("mm:ss", false),
        ("\"dd\"0", false), ("0\\d", false), ("[Red]0", false), ("@", false), ("yyyy", true), ("0;dd", false),
        ("_-* #,##0_-", false), ("YYYY\\-MM\\-DD", true),
        ("AM/PM", false), ("am/pm", false), ("A/P", false), ("h:mm AM/PM", false), ("dd/mm/yy AM/PM", true),
        ("mmm AM/PM", false), ("\"AM/PM\"mmm", true),
    ])
    func daysByFormat(_ code: String, _ isDay: Bool) {
        #expect(NumberFormats.showsDay(Array(code.utf8)) == isDay)
    }

    @Test(arguments: [
        ("_x000D_", "\r"), ("a_x0009_b", "a\tb"), ("_x005F_x000D_", "_x000D_"), ("_xD83D__xDE00_", "😀"),
        ("_xD83D_", "\u{FFFD}"), ("_x00_", "_x00_"), ("__x0041_", "_A"), ("_x00g1_", "_x00g1_"), ("_", "_"),
        ("plain", "plain"), ("_x0041_x0042_", "Ax0042_"),
    ])
    func escapes(_ text: String, _ plain: String) {
        var bytes = Array(text.utf8)
        EscapedText.decode(&bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == plain)
    }

    @Test(arguments: [
        ("1.271901708900001E+15", "1271901708900001"), ("1.27E+15", "1270000000000000"), ("-1E2", "-100"),
        ("5.0", "5"), ("5.10", "5.10"), ("0.00", "0"), ("1E+30", "1E+30"), ("1E-3", "1E-3"), ("abc", "abc"),
        ("1E5x", "1E5x"), (".5", ".5"), ("007", "007"), ("+7", "7"),
        ("1E99999999999999999999", "1E99999999999999999999"),
    ])
    func numbers(_ text: String, _ plain: String) {
        var bytes: [UInt8] = []
        CellNumber.append(Array(text.utf8).span, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == plain)
    }

    @Test func partNames() {
        #expect(PartName.folded("/XL\\Workbook.xml") == "xl/workbook.xml")
        #expect(PartName.folded("xl/sheet%201.xml") == "xl/sheet 1.xml")
        #expect(PartName.folded("xl/100%.xml") == "xl/100%.xml" && PartName.folded("xl/%+1.xml") == "xl/%+1.xml")
        #expect(PartName.resolve("worksheets/sheet1.xml", from: "xl/workbook.xml") == "xl/worksheets/sheet1.xml")
        #expect(PartName.resolve("/xl/Sheet%201.xml", from: "xl/workbook.xml") == "xl/sheet 1.xml")
        #expect(PartName.resolve("../a.xml", from: "xl/b/c.xml") == "xl/a.xml")
        #expect(PartName.resolve("../../../../etc/passwd", from: "xl/b.xml") == "etc/passwd")
        #expect(PartName.relationships(of: "xl/workbook.xml") == "xl/_rels/workbook.xml.rels")
        #expect(PartName.relationships(of: "") == "_rels/.rels")
    }
}
