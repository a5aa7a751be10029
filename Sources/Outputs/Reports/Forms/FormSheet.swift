import Civil
import ReportData
import Rules
import Schema
import Tabular

/// Fills one sheet of a form: the people of a polling station, as offices know the list on paper. The model's name stands in
/// the corner, the title in the middle, the place below; a row of numbers under the headings, the totals and the signature
/// under the people.
struct FormSheet: Sendable {
    private let source: ReportSource
    private let form: ListForm
    private let masking: Masking
    private let frame: SheetFrame
    private let cells: FormCells
    private let columns: [FormColumn]

    init(_ form: ListForm, of source: ReportSource, masking: Masking, frame: SheetFrame) {
        self.form = form
        self.source = source
        self.masking = masking
        self.frame = frame
        cells = FormCells(source, dateDivider: form.dateDivider, masking: masking)
        // Disability leaves the office on the official form alone.
        columns = form.columns.filter { masking == .none || $0.content != .disability }
    }

    /// - Parameters:
    ///   - rows: of the people who stand on the sheet.
    ///   - merging: whether cells may be several cells wide and high.
    func fill(
        _ sheet: SheetWriter, _ people: PersonRows, _ rows: [Int], region: String, station: String, merging: Bool
    ) {
        let widths = columns.map { Double($0.width) }
        sheet.setWidths(widths)
        let top = open(sheet, region: region, station: station, merging: merging)
        let heading = head(sheet, top, merging: merging)
        let first = heading.upperBound + 1
        var heights = Array(repeating: Self.line, count: top) + [20, 44, Self.line]
        for (number, row) in rows.enumerated() {
            heights.append(person(sheet, people, row, number: number, at: first + number))
        }
        let total = first + rows.count
        totals(sheet, people, rows, at: total)
        frame.close(
            sheet, row: total + 2, column: max(0, columns.count - 5),
            notes: [form.note.map(source.text)].compactMap { $0 })
        heights += Array(repeating: Self.line, count: 2 + SheetFrame.signatureRows + 2)
        sheet.freeze(rows: first, columns: 0)
        sheet.setPage(
            frame.page(
                heading: heading, widths: widths, heights: heights,
                closing: max(first, total - Self.peopleAboveTheSignature)))
    }

    /// Points of a row of one line.
    private static let line = 15.0
    private static let peopleAboveTheSignature = 2

    private static let body = CellStyle(.text).with {
        $0.hasBorder = true
        $0.wraps = true
        $0.size = 9
    }
    private static let middle = body.with { $0.alignment = .center }
    private static let number = middle.with {
        $0.size = 8
        $0.fill = 0xF4F6F9
    }
    private static let total = CellStyle(.text).with { $0.isBold = true }
    private static let model = total.with {
        $0.alignment = .center
        $0.hasBorder = true
    }
    private static let title = SheetFrame.title.with { $0.alignment = .center }
    private static let below = CellStyle(.text).with { $0.alignment = .center }

    /// Letterhead, model, titles and place; the first row of the headings.
    private func open(_ sheet: SheetWriter, region: String, station: String, merging: Bool) -> Int {
        let last = columns.count - 1
        let corner = max(0, last - 1)
        let model = source.text("MODEL \(form.name)", "FORM \(form.name)")
        if merging {
            sheet.merged(model, rows: 0...0, columns: corner...last, Self.model)
        } else {
            sheet.text(model, 0, last, Self.model)
        }
        var row = max(1, frame.letterhead(sheet))
        let voting = LongDate.text(source.ruleset.votingDay, source.language)
        var titles = [
            (source.text(form.title), Self.title),
            (
                source.text(source.election.title) + ", "
                    + source.text("pemungutan suara \(voting)", "voting day \(voting)"), Self.below
            ),
        ]
        if masking != .none {
            titles.append(
                (
                    source.text(
                        "SALINAN DISAMARKAN untuk diumumkan; bukan formulir resmi",
                        "MASKED COPY for posting; not the official form"), Self.below
                ))
        }
        for (text, style) in titles {
            if merging {
                sheet.merged(text, rows: row...row, columns: 0...last, style)
            } else {
                sheet.text(text, row, columns.count / 2, style)
            }
            row += 1
        }
        row += 1
        for (label, place) in places(region, station) {
            sheet.text(label, row, 0, SheetFrame.plain)
            sheet.text(": \(place)", row, min(2, last), SheetFrame.plain)
            row += 1
        }
        return row + 1
    }

    private func places(_ region: String, _ station: String) -> [(label: String, place: String)] {
        let levels = [
            (2, source.text("Provinsi", "Province")), (4, "Kabupaten/Kota"), (6, "Kecamatan"), (10, "Desa/Kelurahan"),
        ]
        let known = levels.map { length, label in
            guard region.utf8.count >= length else { return (label: label, place: "-") }
            let code = String(region.prefix(length))
            return (label, code + (source.names[code].map { " \($0)" } ?? ""))
        }
        let people = source.ruleset.schema.roles.first { $0.rows == .person }
        return known + [(people?.column("tps")?.headings.first ?? "", station.isEmpty ? "-" : station)]
    }

    /// Two rows of headings, what belongs together under one, and a row of the columns' numbers.
    private func head(_ sheet: SheetWriter, _ top: Int, merging: Bool) -> ClosedRange<Int> {
        sheet.setHeight(20, row: top)
        sheet.setHeight(44, row: top + 1)
        var column = 0
        while column < columns.count {
            let group = columns[column].group
            let alike = columns[column...].prefix { group != nil && $0.group == group }.count
            let size = max(1, alike)
            guard let group, size > 1 else {
                let heading = text(columns[column])
                if merging {
                    sheet.merged(heading, rows: top...top + 1, columns: column...column, SheetFrame.heading)
                } else {
                    sheet.blank(top, column, SheetFrame.heading)
                }
                column += 1
                continue
            }
            if merging {
                sheet.merged(
                    source.text(group), rows: top...top, columns: column...column + size - 1, SheetFrame.heading)
            } else {
                sheet.text(source.text(group), top, column, SheetFrame.heading)
            }
            column += size
        }
        for (column, spec) in columns.enumerated() where !merging || isGrouped(column) {
            sheet.text(text(spec), top + 1, column, SheetFrame.heading)
        }
        for column in columns.indices { sheet.text(String(column + 1), top + 2, column, Self.number) }
        return top...top + 2
    }

    /// Whether the column stands under a heading with a neighbour.
    private func isGrouped(_ column: Int) -> Bool {
        guard let group = columns[column].group else { return false }
        return [column - 1, column + 1].contains { columns.indices.contains($0) && columns[$0].group == group }
    }

    private func text(_ column: FormColumn) -> String { column.heading.map(source.text) ?? "" }

    /// Writes one person; the row's height.
    private func person(
        _ sheet: SheetWriter, _ people: PersonRows, _ row: Int, number: Int, at line: Int
    ) -> Double {
        let texts = columns.map { spec in
            spec.content == .number ? String(number + 1) : cells.text(spec.content, people, row)
        }
        let height = SheetFrame.height(Array(zip(texts, columns.map(\.width))))
        sheet.setHeight(height, row: line)
        for (column, spec) in columns.enumerated() {
            switch spec.content {
            case .number, .age, .maritalStatus, .sex, .rt, .rw, .disability, .birthDate:
                sheet.text(texts[column], line, column, Self.middle)
            default: sheet.text(texts[column], line, column, Self.body)
            }
        }
        return height
    }

    /// People by sex and together.
    private func totals(_ sheet: SheetWriter, _ people: PersonRows, _ rows: [Int], at line: Int) {
        var counts: [String: Int] = [:]
        for row in rows { counts[cells.sex(people, row), default: 0] += 1 }
        let known = counts.keys.filter { !$0.isEmpty }.sorted()
        var parts = known.map { "\($0) = \(source.count(counts[$0] ?? 0))" }
        if let others = counts[""] { parts.append(source.text("lain = ", "other = ") + source.count(others)) }
        parts.append(source.text("seluruhnya = ", "all = ") + source.count(rows.count))
        sheet.text(source.text("Jumlah: ", "Total: ") + parts.joined(separator: "; "), line, 0, Self.total)
    }
}
