public import Diagnostics
public import Schema

/// How a text is laid out, before anybody says which list it is: dialect, heading, width, and a sample of its rows.
public struct ListLayout: Sendable {
    /// Where the heading is.
    public enum HeadingPlace: Sendable, Equatable {
        /// Looked for among the first rows, by the headings that any role knows.
        case search
        /// There is none: the first record is a row.
        case none
        /// Number of its first record (first of the file = 1), and how many records it has: 1 or 2.
        case rows(first: Int, count: Int)
    }

    public var dialect: Dialect
    /// Number of the heading's first record; nil for a list without a heading.
    public var headingRow: Int?
    /// The heading's records as they stand in the file: none, one, or two that belong together.
    public var headingRows: [[String]]
    /// The records above the heading.
    public var above: [[String]]
    /// The heading of each cell, merged of two rows; empty texts for a list without a heading.
    public var headings: [String]
    /// Cells of a row.
    public var width: Int
    /// Where the first record behind the heading begins, in bytes of the file.
    public var firstRecordOffset: Int
    /// Number of that record.
    public var firstRecordRow: Int
    /// The first rows that hold somebody, as text.
    public var sample: [[String]]
    /// The share of rows behind the heading that have as many cells as the list is wide, 0 to 1,000.
    public var constancy: Int

    /// - Parameters:
    ///   - head: the file's first bytes, some MiB of them.
    ///   - isWhole: whether they are the whole file.
    ///   - file: as the user gave it, for messages.
    ///   - dialect: how it is written, where that is known: a sheet of a workbook.
    ///   - delimiter: what stands between cells, where somebody said so.
    /// - Throws: a `Failure` of kind `input` where the file is no text, is empty, or has no record at the heading's place.
    public init(
        head: [UInt8], isWhole: Bool, file: String, schema: ListSchema, dialect known: Dialect? = nil,
        delimiter: UInt8? = nil, heading place: HeadingPlace
    ) throws(Failure) {
        let dialects: [Dialect]
        if let known {
            dialects = [known]
        } else {
            dialects = try Self.dialects(head, isWhole, file, schema, delimiter)
        }
        if head.isEmpty { throw Failure(.input, OpeningProblem.emptySheet(file)) }
        let found: DialectCandidate?
        switch place {
        case .search: found = Self.search(head, isWhole, dialects, schema)
        case .none: found = Self.best(head, isWhole, dialects, 0..<0)
        case .rows(let first, let count):
            found = Self.best(head, isWhole, dialects, max(0, first - 1)..<max(0, first - 1) + count)
        }
        guard let found, let heading = found.heading else {
            if case .rows(let first, _) = place { throw Failure(.input, OpeningProblem.noSuchRow(file, first)) }
            throw Failure(.input, OpeningProblem.empty(file))
        }
        let kinds = RowKinds(headingRows: heading.rows, schema.dialects)
        dialect = found.dialect
        headingRow = heading.rows.isEmpty ? nil : heading.row + 1
        headingRows = heading.rows
        above = heading.rows.isEmpty ? [] : Array(found.texts.prefix(heading.row))
        width = max(1, found.width)
        headings = heading.cells(width: width)
        firstRecordRow = heading.row + heading.rows.count + 1
        let start = found.dataStart
        firstRecordOffset = start < found.records.count ? found.records[start].start : found.end
        sample = found.sample(behind: kinds).texts
        constancy = found.constancy
    }

    /// The dialects a text may be written in: one a delimiter, in the schema's order.
    private static func dialects(
        _ head: [UInt8], _ isWhole: Bool, _ file: String, _ schema: ListSchema, _ given: UInt8?
    ) throws(Failure) -> [Dialect] {
        let beginning = try FileBeginning(head, isWhole: isWhole, file: file)
        var delimiters = schema.dialects.delimiters
        if let byte = given ?? beginning.separator {
            delimiters = [delimiters.first { $0.byte == byte } ?? ListSchema.Dialects.Delimiter(byte: byte)]
        }
        return delimiters.map { delimiter in
            Dialect(
                delimiter, encoding: beginning.encoding, newline: beginning.newline,
                hasSeparatorLine: beginning.separator != nil, start: beginning.start)
        }
    }

    /// The dialect in which most columns of any role are named, if the row that names them is a heading.
    private static func search(
        _ head: [UInt8], _ isWhole: Bool, _ dialects: [Dialect], _ schema: ListSchema
    ) -> DialectCandidate? {
        var widened = schema
        let any = anyRole(schema)
        widened.roles.append(any)
        let words = widened.headingWords
        let candidates = dialects.map { DialectCandidate($0, head, isWhole: isWhole, role: any, words) }
        if let best = candidates.max(by: { $0.isWorse(than: $1) }), let heading = best.heading,
            isHeading(heading, any, words)
        {
            return best
        }
        let headless = Self.best(head, isWhole, dialects, 0..<0)
        if let headless, Self.beginsWithStrangeHeading(headless.texts) {
            return Self.best(head, isWhole, dialects, 0..<1)
        }
        return headless
    }

    /// Whether the first record is a heading that no role knows: words in all its cells, one of them above numbers of a
    /// NIK's length in nearly all rows below. A person without a NIK has no word in its place.
    private static func beginsWithStrangeHeading(_ records: [[String]]) -> Bool {
        guard let first = records.first, records.count > 1 else { return false }
        let filled = first.indices.filter { !Folding.isBlank(first[$0]) }
        guard filled.count >= 2, Set(filled.map { Folding.heading(first[$0]) }).count == filled.count,
            filled.allSatisfy({ cell in
                first[cell].contains(where: \.isLetter) && first[cell].utf8.count { $0 &- 48 < 10 } < 4
            })
        else { return false }
        return filled.contains { cell in
            let rows = records.dropFirst()
            let keys = rows.count {
                $0.indices.contains(cell) && $0[cell].utf8.count { $0 &- 48 < 10 } == RowKinds.keyDigits
            }
            return keys * 5 >= rows.count * 4
        }
    }

    /// A row of data may hold a word that is some column's heading (`KAWIN`): a heading names the key, or three columns
    /// and half of its cells.
    private static func isHeading(_ heading: Heading, _ any: ListSchema.Role, _ words: HeadingWords) -> Bool {
        let keys = any.columns.filter { $0.kind == .nik }.map(\.id)
        let named = heading.columns(of: any, words)
        if keys.contains(where: named.contains) { return true }
        let filled = heading.merged.count { !Folding.isBlank($0) }
        return named.count >= 3 && named.count * 2 >= filled
    }

    /// A role that has the columns of all.
    private static func anyRole(_ schema: ListSchema) -> ListSchema.Role {
        var columns: [ListSchema.Column] = []
        var combined: [ListSchema.Combined] = []
        for role in schema.roles {
            for cell in role.combined where !combined.contains(cell) { combined.append(cell) }
            for column in role.columns {
                if let place = columns.firstIndex(where: { $0.id == column.id }) {
                    columns[place].headings += column.headings
                } else {
                    var column = column
                    column.required = column.kind == .nik
                    columns.append(column)
                }
            }
        }
        return ListSchema.Role(
            id: "", option: "", title: [:], fact: "", columns: columns, combined: combined, rows: .every)
    }

    /// The delimiter that cuts nearly all rows into the same number of cells, the more the better, but rather one that
    /// leaves a column of keys: commas stand in names, places and addresses. Or else the steadiest one. Of equals the
    /// first.
    private static func best(
        _ head: [UInt8], _ isWhole: Bool, _ dialects: [Dialect], _ rows: Range<Int>
    ) -> DialectCandidate? {
        let candidates = dialects.map { DialectCandidate($0, head, isWhole: isWhole, headingRows: rows) }
            .filter { $0.heading != nil }
        let steady = candidates.filter { $0.width > 1 && $0.constancy >= 950 }
        let keyed = steady.filter(\.holdsKeys)
        let likely = keyed.isEmpty ? steady : keyed
        if let widest = likely.map(\.width).max() { return likely.first { $0.width == widest } }
        return candidates.max { ($0.width > 1 ? 1 : 0, $0.constancy) < ($1.width > 1 ? 1 : 0, $1.constancy) }
    }
}

extension Opening {
    /// A list whose columns somebody named: nothing is looked for.
    ///
    /// - Parameter key: the id of its key column.
    public init(_ layout: ListLayout, map: [String: Int], key: String?) {
        dialect = layout.dialect
        headingRow = layout.headingRow ?? 0
        headingRows = layout.headingRows
        above = layout.above
        headings = layout.headings
        self.map = map
        combined = []
        width = layout.width
        firstRecordOffset = layout.firstRecordOffset
        firstRecordRow = layout.firstRecordRow
        let cell = key.flatMap { map[$0] }
        keys = KeyFigures(cell.map { cell in layout.sample.compactMap { cell < $0.count ? $0[cell] : nil } } ?? [])
        unknownHeadings = []
        warnings = []
    }
}
