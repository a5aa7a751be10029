import Columns

/// Writes the rows of a sheet as text: comma-separated, quoted as RFC 4180 has it, UTF-8, one record a row.
///
/// All records have as many cells as the table is wide, so that they read as a list that was saved from the sheet.
/// Rows that are not there become blank lines, so that the numbers of records are those a spreadsheet shows; blank rows
/// behind the last filled one are no rows. The first rows wait in memory until the width can be told.
struct SheetSpool: Sendable {
    /// What the cells of one column were, for judging damage.
    struct ColumnFigures: Sendable {
        /// Numbers of sixteen digits, and how many of them end in 0.
        var longNumbers = 0
        var roundedNumbers = 0
    }

    private(set) var figures: [ColumnFigures] = []
    /// Cells to the right of the table, which are left out.
    private(set) var cellsBeyond = 0
    /// The last row that holds anything.
    private(set) var lastRow = 0
    /// Cells of exactly sixteen digits, whatever their type.
    private(set) var keyCells = 0
    private(set) var width = 0

    private let spool: SpoolFile
    private let from1904: Bool
    private let isDateHeading: @Sendable (String) -> Bool
    private var dateColumns: [Bool] = []
    private var out: [UInt8] = []
    private var written = 0
    private var row = 0
    private var emitted = 0
    private var isOpen = false
    private var number: [UInt8] = []
    /// nil once the width is settled.
    private var head: Head? = Head()

    /// The first rows, as they came.
    private struct Head: Sendable {
        struct Cell: Sendable {
            var row: Int
            var column: Int
            var end: Int
            var kind: CellKind
        }
        var bytes: [UInt8] = []
        var cells: [Cell] = []
        var rows = 0
    }

    /// As many rows as opening a list looks at, and somewhat fewer bytes.
    private static let headRows = Heading.searchedRows + DialectCandidate.judgedRecords
    private static let headBytes = 2 << 20
    /// A wider table must have more than one row that wide.
    private static let unquestionedWidth = 1024
    private static let flushed = 64 << 10

    init(_ spool: SpoolFile, from1904: Bool, isDateHeading: @escaping @Sendable (String) -> Bool) {
        self.spool = spool
        self.from1904 = from1904
        self.isDateHeading = isDateHeading
    }

    mutating func beginRow(_ row: Int) {
        self.row = row
        isOpen = false
    }

    /// A cell that holds something; columns ascend, first = 0.
    mutating func add(_ column: Int, _ kind: CellKind, _ bytes: Span<UInt8>) {
        if bytes.count == 16, Self.isDigits(bytes) { keyCells += 1 }
        if head != nil {
            if !isOpen { head?.rows += 1 }
            isOpen = true
            head?.bytes.append(copying: bytes)
            let end = head?.bytes.count ?? 0
            head?.cells.append(Head.Cell(row: row, column: column, end: end, kind: kind))
        } else {
            write(column, kind, bytes)
        }
    }

    mutating func endRow() throws(WorkbookProblem) {
        if let head {
            if head.rows >= Self.headRows || head.bytes.count >= Self.headBytes { try settle() }
        } else {
            try closeRow()
        }
    }

    /// Ends the writing.
    mutating func finish() throws(WorkbookProblem) {
        if head != nil { try settle() }
        try flush()
    }

    /// Decides from the first rows how wide the table is and which columns hold dates, then writes those rows.
    private mutating func settle() throws(WorkbookProblem) {
        guard let head else { return }
        self.head = nil
        judge(head)
        figures = Array(repeating: ColumnFigures(), count: width)
        var start = 0
        var last = 0
        for cell in head.cells {
            if cell.row != last {
                if last != 0 { try closeRow() }
                beginRow(cell.row)
                last = cell.row
            }
            write(cell.column, cell.kind, head.bytes.span.extracting(start..<cell.end))
            start = cell.end
        }
        if last != 0 { try closeRow() }
    }

    private mutating func judge(_ head: Head) {
        var filled: [Int] = []
        for cell in head.cells {
            while filled.count <= cell.column { filled.append(0) }
            filled[cell.column] += 1
        }
        width = filled.count
        if width > Self.unquestionedWidth, let last = filled.lastIndex(where: { $0 > 1 }) { width = last + 1 }
        dateColumns = Array(repeating: false, count: width)
        var start = 0
        for cell in head.cells {
            if cell.row > Heading.searchedRows + 1 { break }
            if cell.kind == .text, cell.column < width, cell.end - start <= 256,
                isDateHeading(String(head.bytes.span.extracting(start..<cell.end)))
            {
                dateColumns[cell.column] = true
            }
            start = cell.end
        }
    }

    private mutating func write(_ column: Int, _ kind: CellKind, _ bytes: Span<UInt8>) {
        guard column < width else {
            cellsBeyond += 1
            return
        }
        if !isOpen {
            isOpen = true
            lastRow = row
            while emitted < row - 1 {
                out.append(10)
                emitted += 1
            }
            written = 0
        }
        while written < column {
            out.append(UInt8(ascii: ","))
            written += 1
        }
        switch kind {
        case .text: appendText(bytes)
        case .day:
            if !CellNumber.appendDay(bytes, from1904: from1904, to: &out) { appendNumber(column, bytes) }
        case .number:
            if dateColumns[column], CellNumber.looksLikeSerial(bytes),
                CellNumber.appendDay(bytes, from1904: from1904, to: &out)
            {
                return
            }
            appendNumber(column, bytes)
        }
    }

    private mutating func appendNumber(_ column: Int, _ bytes: Span<UInt8>) {
        if bytes.count < 15 || bytes.count == 16 && Self.isDigits(bytes) {
            if bytes.count == 16 { note(column, last: bytes[15]) }
            if bytes.count == 16 || Self.isDigits(bytes) { return out.append(copying: bytes) }
        }
        number.removeAll(keepingCapacity: true)
        CellNumber.append(bytes, to: &number)
        if number.count == 16, let last = number.last, Self.isDigits(number.span) {
            note(column, last: last)
            keyCells += 1
        }
        // A number cell may hold any text: only then it needs quotes.
        let text = number
        appendText(text.span)
    }

    private mutating func note(_ column: Int, last: UInt8) {
        figures[column].longNumbers += 1
        if last == 48 { figures[column].roundedNumbers += 1 }
    }

    private mutating func appendText(_ bytes: Span<UInt8>) {
        var isPlain = true
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == 0x22 || byte == 0x2C || byte == 10 || byte == 13 {
                isPlain = false
                break
            }
        }
        if isPlain { return out.append(copying: bytes) }
        out.append(0x22)
        for index in bytes.indices {
            if bytes[index] == 0x22 { out.append(0x22) }
            out.append(bytes[index])
        }
        out.append(0x22)
    }

    private mutating func closeRow() throws(WorkbookProblem) {
        guard isOpen else { return }
        isOpen = false
        while written < width - 1 {
            out.append(UInt8(ascii: ","))
            written += 1
        }
        out.append(10)
        emitted = row
        if out.count >= Self.flushed { try flush() }
    }

    private mutating func flush() throws(WorkbookProblem) {
        do { try spool.append(out.span) } catch { throw .spool(error) }
        out.removeAll(keepingCapacity: true)
    }

    private static func isDigits(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices where bytes[index] &- 48 > 9 { return false }
        return true
    }
}

/// What a filled cell of a sheet is, as far as reading goes.
enum CellKind: UInt8, Sendable {
    case text
    case number
    /// A number that is shown as a day.
    case day
}
