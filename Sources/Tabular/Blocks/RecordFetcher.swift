public import Columns

/// Reads single records of a list again, from where they stood in a first reading.
///
/// Records asked for in ascending order cost little: the bytes around one serve the next.
public struct RecordFetcher: Sendable {
    public let list: ListText
    /// The record last fetched: one row, its cells.
    public var block: Block
    private var column = TextColumn()

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

    /// Appends the text of a cell: unquoted, in UTF-8, empty for the list's word for empty.
    public func appendCell(_ column: Int, to bytes: inout [UInt8]) {
        var cell = block.bounds.cell(0, column)
        if column == list.width - 1, let last = cell.last, block.text[last] == 13 { cell = cell.dropLast() }
        let start = bytes.count
        CellText.appendUnquoted(block.text.span.extracting(cell), quoting: list.grammar.quoting, to: &bytes)
        if let word = list.emptyWord, bytes[start...].elementsEqual(word) {
            bytes.removeLast(bytes.count - start)
            return
        }
        if bytes[start...].contains(where: { $0 > 127 }) {
            let cell = Array(bytes[start...])
            if !Windows1252.isUTF8(cell.span) {
                bytes.removeLast(bytes.count - start)
                bytes.append(contentsOf: Windows1252.text(cell).utf8)
            }
        }
    }

    /// The text of a cell, as `appendCell` gives it.
    public func cell(_ column: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        appendCell(column, to: &bytes)
        return bytes
    }
}

extension ListText {
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
