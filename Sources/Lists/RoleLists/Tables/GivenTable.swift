import Civil
import Columns
public import Diagnostics
public import Schema
import Tabular
import Workers

/// A small table that is no list of people (names of regions, official totals), read whole and as lists are: in any
/// dialect and encoding, from every sheet of a workbook, below a letterhead.
public struct GivenTable {
    /// A row with as many cells as the heading.
    public struct Row {
        /// As a spreadsheet shows it, first record = 1.
        public let number: Int
        /// Place of its sheet in the table.
        public let sheet: Int
        /// By place of the column in `columns`.
        fileprivate let texts: [String]

        /// A cell without blanks around it; empty where the table has no such column.
        public func text(_ column: Int?) -> String {
            guard let column, texts.indices.contains(column) else { return "" }
            return texts[column]
        }
    }

    /// A record that is no such row.
    public struct Broken {
        public let number: Int
        public let sheet: Int
        /// Cells it has; 0 where they cannot be told apart.
        public let cells: Int
        /// What is wrong with it.
        public let message: Bilingual
    }

    /// Where a table stands: the file, or a sheet of it.
    private struct Sheet {
        let label: String
        let opening: Opening
    }

    /// The columns asked for.
    public let columns: [ListSchema.Column]
    public private(set) var rows: [Row] = []
    public private(set) var broken: [Broken] = []
    /// Rows that are blank, number the columns, repeat the heading, or sum up.
    public private(set) var skipped = 0
    /// What there is to say of the file and its sheets.
    public private(set) var notes: [Finding] = []
    private let path: String
    private var sheets: [Sheet] = []

    /// - Parameters:
    ///   - id: which table of the schema.
    ///   - keepsTotals: whether rows that sum up are rows.
    ///   - spools: the folder in which files without a name may lie.
    /// - Throws: with everything that keeps it from being read.
    public init(
        _ path: String, as id: String, _ schema: ListSchema, keepsTotals: Bool = false, spools: String
    ) throws(Failure) {
        guard let role = schema.table(id) else { throw Failure(.input, TableProblem.notDescribed(id, path)) }
        self.path = path
        columns = role.columns
        let file = try ListReading.read(path, spools: spools, schema)
        notes = file.notes
        var own = schema
        own.roles = [role]
        let people = schema.headingWords
        var failures: [Finding] = []
        for source in file.lists {
            do throws(Failure) {
                let opening = try source.open(role, schema: own) { count throws(Failure) in
                    try ListReading.head(of: source, path, count)
                }
                if schema.roles.contains(where: { Self.listsPeople(opening, $0, people) }) {
                    throw Failure(.input, TableProblem.people(source.label, opening.headingRow, role))
                }
                notes += opening.warnings
                sheets.append(Sheet(label: source.label, opening: opening))
                try read(source, opening, keepsTotals ? [] : schema.dialects.totalWords)
            } catch {
                if error.kind != .input { throw error }
                if file.lists.count > 1, let note = SheetFindings.leftOut(source, role, because: error) {
                    notes.append(note)
                } else {
                    failures += error.findings
                }
            }
        }
        if !failures.isEmpty { throw Failure(.input, failures) }
        if sheets.isEmpty { throw Failure(.input, SheetFindings.noList(path, role)) }
    }

    /// Whether a heading is that of the key by which lists of a role know people.
    private static func listsPeople(_ opening: Opening, _ role: ListSchema.Role, _ words: HeadingWords) -> Bool {
        let keys = role.columns.filter { $0.kind == .nik }.map(\.id)
        return opening.headings.contains { words.column($0, in: role).map(keys.contains) ?? false }
    }

    private mutating func read(_ source: ListSource, _ opening: Opening, _ totalWords: [String]) throws(Failure) {
        let cells = columns.map { opening.map[$0.id] }
        let text = ListText(
            file: source.text, grammar: opening.dialect.grammar, width: opening.width,
            firstOffset: opening.firstRecordOffset, firstRow: opening.firstRecordRow, keyColumn: 0,
            emptyWord: opening.dialect.emptyWord.map { Array($0.utf8) },
            kinds: RowKinds(headingRows: opening.headingRows, totalWords: totalWords))
        let blocks = BlockSequence(text, pieceSize: OpenList.pieceSize)
        var block = Block(width: text.width)
        while let piece = blocks.next() {
            try Interruption.check()
            do throws(FileError) {
                try blocks.read(piece, into: &block)
            } catch {
                throw OpenList.unreadable(error, path)
            }
            for row in 0..<block.rows {
                let texts = cells.map { $0.map { Self.plain(block.cellText(row, $0, of: text)) } ?? "" }
                rows.append(Row(number: block.rowNumber(row), sheet: sheets.count - 1, texts: texts))
            }
            for problem in block.problems {
                if problem.kind.isSkipped {
                    skipped += 1
                    continue
                }
                broken.append(
                    Broken(
                        number: block.firstRow + problem.ordinal, sheet: sheets.count - 1, cells: problem.cells,
                        message: problem.kind.message(found: problem.cells, expected: text.width)))
            }
        }
    }

    /// The place of a column in every row; nil where the schema has no such column.
    public func column(_ id: String) -> Int? { columns.firstIndex { $0.id == id } }

    /// Whether the table has a column, on any of its sheets.
    public func has(_ column: String) -> Bool { sheets.contains { $0.opening.map[column] != nil } }

    /// Where a row stands, and a column of it.
    public func place(_ row: Int?, sheet: Int, column: String? = nil) -> SourceLocation {
        guard sheets.indices.contains(sheet) else { return SourceLocation(file: path, row: row) }
        let cell = column.flatMap { sheets[sheet].opening.map[$0] }
        return SourceLocation(file: sheets[sheet].label, row: row, column: cell.map(ColumnLetters.of))
    }

    /// How the table is written, for the manifest: of several sheets the first.
    func describe(_ report: inout InputReport) {
        guard let opening = sheets.first?.opening else { return }
        let isText = opening.dialect.encoding != .workbook
        report.delimiter = isText ? opening.dialect.delimiterName : ""
        report.quoting = isText && opening.dialect.quoting
        report.lineEnd = isText ? opening.dialect.newline.rawValue : ""
        report.encoding = opening.dialect.encoding.rawValue
        report.headingRow = opening.headingRow
        report.headerMap = opening.map.sorted { $0.value < $1.value }.map { column, cell in
            .init(column: column, heading: opening.headings.indices.contains(cell) ? opening.headings[cell] : "")
        }
    }

    /// On one line, without blanks around it.
    private static func plain(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self).trimmed(isBlank).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }

    /// A space of any width, or none; a tabulator, a line end.
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
    }
}
