public import Columns

/// A stretch of whole records of one list: their bytes and where their cells are. Reused block after block.
public struct Block: Sendable {
    /// A record that is none of the rows.
    public struct Problem: Sendable, Equatable {
        /// Number of the record within the block, first = 0.
        public var ordinal: Int
        public var kind: RecordProblem
        /// Cells it has.
        public var cells: Int
    }

    /// The bytes: `offset ..< offset + size` of the file, then padding, then cells that had to be rewritten.
    public internal(set) var text: [UInt8] = []
    /// Where the first byte of `text` stands in the file.
    public internal(set) var offset = 0
    /// Bytes of the file in `text`.
    public internal(set) var size = 0
    public internal(set) var bounds: RowBounds
    /// For each row, its number among the records of the block.
    public internal(set) var ordinals: [UInt32] = []
    public internal(set) var problems: [Problem] = []
    /// Records that begin in the block, rows and problems together.
    public internal(set) var records = 0
    /// Number of the first record, as a spreadsheet shows it (first record of the file = 1).
    public internal(set) var firstRow = 1
    /// Whether its records hold bytes above 127 and are not all UTF-8.
    public internal(set) var high = false
    var cells: [UInt32] = []
    var quoted: [Int] = []
    var odd: [Int] = []

    public init(width: Int) {
        bounds = RowBounds(width: width)
    }

    public var rows: Int { bounds.rows }

    /// Where row `row` begins in the file.
    public func fileOffset(ofRow row: Int) -> Int { offset + bounds.start(ofRow: row) }

    /// Where each row begins in the file, counted from `base`; as many as `places` has.
    public func fileOffsets(from base: UInt64, into places: inout [UInt64]) {
        bounds.rowStarts(from: base &+ UInt64(clamping: offset), into: &places)
    }

    /// The row number of row `row`, as a spreadsheet shows it.
    @inlinable
    public func rowNumber(_ row: Int) -> Int { firstRow + Int(ordinals[row]) }

    /// The row of this number; nil where the block has none, or its record is no row.
    public func row(numbered number: Int) -> Int? {
        var (low, high) = (0, rows)
        while low < high {
            let middle = (low + high) / 2
            if rowNumber(middle) < number { low = middle + 1 } else { high = middle }
        }
        return low < rows && rowNumber(low) == number ? low : nil
    }

    mutating func clear() {
        bounds.removeAll()
        ordinals.removeAll(keepingCapacity: true)
        problems.removeAll(keepingCapacity: true)
        records = 0
        high = false
    }

    /// Counts regular rows that were just found.
    mutating func countRecords(_ count: Int) {
        guard count > 0 else { return }
        let first = ordinals.count
        let ordinal = records
        ordinals.append(contentsOf: repeatElement(0, count: count))
        var numbers = ordinals.mutableSpan
        for number in 0..<count { numbers[first + number] = UInt32(truncatingIfNeeded: ordinal + number) }
        records += count
    }

    /// Forgets which bytes it holds, so that those of another file are read into its place.
    public mutating func forget() {
        offset = 0
        size = 0
    }

    /// Makes room for `count` bytes of the file and the padding behind them.
    mutating func reserve(_ count: Int) {
        let needed = count + DelimiterScan.padding
        if text.count < needed {
            text.append(contentsOf: repeatElement(0, count: needed - text.count))
        } else if text.count > needed {
            text.removeLast(text.count - needed)
        }
    }
}
