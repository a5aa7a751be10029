import CXLSXWriter
import Glibc

/// libxlsxwriter's worksheet; lives as long as its workbook. A call for a cell outside the sheet does nothing.
@safe struct XLSXSheet {
    let sheet: UnsafeMutablePointer<lxw_worksheet>

    private static let lastRow = 1_048_575
    private static let lastColumn = 16_383

    private func row(_ row: Int) -> lxw_row_t? { (0...Self.lastRow).contains(row) ? lxw_row_t(row) : nil }
    private func column(_ column: Int) -> lxw_col_t? {
        (0...Self.lastColumn).contains(column) ? lxw_col_t(column) : nil
    }

    private typealias Area = (top: lxw_row_t, left: lxw_col_t, bottom: lxw_row_t, right: lxw_col_t)

    private func area(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) -> Area? {
        guard let top = row(rows.lowerBound), let bottom = row(rows.upperBound),
            let left = column(columns.lowerBound), let right = column(columns.upperBound)
        else { return nil }
        return (top, left, bottom, right)
    }

    func write(_ text: String, _ row: Int, _ column: Int, _ format: XLSXFormat) {
        guard let row = self.row(row), let column = self.column(column) else { return }
        _ = unsafe worksheet_write_string(sheet, row, column, text, format.format)
    }

    func write(_ number: Double, _ row: Int, _ column: Int, _ format: XLSXFormat) {
        guard let row = self.row(row), let column = self.column(column) else { return }
        _ = unsafe worksheet_write_number(sheet, row, column, number, format.format)
    }

    func blank(_ row: Int, _ column: Int, _ format: XLSXFormat) {
        guard let row = self.row(row), let column = self.column(column) else { return }
        _ = unsafe worksheet_write_blank(sheet, row, column, format.format)
    }

    func formula(_ formula: String, value: Int?, _ row: Int, _ column: Int, _ format: XLSXFormat) {
        guard let row = self.row(row), let column = self.column(column) else { return }
        if let value {
            _ = unsafe worksheet_write_formula_num(sheet, row, column, formula, format.format, Double(value))
        } else {
            _ = unsafe worksheet_write_formula_str(sheet, row, column, formula, format.format, "")
        }
    }

    func merge(_ text: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>, _ format: XLSXFormat) {
        guard let area = area(rows, columns) else { return }
        _ = unsafe worksheet_merge_range(
            sheet, area.top, area.left, area.bottom, area.right, text, format.format)
    }

    func setWidth(_ width: Double, _ column: Int) {
        guard let column = self.column(column) else { return }
        _ = unsafe worksheet_set_column(sheet, column, column, width, nil)
    }

    func setHeight(_ height: Double, _ row: Int) {
        guard let row = self.row(row) else { return }
        _ = unsafe worksheet_set_row(sheet, row, height, nil)
    }

    func freeze(rows: Int, columns: Int) {
        guard let row = row(rows), let column = column(columns) else { return }
        unsafe worksheet_freeze_panes(sheet, row, column)
    }

    func filter(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        guard let area = area(rows, columns) else { return }
        _ = unsafe worksheet_autofilter(sheet, area.top, area.left, area.bottom, area.right)
    }

    func silenceNumbersAsText() {
        let kind = UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue)
        _ = unsafe worksheet_ignore_errors(sheet, kind, "A1:XFD1048576")
    }

    func activate() {
        unsafe worksheet_activate(sheet)
    }

    func setPage(_ page: PageSetup) {
        let paperA4: UInt8 = 9
        unsafe worksheet_set_paper(sheet, paperA4)
        if page.isLandscape { unsafe worksheet_set_landscape(sheet) } else { unsafe worksheet_set_portrait(sheet) }
        unsafe worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6)
        unsafe worksheet_fit_to_pages(sheet, UInt16(clamping: max(1, page.pagesAcross)), 0)
        // The library reads up to a zero, and takes 1,023 at most.
        var breaks = page.breaks.prefix(1_023).compactMap { row($0) }.filter { $0 > 0 }
        if !breaks.isEmpty {
            breaks.append(0)
            _ = unsafe worksheet_set_h_pagebreaks(sheet, &breaks)
        }
        if let rows = page.repeatedRows, let first = row(rows.lowerBound), let last = row(rows.upperBound) {
            _ = unsafe worksheet_repeat_rows(sheet, first, last)
        }
        if let columns = page.repeatedColumns, let area = area(0...0, columns) {
            _ = unsafe worksheet_repeat_columns(sheet, area.left, area.right)
        }
        _ = unsafe worksheet_set_footer(sheet, page.footerCode)
    }

    /// `choices` nil: any value, with the hint alone.
    func allow(
        _ choices: [String]?, rows: ClosedRange<Int>, columns: ClosedRange<Int>, hint: (title: String, text: String)
    ) {
        guard let area = area(rows, columns) else { return }
        var rule = unsafe lxw_data_validation()
        let texts = ([hint.title, hint.text] + (choices ?? [])).map { CText(SheetText.clean($0)) }
        let kind = choices == nil ? LXW_VALIDATION_TYPE_ANY : LXW_VALIDATION_TYPE_LIST
        unsafe rule.validate = UInt8(kind.rawValue)
        unsafe rule.input_title = texts[0].pointer
        unsafe rule.input_message = texts[1].pointer
        var list = unsafe texts.dropFirst(2).map { unsafe $0.pointer }
        unsafe list.append(nil)
        // The library copies what it is given.
        withExtendedLifetime(texts) {
            unsafe list.withUnsafeMutableBufferPointer { items in
                unsafe rule.value_list = choices == nil ? nil : items.baseAddress
                _ = unsafe worksheet_data_validation_range(sheet, area.top, area.left, area.bottom, area.right, &rule)
            }
        }
    }

    func insert(
        _ chart: UnsafeMutablePointer<lxw_chart>, _ options: inout lxw_chart_options, _ row: Int, _ column: Int
    ) {
        guard let row = self.row(row), let column = self.column(column) else { return }
        _ = unsafe worksheet_insert_chart_opt(sheet, row, column, chart, &options)
    }
}
