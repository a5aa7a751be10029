public import Columns

/// A list opened for reading: its file, how its records are written, and which cell is which column.
public struct ListText: Sendable {
    public let file: InputFile
    public let grammar: RecordGrammar
    /// Cells of a row.
    public let width: Int
    /// Where the first record behind the heading begins, in bytes.
    public let firstOffset: Int
    /// Number of that record, as a spreadsheet shows it.
    public let firstRow: Int
    /// Where the list's key column stands: rows whose key is plainly one are not looked at for headings and totals.
    public let keyColumn: Int
    /// A cell of exactly this text is empty.
    public let emptyWord: [UInt8]?
    /// Tells headings, numbering and total rows.
    public let kinds: RowKinds
    #if DEBUG
        /// Set by tests alone.
        let losesRows: Bool
    #endif

    public init(
        file: InputFile, grammar: RecordGrammar, width: Int, firstOffset: Int, firstRow: Int, keyColumn: Int,
        emptyWord: [UInt8]?, kinds: RowKinds
    ) {
        self.file = file
        self.grammar = grammar
        self.width = width
        self.firstOffset = firstOffset
        self.firstRow = firstRow
        self.keyColumn = keyColumn
        self.emptyWord = emptyWord
        self.kinds = kinds
        #if DEBUG
            losesRows = LostRows.concern(file)
        #endif
    }

    var scan: DelimiterScan {
        DelimiterScan(
            delimiter: grammar.delimiter, newline: grammar.newline, quoting: grammar.quoting,
            longestRow: RecordGrammar.longestCell)
    }
}
