import Schema

/// A file's first records as one delimiter cuts them, and how well that fits.
struct DialectCandidate {
    var dialect: Dialect
    var records: [RecordSplitter.Record] = []
    /// The cells of each of the first records, among which the heading is, as text; none for one that is rejected.
    var texts: [[String]] = []
    var heading: Heading?
    /// Columns of the role that the heading names.
    var columns = 0
    /// Whether the text ended before as many records were seen as are looked at.
    private(set) var isShort = false
    /// Whether the heading has every column the role requires.
    var isComplete = false
    /// Cells of a row.
    var width = 0
    /// The share of rows behind the heading that have as many cells, 0 to 1,000.
    var constancy = 0
    /// Where the last record looked at ends.
    var end = 0

    /// The width is judged by so many records behind the heading.
    static let judgedRecords = 1000
    /// Records looked at.
    private static let lookedAt = Heading.searchedRows + judgedRecords

    /// One candidate for each delimiter of the schema, in its order; the one of a `sep=` line alone where there is one.
    static func all(
        _ head: [UInt8], isWhole: Bool, _ beginning: FileBeginning, role: ListSchema.Role, _ schema: ListSchema,
        _ words: HeadingWords
    ) -> [DialectCandidate] {
        var delimiters = schema.dialects.delimiters
        if let separator = beginning.separator {
            let known = delimiters.first { $0.byte == separator }
            delimiters = [known ?? ListSchema.Dialects.Delimiter(byte: separator)]
        }
        return delimiters.map { delimiter in
            let dialect = Dialect(
                delimiter, encoding: beginning.encoding, newline: beginning.newline,
                hasSeparatorLine: beginning.separator != nil, start: beginning.start)
            return DialectCandidate(dialect, head, isWhole: isWhole, role: role, words)
        }
    }

    init(_ dialect: Dialect, _ head: [UInt8], isWhole: Bool, role: ListSchema.Role, _ words: HeadingWords) {
        self.dialect = dialect
        let splitter = RecordSplitter(dialect)
        records = splitter.records(in: head, isWhole: isWhole, atMost: Heading.searchedRows + 1)
        texts = records.map(text)
        isShort = records.count <= Heading.searchedRows
        heading = Heading.search(texts, role: role, words)
        guard let heading else { return }
        records = splitter.records(in: head, isWhole: isWhole, atMost: Self.lookedAt)
        isShort = records.count < Self.lookedAt
        end = records.last?.next ?? dialect.start
        columns = heading.columns(of: role, words).count
        isComplete = heading.missing(of: role, words).isEmpty
        judgeWidth(heading)
    }

    /// With the heading where somebody said it is: places among the records, none for a list without a heading.
    init(_ dialect: Dialect, _ head: [UInt8], isWhole: Bool, headingRows rows: Range<Int>) {
        self.dialect = dialect
        records = RecordSplitter(dialect).records(in: head, isWhole: isWhole, atMost: rows.upperBound + Self.lookedAt)
        end = records.last?.next ?? dialect.start
        texts = records.prefix(max(rows.upperBound, Heading.searchedRows + 1)).map(text)
        guard rows.upperBound <= records.count else { return }
        let heading = Heading(row: rows.lowerBound, rows: Array(texts[rows]))
        self.heading = heading
        judgeWidth(heading)
    }

    /// The first record behind the heading, as a place in `records`.
    var dataStart: Int { (heading?.row ?? 0) + (heading?.rows.count ?? 0) }

    /// The width is the heading's, or the usual one of a list without a heading; its last cells do not count where they are empty and most rows lack them.
    private mutating func judgeWidth(_ heading: Heading) {
        let merged = heading.merged
        let named = (merged.lastIndex { !Folding.isBlank($0) } ?? -1) + 1
        var counts: [Int: Int] = [:]
        let data = records.dropFirst(dataStart).prefix(Self.judgedRecords).filter { record in
            record.problem == nil && record.cells.contains { !Self.isBlank($0) }
        }
        for record in data { counts[record.cells.count, default: 0] += 1 }
        let usual = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? merged.count
        width = heading.rows.isEmpty ? usual : max(named, min(merged.count, usual))
        let fitting = data.count { record in
            record.cells.count >= width && record.cells[width...].allSatisfy(Self.isBlank)
        }
        constancy = data.isEmpty ? 1000 : fitting * 1000 / data.count
    }

    /// By completeness of the heading, then columns found, then constant width; the earlier of equals is better.
    func isWorse(than other: DialectCandidate) -> Bool {
        (isComplete ? 1 : 0, columns, constancy) < (other.isComplete ? 1 : 0, other.columns, other.constancy)
    }

    /// The rows behind the heading that hold somebody, as far as they are looked at.
    func sample(behind kinds: RowKinds) -> RowSample {
        let rows = records.dropFirst(dataStart).prefix(Self.judgedRecords).filter { record in
            record.problem == nil && (Self.holdsKey(record) || kinds.kind(of: text(record)) == nil)
        }
        return RowSample(rows.map(\.cells), emptyWord: dialect.emptyWord)
    }

    /// Sixteen digits in a cell make a row somebody's, whatever else it says: the row need not become text to tell.
    private static func holdsKey(_ record: RecordSplitter.Record) -> Bool {
        record.cells.contains { cell in cell.count { $0 &- 48 < 10 } == RowKinds.keyDigits }
    }

    /// Whether a column holds sixteen digits, and nothing else, in most of the first rows.
    var holdsKeys: Bool {
        let rows = records.dropFirst(dataStart).prefix(Heading.searchedRows)
        var counts: [Int: Int] = [:]
        for row in rows {
            for (place, cell) in row.cells.enumerated() where Self.isKey(cell) { counts[place, default: 0] += 1 }
        }
        return counts.values.contains { $0 * 2 > rows.count }
    }

    private static func isKey(_ cell: [UInt8]) -> Bool {
        var digits = 0
        for byte in cell {
            if byte &- 48 < 10 { digits += 1 } else if ![0x20, 0x27, 0x2D, 0x2E].contains(byte) { return false }
        }
        return digits == RowKinds.keyDigits
    }

    /// Whether nothing but blank rows, headings, numberings and totals follow the heading.
    func holdsOnlySpecialRows(_ kinds: RowKinds) -> Bool {
        records.count < Self.lookedAt
            && records.dropFirst(dataStart).allSatisfy { $0.problem == nil && kinds.kind(of: text($0)) != nil }
    }

    private func text(_ record: RecordSplitter.Record) -> [String] {
        let emptyWord = dialect.emptyWord
        return record.cells.map { cell in
            let text = Windows1252.text(cell)
            return text == emptyWord ? "" : text
        }
    }

    private static func isBlank(_ cell: [UInt8]) -> Bool {
        cell.allSatisfy { $0 == 0x20 || $0 &- 9 <= 4 } || Folding.isBlank(Windows1252.text(cell))
    }
}
