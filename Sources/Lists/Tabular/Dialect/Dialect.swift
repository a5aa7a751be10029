public import Schema

/// How a text file writes its records.
public struct Dialect: Sendable, Equatable {
    public enum Encoding: String, Sendable {
        case utf8 = "UTF-8"
        case utf8WithMark = "UTF-8 with BOM"
        /// Some bytes are not UTF-8; the cells that hold them are read as Windows-1252.
        case windows1252 = "Windows-1252"
        case utf16LittleEndian = "UTF-16 LE"
        case utf16BigEndian = "UTF-16 BE"
        /// A sheet of an Excel workbook.
        case workbook = "XLSX"
    }

    public enum Newline: String, Sendable {
        case lf = "LF"
        case crlf = "CRLF"
        case cr = "CR"
    }

    public var delimiter: UInt8
    /// Whether `"` at a cell's start opens a quoted cell.
    public var quoting: Bool
    /// A cell of exactly this text is an empty cell.
    public var emptyWord: String?
    public var encoding: Encoding
    public var newline: Newline
    /// Whether the file begins with a line `sep=` that names the delimiter.
    public var hasSeparatorLine: Bool
    /// Where the first record begins, in bytes: behind a byte order mark and a `sep=` line.
    public var start: Int

    public init(
        _ delimiter: ListSchema.Dialects.Delimiter, encoding: Encoding = .utf8, newline: Newline = .lf,
        hasSeparatorLine: Bool = false, start: Int = 0
    ) {
        self.delimiter = delimiter.byte
        quoting = delimiter.quoting
        emptyWord = delimiter.emptyWord
        self.encoding = encoding
        self.newline = newline
        self.hasSeparatorLine = hasSeparatorLine
        self.start = start
    }

    /// The encoding of the whole list, of which only the beginning was looked at.
    ///
    /// - Parameter foreignCells: cells of it that are not UTF-8.
    public func encoding(foreignCells: Int) -> Encoding { foreignCells > 0 ? .windows1252 : encoding }

    /// The grammar of its records.
    public var grammar: RecordGrammar {
        RecordGrammar(delimiter: delimiter, newline: newline == .cr ? 13 : 10, quoting: quoting)
    }

    /// The delimiter as people name it: `,` or `TAB`.
    public var delimiterName: String {
        delimiter == 9 ? "TAB" : String(decoding: [delimiter], as: UTF8.self)
    }
}
