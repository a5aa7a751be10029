import Testing

@testable import Reports

/// Totals and signature never stand on a page of their own.
@Suite struct ClosingBreakTests {
    /// Ten rows of heading, people of 20 points, ten rows of 15 points that close the sheet.
    private func end(_ people: Int, page: Double = 600) -> Int? {
        let heights =
            Array(repeating: 15.0, count: 10) + Array(repeating: 20.0, count: people)
            + Array(repeating: 15.0, count: 10)
        return ClosingBreak.row(heights, repeated: 8...9, closing: 10 + people - 2, page: page)
    }

    @Test func whatFitsIsLeftAlone() {
        #expect(end(5) == nil)
        #expect(end(15) == nil)
    }

    /// 150 points of heading and 150 of signature leave room for 15 people.
    @Test(arguments: 16...23) func theLastPeopleComeAlong(people: Int) {
        #expect(end(people) == 10 + people - 2)
    }

    @Test func onFurtherPagesTheHeadingTakesRoomAgain() {
        // 22 people on the first page, then 30 points of heading.
        #expect(end(24) == nil && end(35) == nil)
        #expect(end(22 + 28) == 10 + 22 + 28 - 2)
    }

    @Test func nothingEndsWithinTheHeading() {
        #expect(ClosingBreak.row([15, 15, 500, 500], repeated: 0...1, closing: 1, page: 600) == nil)
        #expect(ClosingBreak.row([], repeated: 0...0, closing: 3, page: 600) == nil)
    }
}
