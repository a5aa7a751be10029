import Schema

/// Tells the rows of a list that are no people by how lists are laid out: blank rows, the heading again, rows that
/// number the columns, rows of totals.
public struct RowKinds: Sendable {
    private let headings: [[String]]
    private let totalWords: Set<String>

    public init(headings: [String], totalWords: [String]) {
        self.init(headingRows: [headings], totalWords: totalWords)
    }

    /// A heading of two rows may be repeated as it stands in the file, row by row.
    public init(headingRows: [[String]], totalWords: [String]) {
        headings = headingRows.map(Self.folded).filter { !$0.isEmpty }
        self.totalWords = Set(totalWords.map(Folding.heading))
    }

    /// The kind of a record by its cells (without their quotes), or nil for a row that is a person's.
    public func kind(of cells: [String]) -> RecordProblem? {
        let filled = cells.filter { !Folding.isBlank($0) }
        guard let first = filled.first else { return .skippedBlank }
        if filled.contains(where: Self.holdsKey) { return nil }
        if headings.contains(Self.folded(cells)) { return .skippedHeading }
        if isNumbering(filled, isWhole: filled.count == cells.count) { return .skippedNumbering }
        let word = Folding.heading(first)
        let isTotal = totalWords.contains(word) || word.last == ":" && totalWords.contains(String(word.dropLast()))
        return isTotal ? .skippedTotal : nil
    }

    private static func folded(_ cells: [String]) -> [String] {
        var folded = cells.map(Folding.heading)
        while folded.last?.isEmpty == true { folded.removeLast() }
        return folded
    }

    /// `1 2 3`, `(1) (2) (3)`, `-1 -2 -3` (what a spreadsheet makes of the form before): at least three cells, or all of
    /// them from 1 on in a list of fewer.
    private func isNumbering(_ filled: [String], isWhole: Bool) -> Bool {
        guard filled.count >= 3 || isWhole && Self.columnNumber(filled[0]) == 1 else { return false }
        var last: Int?
        for cell in filled {
            guard let number = Self.columnNumber(cell), last.map({ number == $0 + 1 }) ?? true else { return false }
            last = number
        }
        return true
    }

    private static func columnNumber(_ cell: String) -> Int? {
        var text = Substring(cell)
        while let first = text.first, first.isWhitespace || first == "\u{FEFF}" { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        if text.first == "'" { text.removeFirst() }
        if text.first == "(", text.last == ")" {
            text = text.dropFirst().dropLast()
        } else if text.first == "-" {
            text.removeFirst()
        }
        guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
        return Int(text)
    }

    /// Digits of a key.
    static let keyDigits = 16

    /// Whether a cell holds sixteen digits, as a NIK does.
    private static func holdsKey(_ cell: String) -> Bool {
        cell.utf8.count { $0 >= 48 && $0 <= 57 } == keyDigits
    }
}
