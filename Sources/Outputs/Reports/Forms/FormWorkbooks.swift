import Civil
import Columns
import Diagnostics
import Files
import ReportData
import Rules
import RunFolder
import Tabular
import Workers

/// Writes one form: a workbook per desa or kelurahan, a sheet per polling station, in folders by kabupaten and kecamatan.
struct FormWorkbooks {
    let source: ReportSource
    let form: ListForm
    let table: PersonTable
    let folder: String
    let directory: RunDirectory
    private let frame: SheetFrame
    private let cells: FormCells
    private let columns: [FormColumn]
    private let masking: Masking
    private(set) var outputs: [OutputReport] = []
    private var counts: [String: Int] = [:]
    private var parts: [String: Int] = [:]

    /// People in one workbook at most: more is no longer a file for an old computer.
    static let mostPeople = 20_000

    /// - Parameter parent: the folder in which the form's own stands, with a `/` at its end.
    init(
        _ form: ListForm, of source: ReportSource, masking: Masking, in parent: String = "", to directory: RunDirectory
    ) {
        self.form = form
        self.source = source
        self.directory = directory
        self.masking = masking
        switch form.kind {
        case .potentialVoters: (table, folder) = (.flagged, parent + "form-ac")
        case .struckOff: (table, folder) = (.ineligible, parent + "form-ab")
        }
        frame = SheetFrame(source)
        cells = FormCells(source, dateDivider: form.dateDivider, masking: masking)
        // Disability leaves the office on the official form alone.
        columns = form.columns.filter { masking == .none || $0.content != .disability }
    }

    /// - Throws: `.input` where the people of the table are not those of the summary.
    mutating func write() throws(Failure) {
        let rows = try source.run.people(table, PersonRows.columns)
        var people = PersonRows()
        var region = ""
        while try rows.next() {
            let next = rows.text(.region)
            if !people.isEmpty, next != region || people.count == Self.mostPeople {
                try write(people, region: region)
                people.removeAll()
            }
            region = next
            let code = rows.text(.code)
            guard let number = UInt8(code), form.codes.contains(number) else {
                throw ReportSource.disagreement("\(source.run.path)/\(table.rawValue)")
            }
            counts[code, default: 0] += 1
            people.append(rows)
        }
        if !people.isEmpty { try write(people, region: region) }
        for code in form.codes where counts[String(code)] ?? 0 != source.figures.count(code: code) {
            throw ReportSource.disagreement("\(source.run.path)/\(table.rawValue)")
        }
    }

    /// `form-ac/1271/127190/1271901001 Suka Maju.xlsx`; `-2` and so on where a desa has more people than one workbook
    /// takes.
    private mutating func name(_ region: String) -> String {
        func part(_ length: Int) -> String {
            region.utf8.count >= length ? String(region.prefix(length)) : "unknown"
        }
        let desa = source.names[part(10)].map { " " + Self.plain($0) } ?? ""
        let name = "\(folder)/\(part(4))/\(part(6))/\(part(10))\(desa)"
        let number = (parts[name] ?? 0) + 1
        parts[name] = number
        return number == 1 ? "\(name).xlsx" : "\(name)-\(number).xlsx"
    }

    /// A region's name as every system takes it for a part of a file's name.
    static func plain(_ name: String) -> String {
        String(name.prefix(60).map { $0.isLetter || $0.isNumber || $0 == " " ? $0 : "_" })
    }

    /// `1`, `01` and `001` are one polling station.
    static func station(_ text: String) -> String {
        guard let number = Int(text), number >= 0 else { return text }
        let digits = String(number)
        return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }

    private mutating func write(_ people: PersonRows, region: String) throws(Failure) {
        try Interruption.check()
        let name = name(region)
        let place = try directory.place(for: name)
        do throws(FileError) {
            let book = try WorkbookWriter(
                creating: place, scratch: directory.scratch, properties: frame.properties(title: title),
                memory: people.count > 2_000 ? .rowByRow : .whole)
            var stations: [String: [Int]] = [:]
            for row in 0..<people.count { stations[Self.station(people.text(row, .tps)), default: []].append(row) }
            for station in stations.keys.sorted(by: StationOrder.precedes) {
                let wanted = station.isEmpty ? source.text("Tanpa TPS", "No TPS") : "TPS \(station)"
                let sheet = try book.addSheet(wanted)
                fill(sheet, people, stations[station] ?? [], region: region, station: station)
            }
            outputs.append(directory.adopt(name, try book.finish(digest: true)))
        } catch {
            throw error.outputFailure(shown: "\(directory.path)/\(name)")
        }
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
