import Schema

/// Tells the rows of a list that are no people: blank rows, headings, rows that number the columns, totals, and whatever
/// names nobody (signatures, notes, empty lines of a form).
public struct RowKinds: Sendable {
    private let headings: [[String]]
    private let totalWords: Set<String>
    /// What the cells are; nil where nobody has said so yet: then rows are told by how they are laid out alone.
    private let cells: MappedCells?
    /// Nil for lists that no second letterhead can part.
    private let above: StatedAbove?
    /// Cells of a row as it stands in the file; those behind were written for parts of others.
    private let width: Int

    public init(headings: [String], totalWords: [String]) {
        self.init(headingRows: [headings], totalWords: totalWords)
    }

    /// A heading of two rows may be repeated as it stands in the file, row by row.
    public init(headingRows: [[String]], totalWords: [String]) {
        self.init(headingRows: headingRows, ListSchema.Dialects(delimiters: [], totalWords: totalWords))
    }

    init(
        headingRows: [[String]], _ dialects: ListSchema.Dialects, _ cells: MappedCells? = nil,
        above: StatedAbove? = nil, width: Int = .max
    ) {
        self.width = width
        headings = headingRows.map(Self.folded).filter { !$0.isEmpty }
        totalWords = Set(dialects.totalWords.map(Folding.heading))
        self.cells = cells
        self.above = above
    }

    /// The kind of a record by its cells (without their quotes), or nil for a row that is a person's.
    public func kind(of texts: [String]) -> RecordProblem? {
        let own = texts.prefix(width)
        let filled = own.filter { !Folding.isBlank($0) }
        guard let first = filled.first else { return .skippedBlank }
        if cells == nil, filled.contains(where: Self.holdsKey) { return nil }
        if headings.contains(Self.folded(own)) { return .skippedHeading }
        if let heading = cells?.heading(texts) { return heading }
        if Self.isNumbering(filled) { return .skippedNumbering }
        if totalWords.contains(Self.firstWord(first)), cells?.identifies(texts) != true { return .skippedTotal }
        guard let cells, !cells.isReadable(texts) else { return nil }
        if above?.isAnother(texts) == true { return .secondLetterhead }
        return cells.hasName(texts) ? .skippedName : .skippedNote
    }

    /// Whether a key cell holds so many digits that its row is surely a person's: eight or more, no more than a NIK has,
    /// and no words nor a colon before them.
    static func isPlainKey(_ cell: Span<UInt8>) -> Bool {
        var digits = 0
        var letters = 0
        for index in cell.indices {
            if cell[index] &- 48 < 10 {
                digits += 1
            } else if digits == 0 {
                if (cell[index] | 0x20) &- 97 < 26 { letters += 1 }
                if cell[index] == UInt8(ascii: ":") { return false }
            }
        }
        return digits >= KeyCell.fewestDigits && digits <= keyDigits && letters < 2
    }

    private static func folded(_ cells: some Sequence<String>) -> [String] {
        var folded = cells.map(Folding.heading)
        while folded.last?.isEmpty == true { folded.removeLast() }
        return folded
    }

    /// `SUB` of `Sub-Total :`, folded.
    private static func firstWord(_ cell: String) -> String {
        let word = Folding.code(cell).prefix { $0.isLetter }
        return String(word)
    }

    /// `1 2 3`, `(1) (2) (3)`, `-1 -2 -3` (what a spreadsheet makes of the form before): at least three cells from 1 on.
    /// Cells that a merge covers repeat their number.
    private static func isNumbering(_ filled: [String]) -> Bool {
        guard filled.count >= 3, columnNumber(filled[0]) == 1 else { return false }
        var last = 1
        for cell in filled.dropFirst() {
            guard let number = columnNumber(cell), number == last || number == last + 1 else { return false }
            last = number
        }
        return last >= 3
    }

    private static func columnNumber(_ cell: String) -> Int? {
        var text = trimmed(Substring(cell))
        if text.first == "'" { text.removeFirst() }
        if text.first == "(", text.last == ")" {
            text = trimmed(text.dropFirst().dropLast())
        } else if text.first == "-" {
            text = trimmed(text.dropFirst())
        }
        guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
        return Int(text)
    }

    private static func trimmed(_ cell: Substring) -> Substring {
        var text = cell
        while let first = text.first, first.isWhitespace || first == "\u{FEFF}" { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }

    /// Digits of a key.
    static let keyDigits = 16

    /// Whether a cell holds sixteen digits, as a NIK does.
    private static func holdsKey(_ cell: String) -> Bool {
        cell.utf8.count { $0 >= 48 && $0 <= 57 } == keyDigits
    }
}
