import Tabular

/// How sheets for field teams look: titles, a heading that repeats on every page, bordered rows, A4 across.
struct FieldSheet {
    /// A column: its heading and its width in characters.
    struct Column {
        var heading: String
        var width: Double
        var isCentered = false

        init(_ heading: String, _ width: Double, centered: Bool = false) {
            self.heading = heading
            self.width = width
            isCentered = centered
        }
    }

    let sheet: SheetWriter
    private let columns: [Column]
    private(set) var row = 0

    static let title = CellStyle().with {
        $0.isBold = true
        $0.size = 14
    }
    static let plain = CellStyle()
    static let bold = CellStyle().with { $0.isBold = true }
    static let note = CellStyle().with { $0.isItalic = true }
    static let cell = CellStyle(.text).with {
        $0.hasBorder = true
        $0.wraps = true
    }
    static let centered = cell.with { $0.alignment = .center }
    static let count = CellStyle(.integer).with { $0.hasBorder = true }
    static let heading = CellStyle().with {
        $0.isBold = true
        $0.hasBorder = true
        $0.wraps = true
        $0.alignment = .center
        $0.isMiddle = true
        $0.fill = 0xD9E2EC
    }

    init(_ sheet: SheetWriter, columns: [Column]) {
        self.sheet = sheet
        self.columns = columns
        sheet.setWidths(columns.map(\.width))
    }

    /// A line above the table.
    mutating func line(_ text: String, _ style: CellStyle = FieldSheet.plain) {
        if style == Self.title { sheet.setHeight(20, row: row) }
        sheet.text(text, row, 0, style)
        row += 1
    }

    mutating func skip() { row += 1 }

    /// The heading, frozen and repeated; `count` rows will follow.
    mutating func begin(rows count: Int, footer: String, pageWords: (before: String, between: String)) {
        sheet.setHeight(32, row: row)
        for (place, column) in columns.enumerated() { sheet.text(column.heading, row, place, Self.heading) }
        sheet.freeze(rows: row + 1, columns: 0)
        if count > 0 { sheet.filter(rows: row...row + count, columns: 0...columns.count - 1) }
        setPage(footer: footer, pageWords: pageWords, repeating: row...row)
        row += 1
    }

    func setPage(footer: String, pageWords: (before: String, between: String), repeating rows: ClosedRange<Int>? = nil)
    {
        var page = PageSetup()
        page.repeatedRows = rows
        page.footer = footer
        page.pageWords = pageWords
        sheet.setPage(page)
    }

    /// A row of the table; a cell is text, or a count where it is given as one.
    mutating func add(_ cells: [Cell]) {
        // A spreadsheet does not always make room for wrapped text by itself.
        let lines =
            zip(cells, columns).map { cell, column in
                if case .text(let text) = cell { Self.lines(text, column.width) } else { 1 }
            }.max() ?? 1
        if lines > 1 { sheet.setHeight(Double(lines) * 13 + 3, row: row) }
        for (place, cell) in cells.enumerated() where place < columns.count {
            switch cell {
            case .text(let text): sheet.text(text, row, place, columns[place].isCentered ? Self.centered : Self.cell)
            case .count(let count): sheet.integer(count, row, place, Self.count)
            }
        }
        row += 1
    }

    /// The row below the table that sums it up.
    mutating func total(_ cells: [Cell]) {
        for (place, cell) in cells.enumerated() where place < columns.count {
            switch cell {
            case .text(let text): sheet.text(text, row, place, Self.cell.with { $0.isBold = true })
            case .count(let count): sheet.integer(count, row, place, Self.count.with { $0.isBold = true })
            }
        }
        row += 1
    }

    /// Lines that text takes in a column of that many characters, words kept whole. A letter is taken as wide as any, and
    /// a mark above one as a letter.
    static func lines(_ text: String, _ width: Double) -> Int {
        let room = max(1, Int(width) - 1)
        var (lines, used, length) = (1, 0, 0)
        func end() {
            if length == 0 { return }
            if used > 0, used + 1 + length > room {
                lines += 1
                used = 0
            }
            used += (used > 0 ? 1 : 0) + length
            while used > room {
                lines += 1
                used -= room
            }
            length = 0
        }
        for byte in text.utf8 {
            if byte == 0x20 {
                end()
            } else if byte & 0xC0 != 0x80 {
                length += 1
            }
        }
        end()
        return lines
    }

    enum Cell {
        case text(String)
        case count(Int)
    }
}
