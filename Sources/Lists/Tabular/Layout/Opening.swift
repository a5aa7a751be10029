public import Diagnostics
public import Schema

/// What was found out about a list before its rows are read: how it is written, where its heading stands, which cell
/// is which column.
public struct Opening: Sendable {
    public var dialect: Dialect
    /// Number of the heading's record as a spreadsheet shows it (first record of the file = 1); of two heading rows
    /// the first.
    public var headingRow: Int
    /// The heading's records as they stand in the file: one, or two that belong together.
    public var headingRows: [[String]]
    /// The records above the heading: titles and letterhead.
    public var above: [[String]]
    /// The heading of each cell; two heading rows are merged.
    public var headings: [String]
    /// Column id -> cell.
    public var map: [String: Int]
    /// Cells that hold two columns: not in `map` until the list is written with a cell for each.
    public var combined: [CombinedColumn]
    /// Cells that were written for a part of another: where that part came from.
    public var separated: [Int: Int] = [:]
    /// Cells of a row.
    public var width: Int
    /// Where the first record behind the heading begins, in bytes of the file.
    public var firstRecordOffset: Int
    /// Number of that record.
    public var firstRecordRow: Int
    /// Headings that are no column of the role.
    public var unknownHeadings: [String]
    public var warnings: [Finding]
    /// What the keys of the first rows look like.
    public var keys: KeyFigures

    /// Opens a list by its first bytes.
    ///
    /// - Parameters:
    ///   - head: the file's first bytes, some MiB of them.
    ///   - isWhole: whether they are the whole file.
    ///   - file: as the user gave it, for messages.
    ///   - dialect: how it is written, where that is known: a sheet of a workbook.
    ///   - isAccepted: whether the list is of this role even if it tells of another.
    /// - Throws: a `Failure` of kind `input` with everything that keeps the list from being read in this role.
    public init(
        head: [UInt8], isWhole: Bool, file: String, role: ListSchema.Role, schema: ListSchema,
        dialect known: Dialect? = nil, isAccepted: Bool = false
    ) throws(Failure) {
        let words = schema.headingWords
        let candidates = try Self.candidates(head, isWhole, file, role, schema, words, known)
        try self.init(candidates, isWhole, file, role, schema, words, isAccepted)
    }

    /// Bytes that are nearly always enough to open a list by: a thousand rows of a population list.
    private static let usualHead = 256 << 10
    /// Bytes looked at where rows are long.
    private static let longestHead = 4 << 20

    /// Opens a list by as little of its beginning as tells what more would.
    ///
    /// - Parameters:
    ///   - size: bytes of the file.
    ///   - read: gives so many of its first bytes.
    init(
        size: Int, file: String, role: ListSchema.Role, schema: ListSchema, dialect known: Dialect?,
        isAccepted: Bool, reading read: (_ count: Int) throws(Failure) -> [UInt8]
    ) throws(Failure) {
        let words = schema.headingWords
        var head = try read(min(size, Self.usualHead))
        var candidates = try Self.candidates(head, head.count == size, file, role, schema, words, known)
        if head.count < size, candidates.contains(where: \.isShort) {
            head = try read(min(size, Self.longestHead))
            candidates = try Self.candidates(head, head.count == size, file, role, schema, words, known)
        }
        try self.init(candidates, head.count == size, file, role, schema, words, isAccepted)
    }

    private static func candidates(
        _ head: [UInt8], _ isWhole: Bool, _ file: String, _ role: ListSchema.Role, _ schema: ListSchema,
        _ words: HeadingWords, _ known: Dialect?
    ) throws(Failure) -> [DialectCandidate] {
        if let known {
            if head.isEmpty { throw Failure(.input, OpeningProblem.emptySheet(file)) }
            return [DialectCandidate(known, head, isWhole: isWhole, role: role, words)]
        }
        let beginning = try FileBeginning(head, isWhole: isWhole, file: file)
        return DialectCandidate.all(head, isWhole: isWhole, beginning, role: role, schema, words)
    }

    private init(
        _ candidates: [DialectCandidate], _ isWhole: Bool, _ file: String, _ role: ListSchema.Role,
        _ schema: ListSchema, _ words: HeadingWords, _ isAccepted: Bool
    ) throws(Failure) {
        guard let candidate = candidates.max(by: { $0.isWorse(than: $1) }), let heading = candidate.heading,
            candidate.isComplete || heading.isMostlyKnown(words)
        else {
            throw OpeningProblem.noHeading(file, candidates, role, schema, words)
        }
        let start = candidate.dataStart
        guard start < candidate.records.count || !isWhole else {
            throw Failure(.input, OpeningProblem.headingOnly(file, row: heading.row + 1, role))
        }
        let kinds = RowKinds(headingRows: heading.rows, schema.dialects)
        let sample = candidate.sample(behind: kinds)
        let roleWarning = try OpeningProblem.refuseOtherRole(
            file, heading, sample, role, schema, words, isAccepted: isAccepted)
        let map = try HeaderMap(heading, sample: sample, role: role, words: words, file: file)
        if sample.isEmpty, isWhole, candidate.holdsOnlySpecialRows(kinds) {
            throw Failure(.input, OpeningProblem.headingOnly(file, row: heading.row + 1, role))
        }
        dialect = candidate.dialect
        headingRow = heading.row + 1
        headingRows = heading.rows
        above = Array(candidate.texts.prefix(heading.row))
        width = candidate.width
        headings = heading.cells(width: width)
        self.map = map.cells
        combined = map.combined
        firstRecordRow = heading.row + heading.rows.count + 1
        firstRecordOffset = start < candidate.records.count ? candidate.records[start].start : candidate.end
        keys = KeyFigures(sample, cell: role.columns.first { $0.kind == .nik }.flatMap { map.cells[$0.id] })
        unknownHeadings = map.unknown
        warnings = map.warnings
        if let roleWarning { warnings.append(roleWarning) }
    }

    /// What tells the rows of this list that are people from all others.
    public func kinds(_ role: ListSchema.Role, _ schema: ListSchema) -> RowKinds {
        RowKinds(
            headingRows: headingRows, schema.dialects, MappedCells(role, map: map, headingRows, schema.headingWords),
            above: StatedAbove(role, map: map, above, schema.headingWords), width: separated.keys.min() ?? .max)
    }
}
