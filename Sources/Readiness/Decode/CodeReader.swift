import Columns
import Tabular

/// Reads the cells of a coded column: words of the schema's table, in any spelling, become numbers.
struct CodeReader: Sendable {
    /// The number of an empty cell's code; 0 = missing.
    let empty: UInt8
    /// The number of any word outside the table; 0 = missing.
    let other: UInt8
    /// Folded word -> number of its code.
    private let words: [String: UInt8]
    /// One byte -> number of its code, 255 = look it up.
    private var single = [UInt8](repeating: 255, count: 256)
    private var seen = ByteDictionary()
    private var numbers: [UInt8] = []
    private var strange: [Bool] = []
    /// Cells that hold a word outside the table.
    private(set) var unmapped = 0

    /// Numbers are places in `order` plus one, or 0 for a code that is not in it.
    init(_ column: ListSchema.Column, order: [String]) {
        func number(_ code: String?) -> UInt8 {
            guard let code, let place = order.firstIndex(of: code) else { return 0 }
            return UInt8(clamping: place + 1)
        }
        var words: [String: UInt8] = [:]
        for code in column.codes {
            for word in code.words { words[Folding.code(word)] = number(code.code) }
        }
        self.words = words
        empty = number(column.emptyCode)
        other = number(column.otherCode)
    }

    /// Reads a whole column into `codes`.
    mutating func read(_ bytes: [UInt8], _ cells: TextColumn, into codes: inout [UInt8]) {
        codes.removeAll(keepingCapacity: true)
        let text = bytes.span
        for row in 0..<cells.count {
            let start = Int(cells.starts[row])
            let end = Int(cells.ends[row])
            if end == start {
                codes.append(empty)
            } else if end - start == 1, single[Int(text[start])] != 255 {
                codes.append(single[Int(text[start])])
            } else {
                codes.append(lookUp(text.extracting(start..<end)))
            }
        }
    }

    /// Reads one cell.
    mutating func number(of cell: Span<UInt8>) -> UInt8 {
        cell.isEmpty ? empty : lookUp(cell)
    }

    private mutating func lookUp(_ cell: Span<UInt8>) -> UInt8 {
        if let known = seen.number(of: cell) {
            if strange[known] { unmapped += 1 }
            return numbers[known]
        }
        var bytes: [UInt8] = []
        for index in cell.indices { bytes.append(cell[index]) }
        let folded = Folding.code(String(decoding: bytes, as: UTF8.self))
        let number: UInt8
        var isStrange = false
        if folded.isEmpty {
            number = empty
        } else if let mapped = words[folded] {
            number = mapped
        } else {
            number = other
            isStrange = true
            unmapped += 1
        }
        // A list of free text must not fill the memory.
        if seen.count < 4096 {
            _ = seen.add(cell)
            numbers.append(number)
            strange.append(isStrange)
            if cell.count == 1, !isStrange { single[Int(cell[0])] = number }
        }
        return number
    }
}
