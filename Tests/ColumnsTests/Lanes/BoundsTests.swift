import CLanes
import Testing

/// Columns stand where their cells do, by registers of every width.
@Suite struct BoundsTests {
    /// Rows of cells of 0 to 19 bytes, `width` in each; one without an end, as at the end of a file, is empty.
    private static func bounds(rows: Int, width: Int) -> [UInt32] {
        var random = SeededBytes(3)
        let stride = width + 1
        var bounds: [UInt32] = []
        var at: UInt32 = 5
        for place in 0..<rows * stride + 1 {
            bounds.append(at)
            // The next row begins where this one ends.
            if place % stride != width { at += 1 + UInt32(random.below(20)) }
        }
        if rows > 3 { bounds[3 * stride + 1] = bounds[3 * stride] }
        return bounds
    }

    /// Fewer rows than are looked at together, just as many, and more.
    @Test(arguments: [0, 1, 7, 8, 9, 64, 1003], [1, 2, 15]) func columnsStandWhereTheirCellsDo(rows: Int, width: Int) {
        let stride = width + 1
        let bounds = Self.bounds(rows: rows, width: width)
        for column in 0..<width {
            let first = (0..<rows).map { bounds[$0 * stride + column] }
            let next = (0..<rows).map { bounds[$0 * stride + column + 1] }
            let last = zip(first, next).map { max($0, $1 - 1) }
            let others = (0..<rows).filter { next[$0] - first[$0] != 17 }
            for register in Registers.here(LANES_GATHER_CELLS) {
                var starts = [UInt32](repeating: 1, count: rows)
                var ends = [UInt32](repeating: 1, count: rows)
                #expect(
                    unsafe lanes_gather_cells_by(
                        register, bounds, Int64(stride), Int64(rows), Int64(column), &starts, &ends) == 1)
                #expect(starts == first)
                #expect(ends == last)
                let found = Self.rows(upTo: rows) { row in
                    var found: Int64 = -1
                    #expect(
                        unsafe lanes_next_not_of_length_by(
                            register, bounds, Int64(stride), row, Int64(rows), Int64(column), 16, &found) == 1)
                    return found
                }
                #expect(found == others)
            }
            var starts = [UInt32](repeating: 1, count: rows)
            var ends = [UInt32](repeating: 1, count: rows)
            unsafe lanes_gather_cells(bounds, Int64(stride), Int64(rows), Int64(column), &starts, &ends)
            #expect(starts == first)
            #expect(ends == last)
            let found = Self.rows(upTo: rows) { row in
                unsafe lanes_next_not_of_length(bounds, Int64(stride), row, Int64(rows), Int64(column), 16)
            }
            #expect(found == others)
        }
    }

    /// The rows that `next` finds one after the other; it ends with the number of rows.
    private static func rows(upTo count: Int, _ next: (Int64) -> Int64) -> [Int] {
        var found: [Int] = []
        var row: Int64 = 0
        while true {
            row = next(row)
            guard 0..<Int64(count) ~= row else {
                #expect(row == count)
                return found
            }
            found.append(Int(row))
            row += 1
        }
    }
}
