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

    /// Fetches the record that begins at `offset`; `ahead` bytes are read with it when they are not at hand.
    /// False if no row stands there (the file was changed).
    public mutating func fetch(at offset: Int, ahead: Int) throws(FileError) -> Bool {
        try list.fetch(at: offset, ahead: ahead, into: &block)
        return block.bounds.rows == 1
    }

    /// The text of a cell: unquoted, in UTF-8, empty for the list's word for empty.
    public func cell(_ column: Int) -> [UInt8] { block.cellText(0, column, of: list) }
}

extension ListText {
    /// Reads the rows that begin at file offsets `start ..< limit`; `start` is where a record begins. For rows known
    /// from a first reading: what else stands there is dropped. `row` is the number of the first record.
    public func readRows(from start: Int, limit: Int, row: Int, into block: inout Block) throws(FileError) {
        _ = try read(from: start, limit: limit, into: &block)
        block.firstRow = row
    }

    /// Reads the one record at `offset` into `block`.
    func fetch(at offset: Int, ahead: Int, into block: inout Block) throws(FileError) {
        block.clear()
        if offset < block.offset || offset >= block.offset + block.size {
            try fill(&block, from: offset, count: min(max(ahead, 4096), file.size - offset))
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
                try fill(&block, from: offset, count: min(max(have * 2, 4096, ahead), file.size - offset))
            }
        }
    }
}
