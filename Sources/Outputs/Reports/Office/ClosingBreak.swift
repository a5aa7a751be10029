/// Ends a page early where totals and signature would else stand on the next one with nobody above them.
enum ClosingBreak {
    /// The row before which a page ends; nil where what closes the sheet stands together anyway.
    ///
    /// - Parameters:
    ///   - heights: of all rows in points, the last one included.
    ///   - repeated: rows printed at the top of every further page.
    ///   - closing: the first of the rows that stand together, up to the last.
    ///   - page: the height of a page in points.
    static func row(_ heights: [Double], repeated: ClosedRange<Int>, closing: Int, page: Double) -> Int? {
        guard closing > repeated.upperBound, closing < heights.count else { return nil }
        let numbers = pages(heights, repeated, page)
        return numbers[closing] == numbers.last ? nil : closing
    }

    /// The page of every row.
    private static func pages(_ heights: [Double], _ repeated: ClosedRange<Int>, _ page: Double) -> [Int] {
        let again = heights[repeated.clamped(to: 0...max(0, heights.count - 1))].reduce(0, +)
        var (number, used) = (0, 0.0)
        return heights.map { height in
            if used + height > page, used > 0 { (number, used) = (number + 1, again) }
            used += height
            return number
        }
    }
}
