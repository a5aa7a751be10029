public import Civil

/// One sheet of a workbook being written. Rows and columns count from 0; what lies outside a sheet's 1,048,576 rows and
/// 16,384 columns is not written.
public struct SheetWriter {
    public let name: String
    let book: XLSXBook
    let sheet: XLSXSheet

    init(name: String, book: XLSXBook, sheet: XLSXSheet) {
        self.name = name
        self.book = book
        self.sheet = sheet
        // Identity numbers are text on purpose; the green corner that calls it an error would be wrong in every cell.
        sheet.silenceNumbersAsText()
    }

    /// Writes text; a cell of `style` is written for empty text too, so that its border shows.
    public func text(_ text: String, _ row: Int, _ column: Int, _ style: CellStyle = CellStyle(.text)) {
        if text.isEmpty { return blank(row, column, style) }
        sheet.write(SheetText.clean(text), row, column, book.format(style))
    }

    public func integer(_ number: Int, _ row: Int, _ column: Int, _ style: CellStyle = CellStyle(.integer)) {
        sheet.write(Double(number), row, column, book.format(style))
    }

    /// A day as spreadsheets hold one; as text, `YYYY-MM-DD`, before March 1900, where they count a day that never was.
    public func day(_ day: CivilDate, _ row: Int, _ column: Int, _ style: CellStyle = CellStyle(.day)) {
        let serial = Int(day.dayNumber) + Self.serialOf1970
        if serial > Self.serialThatNeverWas { return sheet.write(Double(serial), row, column, book.format(style)) }
        var text: [UInt8] = []
        day.append(to: &text)
        self.text(String(decoding: text, as: UTF8.self), row, column)
    }

    /// The serial of 1970-01-01.
    private static let serialOf1970 = 25_569
    /// That of 29 February 1900.
    private static let serialThatNeverWas = 60

    /// A part of one in ten-thousandths; nil leaves the cell empty.
    public func share(_ tenThousandths: Int?, _ row: Int, _ column: Int, _ style: CellStyle = CellStyle(.share)) {
        guard let tenThousandths else { return blank(row, column, style) }
        sheet.write(Double(tenThousandths) / 10_000, row, column, book.format(style))
    }

    public func blank(_ row: Int, _ column: Int, _ style: CellStyle) {
        sheet.blank(row, column, book.format(style))
    }

    /// A formula of our own, never of data. `value` is what it gives now, for readers that do not compute; nil: nothing.
    public func formula(_ formula: String, value: Int?, _ row: Int, _ column: Int, _ style: CellStyle) {
        sheet.formula(formula, value: value, row, column, book.format(style))
    }

    /// Text over several cells; not for workbooks written row by row.
    public func merged(_ text: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>, _ style: CellStyle) {
        if rows.count == 1 && columns.count == 1 { return self.text(text, rows.lowerBound, columns.lowerBound, style) }
        sheet.merge(SheetText.clean(text), rows: rows, columns: columns, book.format(style))
    }

    /// Widths of the columns from the first on, in characters.
    public func setWidths(_ widths: [Double]) {
        for (column, width) in widths.enumerated() { sheet.setWidth(width, column) }
    }

    /// Height in points.
    public func setHeight(_ height: Double, row: Int) { sheet.setHeight(height, row) }

    /// Rows above and columns left of the cell stay in sight.
    public func freeze(rows: Int, columns: Int) { sheet.freeze(rows: rows, columns: columns) }

    /// Arrows for filtering on the heading in the range's first row.
    public func filter(rows: ClosedRange<Int>, columns: ClosedRange<Int>) { sheet.filter(rows: rows, columns: columns) }

    public func setPage(_ page: PageSetup) { sheet.setPage(page) }

    /// Lets cells take one of `choices` only (together at most 255 characters), with a hint shown beside the cell.
    public func allow(
        _ choices: [String], rows: ClosedRange<Int>, columns: ClosedRange<Int>, hint: (title: String, text: String)
    ) {
        sheet.allow(choices, rows: rows, columns: columns, hint: hint)
    }

    /// Shows a hint beside cells without restricting them.
    public func hint(title: String, text: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        sheet.allow(nil, rows: rows, columns: columns, hint: (title, text))
    }

    /// Puts a chart with its top left corner on a cell.
    public func insert(_ chart: SheetChart, _ row: Int, _ column: Int) {
        book.insert(chart, into: sheet, row, column)
    }

    /// Shows this sheet when the workbook is opened.
    public func open() { sheet.activate() }
}
