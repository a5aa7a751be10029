import Civil
import Columns
import Diagnostics
import Files
import ReportData
import Rules
import RunFolder
import Tabular

/// Writes one workbook of a form: the people of a desa or kelurahan, a sheet per polling station.
struct FormWorkbook: Sendable {
    private let source: ReportSource
    private let form: ListForm
    private let masking: Masking
    private let frame: SheetFrame
    private let cells: FormCells
    private let columns: [FormColumn]

    init(_ form: ListForm, of source: ReportSource, masking: Masking) {
        self.form = form
        self.source = source
        self.masking = masking
        frame = SheetFrame(source)
        cells = FormCells(source, dateDivider: form.dateDivider, masking: masking)
        // Disability leaves the office on the official form alone.
        columns = form.columns.filter { masking == .none || $0.content != .disability }
    }

    func write(
        _ people: PersonRows, region: String, at place: String, scratch: String
    ) throws(FileError) -> OutputFile.Written {
        let book = try WorkbookWriter(
            creating: place, scratch: scratch, properties: frame.properties(title: title),
            memory: people.count > 2_000 ? .rowByRow : .whole)
        var stations: [String: [Int]] = [:]
        for row in 0..<people.count { stations[Self.station(people.text(row, .tps)), default: []].append(row) }
        for station in stations.keys.sorted(by: StationOrder.precedes) {
            let wanted = station.isEmpty ? source.text("Tanpa TPS", "No TPS") : "TPS \(station)"
            let sheet = try book.addSheet(wanted)
            fill(sheet, people, stations[station] ?? [], region: region, station: station)
        }
        return try book.finish(digest: true)
    }

    /// `1`, `01` and `001` are one polling station.
    static func station(_ text: String) -> String {
        guard let number = Int(text), number >= 0 else { return text }
        let digits = String(number)
        return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }

    private var title: String { source.text(form.title) }

    private static let body = CellStyle(.text).with {
        $0.hasBorder = true
        $0.wraps = true
        $0.size = 9
    }
    private static let middle = body.with { $0.alignment = .center }

    private func fill(
        _ sheet: SheetWriter, _ people: PersonRows, _ rows: [Int], region: String, station: String
    ) {
        let voting = LongDate.text(source.ruleset.votingDay, source.language)
        var lines = [
            source.text("Formulir \(form.name)", "Form \(form.name)") + " · " + source.text(source.election.title)
                + " · "
                + source.text("pemungutan suara \(voting)", "voting day \(voting)"),
            place(region, station) + " · " + source.text("Jumlah: ", "People: ") + source.count(rows.count),
        ]
        if masking != .none {
            lines.append(
                source.text(
                    "SALINAN DISAMARKAN untuk diumumkan; bukan formulir resmi",
                    "MASKED COPY for posting; not the official form"))
        }
        let top = frame.open(
            sheet, title: title, lines: lines, notes: [form.note.map(source.text)].compactMap { $0 },
            signature: max(0, columns.count - 5))
        sheet.setWidths(columns.map { Double($0.width) })
        sheet.setHeight(48, row: top)
        for (column, spec) in columns.enumerated() {
            sheet.text(spec.heading.map(source.text) ?? "", top, column, SheetFrame.heading)
        }
        for (number, row) in rows.enumerated() {
            let line = top + 1 + number
            let texts = columns.map { spec in
                spec.content == .number ? String(number + 1) : cells.text(spec.content, people, row)
            }
            sheet.setHeight(SheetFrame.height(Array(zip(texts, columns.map(\.width)))), row: line)
            for (column, spec) in columns.enumerated() {
                switch spec.content {
                case .number, .age, .maritalStatus, .sex, .rt, .rw, .disability, .birthDate:
                    sheet.text(texts[column], line, column, Self.middle)
                default: sheet.text(texts[column], line, column, Self.body)
                }
            }
        }
        sheet.freeze(rows: top + 1, columns: 0)
        sheet.setPage(frame.page(heading: top))
    }

    private func place(_ region: String, _ station: String) -> String {
        let levels = [
            (4, source.text("Kabupaten/Kota", "Kabupaten/Kota")), (6, source.text("Kecamatan", "Kecamatan")),
            (10, source.text("Desa/Kelurahan", "Desa/Kelurahan")),
        ]
        var parts = levels.map { length, word in
            guard region.utf8.count >= length else { return "\(word): -" }
            let code = String(region.prefix(length))
            return "\(word): \(code)" + (source.names[code].map { " \($0)" } ?? "")
        }
        parts.append("TPS: " + (station.isEmpty ? "-" : station))
        return parts.joined(separator: " · ")
    }
}
