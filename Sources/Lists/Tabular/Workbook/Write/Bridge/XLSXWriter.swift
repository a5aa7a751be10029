import CLanes
import CXLSXWriter
import Columns
import Glibc

/// libxlsxwriter's workbook: the one place that calls it for a whole book.
@safe final class XLSXBook {
    private let path: String
    private var book: UnsafeMutablePointer<lxw_workbook>?
    /// The library keeps the pointer.
    private let scratch: CText
    private var formats: [CellStyle: XLSXFormat] = [:]

    init(path: String, scratch: String, rowByRow: Bool) throws(FileError) {
        self.path = path
        self.scratch = CText(scratch)
        var options = unsafe lxw_workbook_options()
        unsafe options.constant_memory = rowByRow ? 1 : 0
        unsafe options.tmpdir = self.scratch.pointer
        unsafe options.use_zip64 = rowByRow ? 1 : 0
        unsafe book = workbook_new_opt(path, &options)
        if unsafe book == nil { throw FileError(.create, path: path, number: ENOMEM) }
    }

    deinit {
        if let book = unsafe book { unsafe lxw_workbook_free(book) }
    }

    func set(_ properties: WorkbookProperties) {
        var document = unsafe lxw_doc_properties()
        let texts = [properties.title, properties.company, properties.comments].map { CText(SheetText.clean($0)) }
        unsafe document.title = texts[0].pointer
        unsafe document.company = texts[1].pointer
        unsafe document.comments = texts[2].pointer
        unsafe document.created = properties.created
        // The library copies what it is given.
        withExtendedLifetime(texts) { _ = unsafe workbook_set_properties(book, &document) }
    }

    func addSheet(_ name: String) throws(FileError) -> XLSXSheet {
        guard let sheet = unsafe workbook_add_worksheet(book, name) else {
            throw FileError(.write, path: path, number: EINVAL)
        }
        return unsafe XLSXSheet(sheet: sheet)
    }

    func format(_ style: CellStyle) -> XLSXFormat {
        if let format = formats[style] { return format }
        let format = unsafe XLSXFormat(style, workbook_add_format(book))
        formats[style] = format
        return format
    }

    func insert(_ chart: SheetChart, into sheet: XLSXSheet, _ row: Int, _ column: Int) {
        let kind =
            switch chart.kind {
            case .bars: LXW_CHART_BAR
            case .stackedBars: LXW_CHART_BAR_STACKED
            case .columns: LXW_CHART_COLUMN
            case .stackedColumns: LXW_CHART_COLUMN_STACKED
            case .doughnut: LXW_CHART_DOUGHNUT
            }
        guard let made = unsafe workbook_add_chart(book, UInt8(kind.rawValue)) else { return }
        for series in chart.series {
            let added = unsafe chart_add_series(made, series.categories.formula, series.values.formula)
            unsafe chart_series_set_name(added, SheetText.clean(series.name))
            if let color = series.color {
                var fill = lxw_chart_fill()
                fill.color = color
                unsafe chart_series_set_fill(added, &fill)
            }
        }
        unsafe chart_title_set_name(made, SheetText.clean(chart.title))
        if chart.series.count == 1 && chart.kind != .doughnut {
            unsafe chart_legend_set_position(made, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        } else {
            unsafe chart_legend_set_position(made, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
        }
        if chart.kind == .bars || chart.kind == .stackedBars {
            // The first row of the table is the topmost bar.
            unsafe chart_axis_set_reverse(chart_axis_get(made, LXW_CHART_AXIS_TYPE_Y))
            unsafe chart_series_gap(made)
        }
        var options = unsafe lxw_chart_options()
        unsafe options.x_scale = chart.scale.width
        unsafe options.y_scale = chart.scale.height
        let description = CText(SheetText.clean(chart.description))
        unsafe options.description = description.pointer
        withExtendedLifetime(description) { unsafe sheet.insert(made, &options, row, column) }
    }

    private func chart_series_gap(_ chart: UnsafeMutablePointer<lxw_chart>) {
        unsafe chart_set_series_gap(chart, 40)
        if unsafe chart.pointee.type == UInt8(LXW_CHART_BAR_STACKED.rawValue) {
            unsafe chart_set_series_overlap(chart, 100)
        }
    }

    /// Writes the file and lets the library's workbook go, whatever comes of it; returns the bytes of each file that the
    /// library put aside for it, in their order.
    func finish() throws(FileError) -> [Int] {
        guard let book = unsafe book else { return [] }
        unsafe self.book = nil
        temporary_begin()
        errno = 0
        let outcome = unsafe workbook_close(book)
        let number = errno
        let parts = (0..<temporary_count()).map { Int(temporary_bytes($0)) }
        // An error on what was put aside, which the library does not look at.
        let failure = temporary_end()
        if failure != 0 || outcome != LXW_NO_ERROR {
            let known = failure != 0 && failure != EIO ? failure : refusal(parts.max() ?? 0)
            throw FileError(.write, path: path, number: known ?? (number == 0 ? EIO : number))
        }
        return parts
    }

    /// What the system says to more bytes than any part has: the library keeps no reason.
    private func refusal(_ longest: Int) -> Int32? {
        let piece = [UInt8](repeating: 0, count: 1 << 20)
        do throws(FileError) {
            for _ in 0...max(0, longest) / piece.count { try AppendOnlyFile.append(piece, to: path) }
            return nil
        } catch {
            return error.number
        }
    }
}

/// A cell format of one workbook; lives as long as the workbook.
@safe struct XLSXFormat {
    let format: UnsafeMutablePointer<lxw_format>?

    init(_ style: CellStyle, _ format: UnsafeMutablePointer<lxw_format>?) {
        unsafe self.format = format
        switch style.content {
        case .general: break
        case .text: unsafe format_set_num_format(format, "@")
        case .integer: unsafe format_set_num_format(format, "#,##0")
        case .share: unsafe format_set_num_format(format, "0.0%")
        case .day: unsafe format_set_num_format(format, "dd/mm/yyyy")
        case .change: unsafe format_set_num_format(format, "+#,##0;-#,##0;0")
        }
        if style.isBold { unsafe format_set_bold(format) }
        if style.isItalic { unsafe format_set_italic(format) }
        if style.wraps { unsafe format_set_text_wrap(format) }
        if let size = style.size { unsafe format_set_font_size(format, Double(size)) }
        if style.hasBorder { unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        if let fill = style.fill { unsafe format_set_bg_color(format, fill) }
        if let color = style.color { unsafe format_set_font_color(format, color) }
        let across: lxw_format_alignments? =
            switch style.alignment {
            case .natural: nil
            case .left: LXW_ALIGN_LEFT
            case .center: LXW_ALIGN_CENTER
            case .right: LXW_ALIGN_RIGHT
            }
        if let across { unsafe format_set_align(format, UInt8(across.rawValue)) }
        let down = style.isMiddle ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP
        unsafe format_set_align(format, UInt8(down.rawValue))
    }
}
