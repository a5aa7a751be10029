public import Columns

/// Numbers for texts met on any thread, to be shown again: status words, TPS names.
public final class TextNumbers: Sendable {
    private let texts = Guarded(ByteDictionary())
    private let limit: Int

    /// At most `limit` texts are told apart; later ones share the number of the empty text.
    public init(limit: Int) {
        self.limit = limit
        // 0 is the empty text.
        _ = texts.withLock { $0.add([UInt8]().span) }
    }

    func number(of cell: [UInt8]) -> UInt32 {
        texts.withLock { texts in
            if let known = texts.number(of: cell.span) { return UInt32(truncatingIfNeeded: known) }
            return texts.count < limit ? UInt32(truncatingIfNeeded: texts.add(cell.span)) : 0
        }
    }

    public subscript(number: UInt32) -> [UInt8] {
        texts.withLock { Array($0[Int(number)]) }
    }

    /// Whether the text `left` stands before `right` in byte order.
    public func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
        texts.withLock { $0[Int(left)].lexicographicallyPrecedes($0[Int(right)]) }
    }
}

/// One thread's view of a `TextNumbers`: asks the shared one only for texts it has not met.
public struct TextNumberer: Sendable {
    private let shared: TextNumbers
    private var seen = ByteDictionary()
    private var numbers: [UInt32] = []
    private var memo = CellMemo()
    private var found: [UInt64] = []

    public init(_ shared: TextNumbers) { self.shared = shared }

    /// Reads a whole column.
    public mutating func read(_ text: [UInt8], _ cells: TextColumn, into numbers: inout [UInt32]) {
        var row = memo.read(text, cells, from: 0, into: &found)
        while row < cells.count {
            let start = Int(cells.starts[row])
            let end = Int(cells.ends[row])
            found[row] = UInt64(number(text.span.extracting(start..<end)))
            memo.learn(text, from: start, to: end, value: found[row])
            row = memo.read(text, cells, from: row + 1, into: &found)
        }
        ColumnDecoding.narrow(found, into: &numbers)
    }

    /// The number of one text; 0 = empty.
    public mutating func number(_ cell: Span<UInt8>) -> UInt32 {
        if cell.isEmpty { return 0 }
        if let known = seen.number(of: cell) { return numbers[known] }
        var bytes: [UInt8] = []
        for index in cell.indices { bytes.append(cell[index]) }
        let number = shared.number(of: bytes)
        if seen.count < 65536 {
            _ = seen.add(cell)
            numbers.append(number)
        }
        return number
    }
}
