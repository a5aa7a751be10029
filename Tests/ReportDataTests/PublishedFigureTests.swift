import Testing

@testable import ReportData

/// Figures as people type them.
@Suite struct PublishedFigureTests {
    @Test(arguments: [
        ("0", 0), ("6", 6), ("6,0", 6), ("6.0", 6), ("5.00", 5), ("1.000", 1000), ("1,000", 1000), ("1.234,00", 1234),
        ("1,234.0", 1234), ("10.335.695", 10_335_695), ("10,335,695", 10_335_695), ("10 335 695", 10_335_695),
        ("1\u{A0}234", 1234), ("1234,0", 1234), ("'12", 12), ("=\"12\"", 12), (" 12 ", 12), ("1 234,00", 1234),
        ("999999999999", 999_999_999_999), ("0012", 12),
    ])
    func whole(text: String, number: Int) {
        #expect(PublishedFigure(text) == .number(number))
    }

    @Test(arguments: ["", " ", "-", "–", " — ", "'"]) func missing(text: String) {
        #expect(PublishedFigure(text) == .missing)
    }

    @Test(arguments: [
        "x", "6,5", "0.5", "-5", "1.23", "12.34.56", "1234.567", "1.234.5", "1,23,456", "1.234,567.8", "6,", ",6",
        "1..234",
        "1 23", "6 %", "6.0.0", "1.27E+15", "1000000000000", "\u{661}", "1.234 567", "1. 234", "12 orang",
    ])
    func unreadable(text: String) {
        #expect(PublishedFigure(text) == .unreadable)
    }
}
