import Testing

@testable import Tabular

@Suite struct SheetTextTests {
    @Test(arguments: [
        ("", ""), ("SITI NURHALIZA", "SITI NURHALIZA"), ("=1+1", "=1+1"), ("a\nb\tc", "a\nb\tc"),
        ("a\u{0}b", "a\u{FFFD}b"),
        ("a\u{FFFE}b\u{FFFF}", "a\u{FFFD}b\u{FFFD}"), ("_x0041_", "_x005F_x0041_"), ("_x004_", "_x004_"),
        ("x_y_x1", "x_y_x1"), ("😀 é", "😀 é"),
    ])
    func cleaned(text: String, cell: String) {
        #expect(SheetText.clean(text) == cell)
    }

    @Test func textLongerThanACellIsCutWithAMark() {
        let long = SheetText.clean(String(repeating: "a", count: 40_000))
        #expect(long.utf16.count == SheetText.limit)
        #expect(long.hasSuffix("a…"))
        let fitting = String(repeating: "a", count: SheetText.limit)
        #expect(SheetText.clean(fitting) == fitting)
        let wide = SheetText.clean(String(repeating: "😀", count: 20_000))
        #expect(wide.utf16.count <= SheetText.limit)
        #expect(wide.hasSuffix("…"))
    }

    @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
    func columnLetters(column: Int, letters: String) {
        #expect(SheetColumn.letters(column) == letters)
    }

    @Test func footerEscapesAndFits() {
        var page = PageSetup()
        page.footer = "R&D 12"
        page.pageWords = ("Halaman", "dari")
        #expect(page.footerCode == "&L&8 R&&D 12&R&8Halaman &P dari &N")
        page.footer = String(repeating: "&", count: 300)
        #expect(page.footerCode.utf16.count <= 255)
        #expect(page.footerCode.hasSuffix("&&&R&8Halaman &P dari &N"))
    }
}
