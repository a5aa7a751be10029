import Civil
import Columns
import Diagnostics
import Files
import ReportData
import Rules
import RunFolder
import Schema
import Tabular

/// Writes the request of one kabupaten: a workbook with a sheet per kind of request, with columns for the answer.
struct RequestWorkbook: Sendable {
    private let source: ReportSource
    private let request: RequestForm
    private let reply: ListSchema.Role
    private let frame: SheetFrame
    private let cells: FormCells

    /// Nil where the rules describe no request, or no list as which it could come back.
    init?(of source: ReportSource) {
        guard let request = source.statuses?.request,
            let reply = source.ruleset.schema.roles.first(where: { $0.contributes != nil && $0.speaksFor == nil })
        else { return nil }
        self.source = source
        self.request = request
        self.reply = reply
        frame = SheetFrame(source)
        cells = FormCells(source, dateDivider: "/", masking: .none)
    }

    /// How many sheets people stand on: each on one, unless the rules leave their next step out.
    func sheets(_ people: PersonRows, _ row: Int) -> Int {
        let step = people.text(row, .nextStep)
        return request.sheets.count { $0.steps.contains(step) }
    }

    func write(
        _ people: PersonRows, kabupaten: String, at place: String, scratch: String
    ) throws(FileError) -> OutputFile.Written {
        let book = try WorkbookWriter(
            creating: place, scratch: scratch, properties: frame.properties(title: source.text(request.title)),
            memory: people.count > 2_000 ? .rowByRow : .whole)
        for kind in request.sheets {
            let rows = (0..<people.count).filter { kind.steps.contains(people.text($0, .nextStep)) }
            if rows.isEmpty { continue }
            fill(try book.addSheet(source.text(kind.name)), kind, people, rows, kabupaten)
        }
        return try book.finish(digest: true)
    }

    /// Cells to fill in.
    private static let open = CellStyle.listBody.with { $0.fill = 0xFFF8DC }

    private func fill(
        _ sheet: SheetWriter, _ kind: RequestForm.Sheet, _ people: PersonRows, _ rows: [Int], _ kabupaten: String
    ) {
        let lines = [
            source.text(kind.title),
            source.text("Kabupaten/Kota: ", "Kabupaten/Kota: ") + kabupaten + " " + source.name(kabupaten) + " · "
                + source.text("Jumlah: ", "People: ") + source.count(rows.count),
            source.text(request.instruction),
        ]
        let columns = request.columns
        let widths = columns.map { Double($0.width) }
        let top = frame.open(sheet, title: source.text(request.title), lines: lines)
        sheet.setWidths(widths)
        sheet.setHeight(30, row: top)
        var heights = Array(repeating: 15.0, count: top) + [30]
        for (column, spec) in columns.enumerated() { sheet.text(heading(spec), top, column, SheetFrame.heading) }
        for (number, row) in rows.enumerated() {
            let line = top + 1 + number
            let texts = columns.map { spec in
                spec.content == .number ? String(number + 1) : cells.text(spec.content, people, row)
            }
            let height = SheetFrame.height(Array(zip(texts, columns.map(\.width))))
            heights.append(height)
            sheet.setHeight(height, row: line)
            for (column, spec) in columns.enumerated() {
                switch spec.content {
                case .answer, .letterNumber, .answeredOn: sheet.blank(line, column, Self.open)
                default: sheet.text(texts[column], line, column, CellStyle.listBody)
                }
            }
        }
        let range = top + 1...top + rows.count
        for (column, spec) in columns.enumerated() {
            switch spec.content {
            case .answer:
                sheet.allow(
                    answers, rows: range, columns: column...column,
                    hint: (heading(spec), source.text("Pilih satu dari daftar.", "Choose one of the list.")))
            case .answeredOn:
                sheet.hint(
                    title: heading(spec), text: source.text("Tulis HH/BB/TTTT", "Write DD/MM/YYYY"), rows: range,
                    columns: column...column)
            default: break
            }
        }
        sheet.freeze(rows: top + 1, columns: 3)
        let end = top + 1 + rows.count
        frame.close(sheet, row: end + 1, column: max(0, columns.count - 4))
        heights += Array(repeating: 15.0, count: 2 + SheetFrame.signatureRows)
        sheet.setPage(
            frame.page(heading: top...top, widths: widths, heights: heights, closing: max(top + 1, end - 2)))
    }

    /// The words the reply's own column knows, one for each code: read back whatever the language of the sheet.
    private var answers: [String] {
        let column = reply.contributes.flatMap { reply.column($0.column) }
        return column?.codes.compactMap(\.words.first) ?? []
    }

    /// A heading of the request's own, or the first the reply's list knows.
    private func heading(_ spec: FormColumn) -> String {
        if let heading = spec.heading { return source.text(heading) }
        let id =
            switch spec.content {
            case .answer: reply.contributes?.column ?? ""
            case .answeredOn: reply.knownSince ?? ""
            default: spec.content.rawValue
            }
        return reply.column(id)?.headings.first ?? id
    }
}
