import Files
import RunFolder
import Tabular

/// A sheet of people: a heading that stays in sight and is repeated on every page, arrows to filter by, two pages
/// of A4 across.
struct PeopleSheet {
    private let sheet: SheetWriter
    private let words: WorkbookWords
    private var row = 1

    private static let number = CellStyle.listBody.with { $0.content = .general }

    init(_ sheet: SheetWriter, _ words: WorkbookWords, footer: String) {
        self.sheet = sheet
        self.words = words
        let columns = WorkbookColumn.all
        sheet.setWidths(columns.map(\.width))
        sheet.setHeight(30, row: 0)
        for (place, column) in columns.enumerated() {
            sheet.text(words.heading(column), 0, place, CellStyle.listHeading)
        }
        sheet.freeze(rows: 1, columns: WorkbookColumn.frozen)
        var page = PageSetup()
        page.repeatedRows = 0...0
        // On one page the letters would be too small to read; who it is stands on both.
        page.pagesAcross = 2
        page.repeatedColumns = 0...WorkbookColumn.frozen - 1
        page.footer = footer
        page.pageWords = (words.say("Halaman", "Page"), words.say("dari", "of"))
        sheet.setPage(page)
    }

    /// Adds the person of the row read last. Days are text, year first: no setting of a spreadsheet swaps day and month.
    mutating func add(_ person: TableRows<PersonColumn>) {
        let texts = WorkbookColumn.all.map { column in
            switch column.content {
            // A text needs no wrapper.
            case .cell(let cell) where cell == .nik || cell == .nkk:
                String(decoding: SpreadsheetForm.unwrapped(person.bytes(cell)), as: UTF8.self)
            case .cell(let cell): words.text(person.text(cell), cell)
            case .regionName: words.name(person.text(.region))
            }
        }
        sheet.setHeight(Self.height(texts), row: row)
        for (place, (column, text)) in zip(WorkbookColumn.all, texts).enumerated() {
            switch column.content {
            case .cell(.row): write(person.number(.row), text, place)
            default: sheet.text(text, row, place, CellStyle.listBody)
            }
        }
        row += 1
    }

    private func write(_ number: Int?, _ text: String, _ place: Int) {
        if let number {
            sheet.integer(number, row, place, Self.number)
        } else {
            sheet.text(text, row, place, CellStyle.listBody)
        }
    }

    /// Ends the sheet.
    func finish() {
        sheet.filter(rows: 0...max(0, row - 1), columns: 0...WorkbookColumn.all.count - 1)
    }

    /// The height in points of a row of wrapped cells in 9 points. Said outright: not every spreadsheet finds it itself.
    private static func height(_ texts: [String]) -> Double {
        var lines = 1
        for (text, column) in zip(texts, WorkbookColumn.all) where text.utf8.count > Int(column.width) {
            // Room lost at line ends where words do not break.
            let room = max(1, Int(column.width) * 19 / 20)
            lines = max(lines, (text.count + room - 1) / room)
        }
        return Double(min(lines, 12)) * 12 + 3
    }
}
