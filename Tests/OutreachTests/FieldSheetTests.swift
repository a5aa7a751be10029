import Testing

@testable import Outreach

/// Room that wrapped text takes, and counts that add up.
@Suite struct FieldSheetTests {
    @Test(arguments: [
        ("", 10.0, 1), ("satu", 10, 1), ("satu dua tiga", 10, 2), ("satu dua", 9, 1), ("satu dua", 8, 2),
        ("panjangsekalikatanya", 6, 4), ("a panjangsekalikatanya b", 6, 6), ("x", 1, 1),
    ]) func linesOfACell(text: String, width: Double, lines: Int) {
        #expect(FieldSheet.lines(text, width) == lines)
    }

    /// A wider column never needs more lines.
    @Test func widerColumnsNeedFewerLines() {
        let text = (0..<40).map { String(repeating: "k", count: 1 + $0 * 5 % 9) }.joined(separator: " ")
        let lines = (2...60).map { FieldSheet.lines(text, Double($0)) }
        #expect(lines == lines.sorted(by: >))
    }

    @Test func countsAddUp() {
        var one = ListCounts()
        one.visit = 1
        one.handOut = 5
        one.office = 2
        one.cards = 3
        one.firstTime = 1
        one.elderly = 4
        one.failed = 6
        #expect(one.flagged == 5)
        let two = one + one
        #expect(
            [two.visit, two.handOut, two.office, two.cards, two.firstTime, two.elderly, two.failed] == [
                2, 10, 4, 6, 2, 8, 12,
            ] as [Int])
        #expect(two.flagged == 10)
    }
}
