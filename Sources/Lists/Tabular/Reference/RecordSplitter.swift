/// Splits text into records and cells, one byte after the other: the definition of the record grammar, written to be
/// read. The fast readers are tested against it; the opening of a list uses it for the first records.
///
/// - A record is cells with the delimiter between them, up to a line end or the end of the file. A line end is LF or
///   CRLF (a CR that ends the file counts too), or CR where the dialect says so.
/// - Where the dialect quotes, a `"` as the first byte of a cell opens a quoted cell. In it `""` is one quote, and
///   delimiters and line ends are text. Its closing quote stands before a delimiter, a line end, or the end of the
///   file; blanks between them belong to the cell. A quote anywhere else is text.
/// - A quoted cell that closes before something else, or is not closed within 16 MiB or by the end of the file, makes
///   a rejected record of the line on which the record begins; reading resumes on the next line.
/// - A cell of more than 1 MiB rejects its record.
public struct RecordSplitter: Sendable {
    public struct Record: Sendable, Equatable {
        /// The cells without their quotes; none if the record is rejected.
        public var cells: [[UInt8]]
        public var problem: RecordProblem?
        /// Where the record begins.
        public var start: Int
        /// Where the next one begins.
        public var next: Int
    }

    public let dialect: Dialect

    public init(_ dialect: Dialect) {
        self.dialect = dialect
    }

    /// All records from the dialect's start on, at most so many. Of a text that is only the beginning of a file, a
    /// last record whose end is not in sight is left out.
    public func records(in text: [UInt8], isWhole: Bool = true, atMost limit: Int = .max) -> [Record] {
        var records: [Record] = []
        var start = dialect.start
        while records.count < limit, start < text.count, let record = record(in: text, at: start, isWhole: isWhole) {
            records.append(record)
            start = record.next
        }
        return records
    }

    /// The record that begins at `start`; nil if the text ends too soon to tell.
    func record(in text: [UInt8], at start: Int, isWhole: Bool) -> Record? {
        var cells: [[UInt8]] = []
        var isTooLong = false
        var at = start
        while true {
            let cellStart = at
            var cell: [UInt8] = []
            if dialect.quoting, at < text.count, text[at] == quote {
                switch quotedCell(in: text, at: at, isWhole: isWhole) {
                case .cell(let content, let end):
                    cell = content
                    at = end
                case .problem(let problem):
                    return rejectedLine(problem, in: text, at: start, isWhole: isWhole)
                case .unknown:
                    return nil
                }
            } else {
                while at < text.count, text[at] != dialect.delimiter, lineEnd(in: text, at: at) == 0 { at += 1 }
                cell = Array(text[cellStart..<at])
            }
            if at - cellStart > RecordGrammar.longestCell { isTooLong = true }
            cells.append(cell)
            if at < text.count, text[at] == dialect.delimiter {
                at += 1
                continue
            }
            let width = lineEnd(in: text, at: at)
            if !isWhole, at + width >= text.count { return nil }
            return Record(
                cells: isTooLong ? [] : cells, problem: isTooLong ? .cellTooLong : nil, start: start, next: at + width)
        }
    }

    private enum Quoted {
        case cell([UInt8], end: Int)
        case problem(RecordProblem)
        case unknown
    }

    private func quotedCell(in text: [UInt8], at opening: Int, isWhole: Bool) -> Quoted {
        var content: [UInt8] = []
        var at = opening + 1
        while at < text.count, at - opening <= RecordGrammar.longestQuotedRun {
            if text[at] != quote {
                content.append(text[at])
                at += 1
            } else if at + 1 < text.count, text[at + 1] == quote {
                content.append(quote)
                at += 2
            } else {
                var end = at + 1
                while end < text.count, dialect.grammar.isBlank(text[end]) {
                    content.append(text[end])
                    end += 1
                }
                if end == text.count { return isWhole ? .cell(content, end: end) : .unknown }
                let closes = text[end] == dialect.delimiter || lineEnd(in: text, at: end) > 0
                return closes ? .cell(content, end: end) : .problem(.brokenQuoting)
            }
        }
        return at < text.count || isWhole ? .problem(.unclosedQuote) : .unknown
    }

    private func rejectedLine(_ problem: RecordProblem, in text: [UInt8], at start: Int, isWhole: Bool) -> Record? {
        var at = start
        while at < text.count, lineEnd(in: text, at: at) == 0 { at += 1 }
        let width = lineEnd(in: text, at: at)
        if !isWhole, at + width >= text.count { return nil }
        return Record(cells: [], problem: problem, start: start, next: at + width)
    }

    /// Bytes of the line end that begins here; 0 if none does.
    private func lineEnd(in text: [UInt8], at index: Int) -> Int {
        guard index < text.count else { return 0 }
        if dialect.newline == .cr { return text[index] == 13 ? 1 : 0 }
        if text[index] == 10 { return 1 }
        guard text[index] == 13 else { return 0 }
        if index + 1 == text.count { return 1 }
        return text[index + 1] == 10 ? 2 : 0
    }

    private var quote: UInt8 { 0x22 }
}
