import Civil
import ReportData
import Rules
import Tabular

/// What stands around the table of every sheet: letterhead and titles above, signature and the run's stamp below.
struct SheetFrame {
    let source: ReportSource
    let stamp: RunStamp

    /// - Parameter stamp: what names the sheet; nil: the run.
    init(_ source: ReportSource, stamp: RunStamp? = nil) {
        self.source = source
        self.stamp = stamp ?? RunStamp(source)
    }

    private static let plain = CellStyle(.text)
    private static let small = CellStyle(.text).with { $0.size = 8 }
    private static let strong = CellStyle(.text).with { $0.isBold = true }
    private static let title = CellStyle(.text).with {
        $0.isBold = true
        $0.size = 14
    }

    static let heading = CellStyle(.text).with {
        $0.isBold = true
        $0.wraps = true
        $0.hasBorder = true
        $0.alignment = .center
        $0.isMiddle = true
        $0.fill = 0xE7EDF3
    }

    /// Writes letterhead, title and lines below it; the row after them, one left blank.
    ///
    /// - Parameter signature: the column where the signature block and the stamp stand above the table too, for sheets
    ///   that are read back: below it, their words would be rows of the list.
    func open(_ sheet: SheetWriter, title: String, lines: [String], notes: [String] = [], signature: Int? = nil) -> Int
    {
        let office = source.office
        var row = 0
        for line in office.letterhead + (office.agency.isEmpty ? [] : [office.agency]) {
            sheet.text(line, row, 0, Self.strong)
            row += 1
        }
        if !office.letterNumber.isEmpty {
            sheet.text(source.text("Nomor: ", "Number: ") + office.letterNumber, row, 0, Self.plain)
            row += 1
        }
        sheet.text(title, row, 0, Self.title)
        row += 1
        if let signature {
            sign(sheet, row: row, column: signature)
            row += 7
        }
        for line in lines {
            sheet.text(line, row, 0, Self.plain)
            row += 1
        }
        if signature != nil { row = stamp(sheet, row, notes) }
        return row + 1
    }

    /// Writes the signature block at `column` from `row` on, then the stamp and `notes` at the left.
    func close(_ sheet: SheetWriter, row: Int, column: Int) {
        sign(sheet, row: row, column: column)
        _ = stamp(sheet, row + 8, [])
    }

    private func sign(_ sheet: SheetWriter, row: Int, column: Int) {
        let office = source.office
        let blank = "........................................"
        let day = source.text("tanggal ", "date ") + "...................."
        sheet.text((office.place.isEmpty ? "...................." : office.place) + ", " + day, row, column, Self.plain)
        sheet.text(office.position.isEmpty ? blank : office.position, row + 1, column, Self.plain)
        sheet.text(office.signatory.isEmpty ? blank : office.signatory, row + 4, column, Self.strong)
        sheet.text("NIP " + (office.nip.isEmpty ? blank : office.nip), row + 5, column, Self.plain)
    }

    private func stamp(_ sheet: SheetWriter, _ row: Int, _ notes: [String]) -> Int {
        for (index, note) in (notes + [stamp.full]).enumerated() { sheet.text(note, row + index, 0, Self.small) }
        return row + notes.count + 1
    }

    /// The height in points of a row of wrapped cells in 9 points. Said outright: not every spreadsheet finds it itself.
    static func height(_ cells: [(text: String, width: Int)]) -> Double {
        var lines = 1
        for cell in cells {
            // Room lost at line ends where words do not break.
            let room = max(1, cell.width * 9 / 10)
            lines = max(lines, (cell.text.count + room - 1) / room)
        }
        return Double(min(lines, 12)) * 12.5 + 4
    }

    func page(heading: Int, isLandscape: Bool = true) -> PageSetup {
        var page = PageSetup()
        page.isLandscape = isLandscape
        page.repeatedRows = heading...heading
        page.footer = stamp.short
        page.pageWords = (source.text("Halaman", "Page"), source.text("dari", "of"))
        return page
    }

    func properties(title: String) -> WorkbookProperties {
        WorkbookProperties(
            title: title, company: source.office.agency, comments: stamp.full,
            created: Int(source.ruleset.asOf.dayNumber) * 86_400)
    }
}
