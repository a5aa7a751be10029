import Diagnostics
import Testing

@testable import RuleListing

/// Plain text with headings and aligned columns.
@Suite struct PageTests {
    private func text(_ write: (inout Page) -> Void) -> String {
        var page = Page(.english)
        write(&page)
        return page.text
    }

    /// No line is longer than a terminal, no word is lost, and further lines stand deeper.
    @Test(arguments: [0, 2, 4, 8], [1, 5, 90, 96, 97, 300]) func paragraphsAreBroken(indent: Int, words: Int) {
        let parts = (0..<words).map { String(repeating: "x", count: 1 + $0 * 7 % 12) }
        let lines = text { $0.line(parts.joined(separator: " "), indent: indent) }.split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= Page.width })
        #expect(lines.joined(separator: " ").split(separator: " ").map(String.init) == parts)
        #expect(lines.first?.prefix { $0 == " " }.count == indent)
        #expect(lines.dropFirst().allSatisfy { line in line.prefix { $0 == " " }.count == indent + 2 })
    }

    @Test func aWordLongerThanALineStandsAlone() {
        let long = String(repeating: "y", count: 120)
        #expect(text { $0.line("a \(long) b") } == "a\n  \(long)\n  b\n")
        #expect(text { $0.line(long) } == long + "\n")
    }

    @Test func headingsStandApart() {
        let page = text {
            $0.heading(Bilingual(id: "Satu", en: "One"))
            $0.line("a", indent: 2)
            $0.heading(Bilingual(id: "Dua", en: "Two"))
            $0.line("")
        }
        #expect(page == "One\n  a\n\nTwo\n\n")
    }

    /// Every column but the last is as wide as its widest cell; nothing stands behind the last cell.
    @Test func columnsAreAligned() {
        let page = text { $0.table([["a", "bb", "c"], ["aaaa", "", "cc"], ["", "b"], ["aa"]]) }
        #expect(page == "  a     bb  c\n  aaaa      cc\n        b\n  aa\n")
        #expect(text { $0.table([]) }.isEmpty)
    }
}
