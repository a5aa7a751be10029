public import Columns

/// Reads single records of a list again, from where they stood in a first reading.
///
/// Records asked for in ascending order cost little: the bytes around one serve the next.
public struct RecordFetcher: Sendable {
    public let list: ListText
    /// The record last fetched: one row, its cells.
    public var block: Block

    public init(_ list: ListText) {
        self.list = list
        block = Block(width: list.width)
    }

    /// Whether the byte at `offset` is at hand.
    public func holds(_ offset: Int) -> Bool { offset >= block.offset && offset < block.offset + block.size }

    /// Fetches the record that begins at `offset`; where it is not at hand it is read, and with it what begins in the
    /// next `ahead` bytes. False if no row stands there (the file was changed).
    public mutating func fetch(at offset: Int, ahead: Int = 0) throws(FileError) -> Bool {
        try list.fetch(at: offset, ahead: ahead, into: &block)
        return block.bounds.rows == 1
    }

    /// The text of a cell: unquoted, in UTF-8, empty for the list's word for empty.
    public func cell(_ column: Int) -> [UInt8] { block.cellText(0, column, of: list) }

    /// Where the text of a cell stands in the block's bytes; nil for one that `cell` has to write anew.
    public func plainCell(_ column: Int) -> Range<Int>? { block.plainCell(0, column, of: list) }
}

extension ListText {
    /// Bytes that nearly every record fits in.
    private static let shortRecord = 512

    /// Reads the rows that begin at file offsets `start ..< limit`; `start` is where a record begins. For rows known
    /// from a first reading: what else stands there is dropped. `row` is the number of the first record.
    public func readRows(from start: Int, limit: Int, row: Int, into block: inout Block) throws(FileError) {
        _ = try read(from: start, limit: limit, into: &block)
        block.firstRow = row
    }

    /// Reads the one record at `offset` into `block`; no row where the file has none there.
    func fetch(at offset: Int, ahead: Int, into block: inout Block) throws(FileError) {
        block.clear()
        guard offset >= 0, offset < file.size else { return }
        if offset < block.offset || offset >= block.offset + block.size {
            try fill(&block, from: offset, count: min(max(ahead, 0) + Self.shortRecord, file.size - offset))
        }
        while true {
            let final = block.offset + block.size >= file.size
            let at = offset - block.offset
            let stop = scan.scan(
                block.text, from: at, to: block.size, limit: at + 1, final: final, into: &block.bounds,
                high: &block.high)
            switch stop {
            case .limit: return
            case .irregular:
                _ = try readExactly(at, &block)
                return
            case .incomplete:
                let have = block.size - at
                try fill(&block, from: offset, count: min(max(have * 2, 4096), file.size - offset))
            }
        }
    }
}
