/// Where the cells of a block's rows stand in its bytes: rows of equal width, row by row.
///
/// Cell `j` of row `i` is `text[starts[i * stride + j] ..< starts[i * stride + j + 1] - 1]`: each start is one past the
/// delimiter (or line end) before it. Quotes and a carriage return before the line end are still in the cell.
public struct RowBounds: Sendable {
    /// Cells of a row.
    public let width: Int
    /// Whole rows in use.
    public internal(set) var rows = 0
    @usableFromInline var starts: [UInt32] = []
    /// Rows in whose bytes a quote was met, ascending: the only ones whose cells may be quoted.
    private(set) var quoted: [Int] = []

    public init(width: Int) {
        self.width = max(1, width)
    }

    @inlinable public var stride: Int { width + 1 }

    public mutating func removeAll() {
        rows = 0
        quoted.removeAll(keepingCapacity: true)
    }

    /// Notes that a quote was met in one of these rows, or in several.
    mutating func noteQuotes(_ rows: ClosedRange<Int>) {
        for row in rows where row > quoted.last ?? -1 { quoted.append(row) }
    }

    /// Numbers behind a row that a scan may overwrite.
    static let slack = 16

    /// Makes room for every row that `bytes` more bytes can hold: far more than there are, most of it never touched.
    mutating func reserve(bytes: Int) {
        starts.grow(to: (rows + bytes / width + 2) * stride + 1 + Self.slack)
    }

    /// Adds a row found by other means, which may hold quotes; `cells` are the starts of its cells and one past its end:
    /// `stride` numbers.
    public mutating func append(_ cells: ArraySlice<UInt32>) {
        reserve(bytes: 0)
        var at = rows * stride
        for start in cells.prefix(stride) {
            starts[at] = start
            at += 1
        }
        noteQuotes(rows...rows)
        rows += 1
    }

    /// Where cell `column` of `row` begins and ends, quotes included.
    @inlinable public func cell(_ row: Int, _ column: Int) -> Range<Int> {
        let at = row * stride + column
        let start = Int(starts[at])
        return start..<max(start, Int(starts[at + 1]) - 1)
    }

    /// Where each row begins, counted from `base`; as many as `places` has.
    public func rowStarts(from base: UInt64, into places: inout [UInt64]) {
        let starts = self.starts.span
        var to = places.mutableSpan
        for row in 0..<min(rows, to.count) { to[row] = base &+ UInt64(starts[row * stride]) }
    }

    /// Where a row begins.
    @inlinable public func start(ofRow row: Int) -> Int { Int(starts[row * stride]) }
}

extension RowBounds {
    /// Takes rows out; the others keep their order.
    public mutating func remove(where dropped: (Int) -> Bool) {
        var kept = 0
        let quotes = quoted
        var next = 0
        quoted.removeAll(keepingCapacity: true)
        for row in 0..<rows {
            let isQuoted = next < quotes.count && quotes[next] == row
            if isQuoted { next += 1 }
            if dropped(row) { continue }
            if kept != row {
                for cell in 0..<stride { starts[kept * stride + cell] = starts[row * stride + cell] }
            }
            if isQuoted { quoted.append(kept) }
            kept += 1
        }
        rows = kept
    }
}
