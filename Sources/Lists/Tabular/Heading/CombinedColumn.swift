import Civil
public import Schema

/// A cell of a list that holds two columns, such as `TEMPAT/TGL LAHIR`.
public struct CombinedColumn: Sendable, Equatable {
    public var cell: Int
    /// Ids of the two columns; nil for one that has a cell of its own.
    public var columns: [String?]
    public var form: ListSchema.Combined.Form

    init(cell: Int, columns: [String?], form: ListSchema.Combined.Form) {
        self.cell = cell
        self.columns = columns
        self.form = form
    }

    /// Those of some cells that a list needs: each column comes from the first, and only where it has no cell of its own.
    static func needed(_ cells: [CombinedColumn], has: (String) -> Bool) -> [CombinedColumn] {
        var taken: Set<String> = []
        return cells.compactMap { cell in
            var cell = cell
            cell.columns = cell.columns.map { column in
                guard let column, !has(column), taken.insert(column).inserted else { return nil }
                return column
            }
            return cell.columns.contains { $0 != nil } ? cell : nil
        }
    }

    /// What a cell holds: its first and its second part. Together they say all that it says.
    func parts(_ cell: [UInt8]) -> (first: ArraySlice<UInt8>, second: ArraySlice<UInt8>) {
        switch form {
        case .slash:
            guard let slash = cell.firstIndex(of: UInt8(ascii: "/")) else { return (cell[...], []) }
            return (Self.trimmed(cell[..<slash]), Self.trimmed(cell[(slash + 1)...]))
        case .dateAtEnd:
            guard let start = Self.dateStart(cell) else { return (cell[...], []) }
            return (Self.trimmed(cell[..<start]), Self.trimmed(cell[start...]))
        }
    }

    /// No date is longer, its time included.
    private static let longestDate = 48

    /// Where the longest readable date at the end begins; or else where digits begin that are as many as a year's: what
    /// cannot be read is shown, not hidden in a place. Nil where the cell names a place alone.
    private static func dateStart(_ cell: [UInt8]) -> Int? {
        for start in max(0, cell.count - longestDate)..<cell.count {
            // A date begins with a digit that no letter and no digit precedes.
            guard isDigit(cell[start]), start == 0 || !isWord(cell[start - 1]) else { continue }
            if case .date = DateReading.read(cell.span, from: start, to: cell.count) { return start }
        }
        let digits = cell.count(where: isDigit)
        return digits >= 4 ? cell.firstIndex(where: isDigit) : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

    private static func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20) &- 97 < 26 || byte >= 0x80
    }

    /// Without blanks at both ends, and without the marks between the parts.
    private static func trimmed(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var part = part
        while let first = part.first, isBlank(first) { part.removeFirst() }
        while let last = part.last, isBlank(last) || ",/;-".utf8.contains(last) {
            // A part of marks alone (`-`) stays.
            if !isBlank(last), !part.contains(where: isWord) { break }
            part.removeLast()
        }
        return part
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 <= 4 }
}
