import CLanes
import Columns

/// Writes the rows of a sheet as text: comma-separated, quoted as RFC 4180 has it, UTF-8, one record a row.
///
/// All records have as many cells as the table is wide, so that they read as a list that was saved from the sheet.
/// Rows that are not there become blank lines, so that the numbers of records are those a spreadsheet shows; blank rows
/// behind the last filled one are no rows. The first rows wait in memory until the width can be told.
struct SheetSpool: Sendable {
    /// Cells of sixteen digits in one column, for judging damage, and how many of them end in 0.
    struct ColumnFigures: Hashable, Sendable {
        var longNumbers = 0
        var roundedNumbers = 0
        var longTexts = 0
        var roundedTexts = 0
    }

    /// Where lines go; also the way of rows that are taken by their shape alone.
    let lines: SheetLines
    private let from1904: Bool
    private let isDateHeading: @Sendable (String) -> Bool
    private let headRows: Int
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
    static let usualHeadRows = Heading.searchedRows + DialectCandidate.judgedRecords
    private static let headBytes = 2 << 20
    /// A wider table must have more than one row that wide.
    private static let unquestionedWidth = 1024

    /// - Parameter headRows: rows that wait; fewer only where somebody looks how the others are read.
    init(
        _ spool: SpoolFile, from1904: Bool, headRows: Int = Self.usualHeadRows,
        isDateHeading: @escaping @Sendable (String) -> Bool
    ) {
        lines = SheetLines(spool)
        self.from1904 = from1904
        self.headRows = headRows
        self.isDateHeading = isDateHeading
    }

    /// Whether the width is settled.
    var isSettled: Bool { head == nil }
    /// The row at hand.
    var row: Int { Int(lines.writing.row) }
    var width: Int { Int(lines.writing.width) }
    /// The last row that holds anything.
    var lastRow: Int { Int(lines.writing.last_row) }
    /// Cells of exactly sixteen digits, whatever their type.
    var keyCells: Int { Int(lines.writing.key_cells) }
    /// Cells to the right of the table, which are left out.
    var cellsBeyond: Int { Int(lines.writing.cells_beyond) }
    /// Filled rows that the sheet hides.
    var hiddenRows: Int { Int(lines.writing.hidden_rows) }

    /// Formulas without a stored result in the rows that were taken by their shape alone.
    var formulasWithoutResult: Int { Int(lines.writing.formulas_without_result) }

    var figures: [ColumnFigures] {
        lines.keyFigures.map {
            ColumnFigures(
                longNumbers: Int($0.numbers), roundedNumbers: Int($0.rounded_numbers), longTexts: Int($0.texts),
                roundedTexts: Int($0.rounded_texts))
        }
    }

    /// Begins a row, or goes on with the one at hand.
    mutating func beginRow(_ row: Int, isHidden: Bool) throws(WorkbookProblem) {
        if row != self.row {
            try endRow()
            lines.writing.row = Int64(row)
            lines.writing.is_hidden = 0
            lines.writing.holds_any = 0
        }
        if isHidden { lines.writing.is_hidden = 1 }
    }

    /// A cell that holds something; columns ascend, first = 0.
    mutating func add(_ column: Int, _ kind: CellKind, _ bytes: Span<UInt8>) throws(WorkbookProblem) {
        if bytes.count == 16, Self.isDigits(bytes) { lines.writing.key_cells += 1 }
        if head == nil {
            lines.writing.holds_any = 1
            return try write(column, kind, bytes)
        }
        let isFirst = lines.writing.holds_any == 0
        lines.writing.holds_any = 1
        let row = self.row
        if isFirst { head?.rows += 1 }
        head?.bytes.append(copying: bytes)
        let end = head?.bytes.count ?? 0
        head?.cells.append(Head.Cell(row: row, column: column, end: end, kind: kind))
    }

    /// Ends the writing.
    mutating func finish() throws(WorkbookProblem) {
        try endRow()
        if head != nil { try settle() }
        try lines.flush()
    }

    private mutating func endRow() throws(WorkbookProblem) {
        if lines.writing.is_hidden != 0, lines.writing.holds_any != 0 { lines.writing.hidden_rows += 1 }
        if let head {
            if head.rows >= headRows || head.bytes.count >= Self.headBytes { try settle() }
        } else {
            try closeLine()
        }
    }

    /// Decides from the first rows how wide the table is and which columns hold dates, then writes those rows.
    private mutating func settle() throws(WorkbookProblem) {
        guard let head else { return }
        self.head = nil
        lines.begin(dateColumns: dateColumns(head))
        let row = lines.writing.row
        var start = 0
        var last = 0
        for cell in head.cells {
            if cell.row != last {
                if last != 0 { try closeLine() }
                lines.writing.row = Int64(cell.row)
                last = cell.row
            }
            try write(cell.column, cell.kind, head.bytes.span.extracting(start..<cell.end))
            start = cell.end
        }
        try closeLine()
        lines.writing.row = row
    }

    /// For each column of the table whether it holds dates.
    private func dateColumns(_ head: Head) -> [Bool] {
        var filled: [Int] = []
        for cell in head.cells {
            while filled.count <= cell.column { filled.append(0) }
            filled[cell.column] += 1
        }
        var width = filled.count
        if width > Self.unquestionedWidth, let last = filled.lastIndex(where: { $0 > 1 }) { width = last + 1 }
        var dateColumns = Array(repeating: false, count: width)
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
        return dateColumns
    }

    private mutating func write(_ column: Int, _ kind: CellKind, _ bytes: Span<UInt8>) throws(WorkbookProblem) {
        guard column < width else {
            lines.writing.cells_beyond += 1
            return
        }
        if lines.writing.is_open == 0 {
            lines.writing.is_open = 1
            lines.writing.last_row = lines.writing.row
            lines.writing.written = 0
            let gap = Int(lines.writing.row - 1 - lines.writing.ended)
            if gap > 0 {
                try lines.append(repeating: 10, count: gap)
                lines.writing.ended = lines.writing.row - 1
            }
        }
        try lines.append(repeating: UInt8(ascii: ","), count: column - Int(lines.writing.written))
        lines.writing.written = Int64(column)
        number.removeAll(keepingCapacity: true)
        switch kind {
        case .text:
            if bytes.count == 16, Self.isDigits(bytes) { lines.noteKey(column, isNumber: false, last: bytes[15]) }
            return try appendText(bytes)
        case .day:
            if !CellNumber.appendDay(bytes, from1904: from1904, to: &number) { appendNumber(column, bytes) }
        case .number:
            let isDay =
                lines.isDateColumn(column) && CellNumber.looksLikeSerial(bytes)
                && CellNumber.appendDay(bytes, from1904: from1904, to: &number)
            if !isDay { appendNumber(column, bytes) }
        }
        // A number cell may hold any text: only then it needs quotes.
        let text = number
        try appendText(text.span)
    }

    private mutating func appendNumber(_ column: Int, _ bytes: Span<UInt8>) {
        let isKey = bytes.count == 16 && Self.isDigits(bytes)
        if isKey || bytes.count < 15 && Self.isDigits(bytes) {
            number.append(copying: bytes)
        } else {
            CellNumber.append(bytes, to: &number)
        }
        guard number.count == 16, let last = number.last, Self.isDigits(number.span) else { return }
        lines.noteKey(column, isNumber: true, last: last)
        if !isKey { lines.writing.key_cells += 1 }
    }

    private func appendText(_ bytes: Span<UInt8>) throws(WorkbookProblem) {
        var isPlain = true
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == 0x22 || byte == 0x2C || byte == 10 || byte == 13 {
                isPlain = false
                break
            }
        }
        if isPlain { return try lines.append(bytes) }
        try lines.append(0x22)
        for index in bytes.indices {
            if bytes[index] == 0x22 { try lines.append(0x22) }
            try lines.append(bytes[index])
        }
        try lines.append(0x22)
    }

    private func closeLine() throws(WorkbookProblem) {
        guard lines.writing.is_open != 0 else { return }
        lines.writing.is_open = 0
        try lines.append(repeating: UInt8(ascii: ","), count: width - 1 - Int(lines.writing.written))
        try lines.append(10)
        lines.writing.ended = lines.writing.row
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
