import Testing

@testable import Page

@Suite struct MarkupTests {
    /// Whatever stands in a list or a file's name stays text.
    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\" onload=\"x", "&quot; onload=&quot;x"), ("'&'", "&#39;&amp;&#39;"),
        ("a\u{202E}b\u{0}c\nd", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d"), ("Mandailing Natal – é", "Mandailing Natal – é"),
    ])
    func textIsEscaped(text: String, escaped: String) {
        #expect(Markup.element("b", ["title": text], text).source == "<b title=\"\(escaped)\">\(escaped)</b>")
    }

    @Test func attributesWithoutValueAreLeftOut() {
        #expect(Markup.element("i", ["class": nil, "id": "x"], "y").source == "<i id=\"x\">y</i>")
        #expect(Markup.element("br", [:], []).source == "<br>")
        #expect(Markup.element("rect", ["x": "1"], []).source == "<rect x=\"1\"/>")
    }

    @Test func tableSortsByWhatMayBeSeen() {
        let table = PageTable(
            caption: "C", columns: [.text("A"), .number("N")],
            rows: [[.text("a"), .init(content: .text("1.000"), order: 1000)], [.text("b"), .text("<5")]],
            totals: [[.text("all"), .text("1.002")]])
        let source = table.markup.source
        #expect(source.contains("<td class=\"n\" data-v=\"1000\">1.000</td><td") == false)
        #expect(source.contains("<th scope=\"row\">a</th><td class=\"n\" data-v=\"1000\">1.000</td>"))
        #expect(source.contains("<td class=\"n\">&lt;5</td>"))
        #expect(source.contains("<table class=\"data sortable\">"))
        #expect(source.contains("<tfoot><tr><th scope=\"row\">all</th>"))
    }

    @Test(arguments: [
        ("Sudah rekam, belum ada KTP-el atau suket", 27, ["Sudah rekam, belum ada", "KTP-el atau suket"]),
        ("Pematangsiantar", 5, ["Pematangsiantar"]), ("", 9, []),
    ])
    func wordsBreakIntoLines(text: String, room: Int, lines: [String]) {
        #expect(Drawing.lines(text, room: room) == lines)
    }
}
