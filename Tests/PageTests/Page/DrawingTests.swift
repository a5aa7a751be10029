import Diagnostics
import Testing

@testable import Page

/// Drawings in words and lengths.
@Suite struct DrawingTests {
    /// What there is any of can be seen; nothing is longer than the whole.
    @Test(arguments: [0, 1, 2, 7, 1000], [0, 1, 7, 1_000_000]) func lengths(part: Int, most: Int) {
        let length = Drawing.length(part, of: most, whole: 460)
        #expect(length <= 460 && length >= 0)
        #expect((length > 0) == (part > 0 && most > 0))
        if part > 0, part >= most, most > 0 { #expect(length == 460) }
    }

    @Test func lengthsFollowTheirNumbers() {
        let lengths = (0...100).map { Drawing.length($0, of: 100, whole: 460) }
        #expect(lengths == lengths.sorted())
        #expect(lengths[50] == 230 && lengths[1] == 5)
    }

    @Test(arguments: [
        ("", 10, [String]()), ("satu dua tiga", 9, ["satu dua", "tiga"]),
        ("panjangsekali a", 4, ["panjangsekali", "a"]),
    ])
    func wordsAreBroken(text: String, room: Int, lines: [String]) {
        #expect(Drawing.lines(text, room: room) == lines)
    }

    /// A drawing says in words what it shows.
    @Test func drawingsHaveANameAndWords() {
        var drawing = Drawing(id: "x", width: 10, height: 20)
        drawing.rectangle(1, 2, -3, 4, "bar")
        drawing.text("<a>", 5, 6, "end")
        drawing.line(0, 0, 1, 1, "axis")
        drawing.path("M0 0", "flow")
        let source = drawing.markup(title: "T & U", text: "words").source
        #expect(source.contains("role=\"img\""))
        #expect(source.contains("<title id=\"x-title\">T &amp; U</title>"))
        #expect(source.contains("<desc id=\"x-text\">words</desc>"))
        #expect(source.contains("aria-labelledby=\"x-title x-text\""))
        #expect(source.contains("<rect x=\"1\" y=\"2\" width=\"0\" height=\"4\" class=\"bar\"/>"))
        #expect(source.contains(">&lt;a&gt;</text>"))
        #expect(source.contains("<line x1=\"0\"") && source.contains("<path d=\"M0 0\" class=\"flow\"/>"))
    }

    @Test func barsBearTheirLabelAndNumber() {
        let chart = BarChart(
            id: "b", title: "t", text: "w",
            bars: [
                .init(label: "SATU", figure: .shown(1234), text: "25 % · 1.234", share: 2_500),
                .init(label: "DUA", figure: .shown(0)),
            ], language: .indonesian
        ).markup.source
        #expect(chart.contains(">SATU</text>") && chart.contains(">25 % · 1.234</text>"))
        // A share is drawn as one: a quarter of the track, whatever the greatest is.
        #expect(chart.contains("width=\"115\" height=\"9\" rx=\"2\" class=\"people\""))
        #expect(chart.contains(">DUA</text>") && chart.contains(">0</text>"))
        #expect(chart.split(separator: "class=\"people\"").count == 2)
    }

    /// Men stand left, women right.
    @Test func pyramidsKeepTheSexesApart() throws {
        let source = Pyramid(
            id: "p", title: "t", text: "w", headings: ("Laki-laki", "Perempuan"),
            rows: [.init(label: "17", male: .shown(11), female: .shown(22), isFirstTime: true)], language: .english
        ).markup.source
        let men = try #require(source.firstRange(of: ">11</text>"))
        let women = try #require(source.firstRange(of: ">22</text>"))
        func x(_ end: String.Index) throws -> Int {
            let tag = try #require(source[..<end].split(separator: "<").last)
            let number = try #require(tag.split(separator: "\"").dropFirst().first)
            return try #require(Int(number))
        }
        #expect(try x(men.lowerBound) < x(women.lowerBound))
        #expect(source.contains(">Laki-laki</text>") && source.contains(">17</text>"))
        #expect(source.contains("class=\"first\"") && !source.contains("class=\"people\""))
    }
}

/// Tables are whole as they stand.
@Suite struct PageTableTests {
    @Test func cellsStandUnderTheirColumns() {
        var table = PageTable(caption: "C", columns: [.text("A"), .number("N")])
        table.rows = [[.text("x<"), .init(content: .text("7"), order: 7)], [.code("1271"), .text("–")]]
        table.totals = [[.text("All"), .text("7")]]
        let source = table.markup.source
        #expect(source.contains("<caption>C</caption>"))
        #expect(source.contains("<th scope=\"col\">A</th><th scope=\"col\" class=\"n\">N</th>"))
        #expect(source.contains("<th scope=\"row\">x&lt;</th><td class=\"n\" data-v=\"7\">7</td>"))
        #expect(source.contains("<tfoot>") && source.contains("class=\"data sortable\""))
    }

    @Test(arguments: [(14, true, false), (15, true, true), (15, false, false)])
    func longTablesAreFiltered(rows: Int, isSortable: Bool, isFiltered: Bool) {
        var table = PageTable(caption: "C", columns: [.text("A")])
        table.isSortable = isSortable
        table.rows = (0..<rows).map { [.text("\($0)")] }
        #expect(table.markup.source.contains("filterable") == isFiltered)
        #expect(table.markup.source.contains("sortable") == isSortable)
    }
}
