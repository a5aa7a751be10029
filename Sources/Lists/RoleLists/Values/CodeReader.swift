public import Columns
public import Schema

/// Reads the cells of a coded column: words of the schema's table, in any spelling, become numbers.
public struct CodeReader: Sendable {
    /// The number of an empty cell's code; 0 = missing.
    let empty: UInt8
    /// The number of any word outside the table; 0 = missing.
    let other: UInt8
    /// Folded word -> number of its code.
    private let words: [String: UInt8]
    /// How a cell is looked up that is no word as a whole.
    private let beginning: ListSchema.Beginning?
    private var firstWords: [String: UInt8] = [:]
    private var memo = CellMemo()
    private var found: [UInt64] = []
    private var seen = ByteDictionary()
    private var numbers: [UInt64] = []
    /// Of a found value: the cell is known, and its word is outside the table. The number stands in the low byte.
    private static let knownBit: UInt64 = 1 << 16
    private static let strangeBit: UInt64 = 1 << 8
    /// Cells that hold a word outside the table.
    public private(set) var unmapped = 0

    /// Numbers are places in `order` plus one, or 0 for a code that is not in it.
    public init(_ column: ListSchema.Column, order: [String]) {
        func number(_ code: String?) -> UInt8 {
            guard let code, let place = order.firstIndex(of: code) else { return 0 }
            return UInt8(clamping: place + 1)
        }
        var words: [String: UInt8] = [:]
        for code in column.codes {
            for word in code.words { words[Folding.code(word)] = number(code.code) }
        }
        self.words = words
        beginning = column.beginning
        if case .word(let codes) = column.beginning {
            for code in codes {
                for word in code.words { firstWords[Folding.code(word)] = number(code.code) }
            }
        }
        empty = number(column.emptyCode)
        other = number(column.otherCode)
    }

    /// Reads a whole column into `codes`.
    public mutating func read(_ bytes: [UInt8], _ cells: TextColumn, into codes: inout [UInt8]) {
        var row = memo.read(bytes, cells, from: 0, into: &found)
        while row < cells.count {
            let start = Int(cells.starts[row])
            let end = Int(cells.ends[row])
            found[row] = lookUp(bytes.span.extracting(start..<end))
            memo.learn(bytes, from: start, to: end, value: found[row])
            row = memo.read(bytes, cells, from: row + 1, into: &found)
        }
        let count = cells.count
        ColumnDecoding.resize(&codes, count)
        var to = codes.mutableSpan
        let found = self.found
        let from = found.span
        var strange: UInt64 = 0
        for row in 0..<count {
            let value = from[row]
            to[row] = value == 0 ? empty : UInt8(truncatingIfNeeded: value)
            strange &+= value >> 8 & 1
        }
        unmapped += Int(strange)
    }

    /// Reads one cell.
    public mutating func number(of cell: Span<UInt8>) -> UInt8 {
        if cell.isEmpty { return empty }
        let value = lookUp(cell)
        if value & Self.strangeBit != 0 { unmapped += 1 }
        return UInt8(truncatingIfNeeded: value)
    }

    /// What the first word, or the number at the beginning, stands for.
    private func byBeginning(_ folded: String) -> UInt8? {
        switch beginning {
        case nil: return nil
        case .word: return firstWords[String(folded.prefix { $0 != " " })]
        case .number:
            let digits = folded.utf8.prefix { 0x30...0x39 ~= $0 }
            guard 1...2 ~= digits.count, let next = folded.utf8.dropFirst(digits.count).first,
                [UInt8](" .()".utf8).contains(next)
            else { return nil }
            return words[String(decoding: digits, as: UTF8.self)]
        }
    }

    private mutating func lookUp(_ cell: Span<UInt8>) -> UInt64 {
        if let known = seen.number(of: cell) { return numbers[known] }
        var bytes: [UInt8] = []
        for index in cell.indices { bytes.append(cell[index]) }
        let folded = Folding.code(String(decoding: bytes, as: UTF8.self))
        var value = Self.knownBit
        if folded.isEmpty {
            value |= UInt64(empty)
        } else if let mapped = words[folded] ?? byBeginning(folded) {
            value |= UInt64(mapped)
        } else {
            value |= UInt64(other) | Self.strangeBit
        }
        // A list of free text must not fill the memory.
        if seen.count < 4096 {
            _ = seen.add(cell)
            numbers.append(value)
        }
        return value
    }
}
