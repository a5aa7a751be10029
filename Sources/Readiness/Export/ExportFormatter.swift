import Civil
import Columns
import Linkage
import Rules
import Tabular

/// One thread's formatting of exported people: reads their rows again and writes their lines.
struct ExportFormatter: Sendable {
    var lines = LineBuffer()
    private(set) var guarded = 0

    private let writer: ExportWriter
    private let kind: Exports.Kind
    private let people: [OpenList]
    /// By list: where each copied column stands, and the TPS last.
    private let cells: [[Int?]]
    private let names: [[UInt8]]
    /// By list: the polling station of rows without one, as a cell.
    private let stations: [[UInt8]]
    private let unusable: UInt64
    /// Place of the date of birth among the copied columns.
    private let birthDate: Int?
    private var blocks: [Block]
    /// By result, then verdict.
    private var verdictTexts: [[VerdictText?]]
    /// By number of a status text: the text as a cell.
    private var statusCells: [[UInt8]?] = []

    private struct VerdictText: Sendable {
        /// `,outcome,kpu_code,reasons,`
        var verdict: [UInt8]
        /// `,next_step` and the line end.
        var step: [UInt8]
        /// Whether the date of birth may be used.
        var hasBirthDate: Bool
    }

    private struct Place: Sendable {
        var offset: Int
        var row: Int
        var verdict: Int
    }

    private var places: [Place] = []
    private var rows: [Int] = []
    private var keys: [UInt64] = []
    private var slots: [UInt32] = []
    private var payloads: [UInt64] = []
    private var flags: [UInt16] = []

    init(_ writer: ExportWriter, _ kind: Exports.Kind) {
        self.writer = writer
        self.kind = kind
        people = writer.context.people
        blocks = people.map { Block(width: $0.text.width) }
        cells = people.map { list in ExportWriter.copied.map { list.cell($0) } + [list.cell("tps")] }
        names = people.map { list in
            var name: [UInt8] = []
            _ = CSVRow.append(Array(list.name.utf8).span, to: &name)
            return name + [UInt8(ascii: ",")]
        }
        stations = people.map { list in
            var cell: [UInt8] = []
            _ = CSVRow.append(Array((list.defaultStation ?? "").utf8).span, to: &cell)
            return cell
        }
        unusable = writer.context.ruleset.unusableReasons(of: "person.birth_date")
        birthDate = ExportWriter.copied.firstIndex(of: "birth_date")
        verdictTexts = writer.results.map { Array(repeating: nil, count: $0.verdicts.verdicts.count) }
    }

    /// Writes the lines of one region's rows of one block.
    mutating func write(_ region: UInt64, _ result: Int, _ run: PlaceBook.Run) throws(FileError) {
        let list = Int(run.list)
        var found = places
        found.removeAll(keepingCapacity: true)
        writer.results[result].places[kind.rawValue].forEach(region, run) {
            found.append(Place(offset: $0, row: $1, verdict: $2))
        }
        guard let last = found.last else { return }
        let regionText = Array(RegionCode(trusted: region).description.utf8)
        // Rows that stand close together are read in one go.
        if (last.offset - run.offset) / found.count < 2048 {
            try write(found[...], list, regionText, result)
        } else {
            for place in found.indices { try write(found[place...place], list, regionText, result) }
        }
        places = found
    }

    private mutating func write(
        _ places: ArraySlice<Place>, _ list: Int, _ region: [UInt8], _ result: Int
    ) throws(FileError) {
        guard let first = places.first, let last = places.last else { return }
        var block = blocks[list]
        blocks[list] = Block(width: 1)
        defer { blocks[list] = block }
        let text = people[list].text
        try text.readRows(from: first.offset, limit: last.offset + 1, into: &block)
        rows.removeAll(keepingCapacity: true)
        var row = 0
        for place in places {
            while row < block.rows, block.fileOffset(ofRow: row) < place.offset { row += 1 }
            guard row < block.rows, block.fileOffset(ofRow: row) == place.offset else {
                throw FileError(.read, path: text.file.path, number: 5)
            }
            rows.append(row)
        }
        lookUp(block, text)
        for (number, place) in places.enumerated() {
            appendLine(
                block, rows[number], place, list, region, result, PersonEntry(payload: payloads[number]).recording)
        }
    }

    /// Finds the recordings of the rows at hand.
    private mutating func lookUp(_ block: Block, _ text: ListText) {
        keys.removeAll(keepingCapacity: true)
        for row in rows {
            let cell = block.bounds.cell(row, text.keyColumn)
            if case .value(let nik) = NIK.read(block.text.span, from: cell.lowerBound, to: cell.upperBound) {
                keys.append(nik.value)
            } else if case .value(let nik) = NIK.read(block.cellText(row, text.keyColumn, of: text).span) {
                keys.append(nik.value)
            } else {
                keys.append(0)
            }
        }
        writer.context.index.keys.find(keys, slots: &slots)
        writer.context.index.keys.read(slots, payloads: &payloads, flags: &flags)
    }

    private mutating func appendLine(
        _ block: Block, _ row: Int, _ place: Place, _ list: Int, _ region: [UInt8], _ result: Int,
        _ recording: Recording?
    ) {
        let comma = UInt8(ascii: ",")
        let text = people[list].text
        let said = verdictText(result, place.verdict)
        lines.append(names[list])
        lines.append(place.row)
        lines.append(comma)
        for number in ExportWriter.copied.indices {
            if let cell = cells[list][number] {
                if number != birthDate || !said.hasBirthDate || !appendDate(block, row, cell, text) {
                    appendCell(block, row, cell, text)
                }
            }
            lines.append(comma)
        }
        lines.append(region)
        lines.append(comma)
        if let cell = cells[list].last ?? nil {
            appendCell(block, row, cell, text)
        } else {
            lines.append(stations[list])
        }
        lines.append(said.verdict)
        if let recording { lines.append(statusCell(recording.text)) }
        lines.append(comma)
        if let day = recording?.day { lines.append { day.append(to: &$0) } }
        lines.append(said.step)
    }

    private mutating func appendCell(_ block: Block, _ row: Int, _ cell: Int, _ text: ListText) {
        var bounds = block.bounds.cell(row, cell)
        if cell == text.width - 1, let last = bounds.last, block.text[last] == 13 { bounds = bounds.dropLast() }
        if text.emptyWord == nil,
            lines.appendPlain(block.text, bounds.lowerBound, bounds.upperBound, ascii: block.high)
        {
            return
        }
        let plain = block.cellText(row, cell, of: text)
        var isGuarded = false
        lines.append { isGuarded = CSVRow.append(plain.span, to: &$0) }
        if isGuarded { guarded += 1 }
    }

    /// Writes the cell as an ISO date; false if it is none.
    private mutating func appendDate(_ block: Block, _ row: Int, _ cell: Int, _ text: ListText) -> Bool {
        let bounds = block.bounds.cell(row, cell)
        var reading = DateReading.read(block.text.span, from: bounds.lowerBound, to: bounds.upperBound)
        if case .unreadable = reading { reading = DateReading.read(block.cellText(row, cell, of: text).span) }
        guard case .date(let day) = reading else { return false }
        lines.append { day.append(to: &$0) }
        return true
    }

    private mutating func statusCell(_ number: UInt32) -> [UInt8] {
        let place = Int(number)
        if place >= statusCells.count {
            statusCells.append(contentsOf: repeatElement(nil, count: place + 1 - statusCells.count))
        }
        if let known = statusCells[place] { return known }
        var cell: [UInt8] = []
        _ = CSVRow.append(writer.context.statusTexts[number].span, to: &cell)
        statusCells[place] = cell
        return cell
    }

    private mutating func verdictText(_ result: Int, _ verdict: Int) -> VerdictText {
        if let known = verdictTexts[result][verdict] { return known }
        let said = writer.results[result].verdicts.verdicts[verdict]
        let made = VerdictText(
            verdict: writer.exports.lineEnd(said).dropLast() + [UInt8(ascii: ",")],
            step: Array(",\(writer.exports.nextStep(said))\n".utf8), hasBirthDate: said.reasons & unusable == 0)
        verdictTexts[result][verdict] = made
        return made
    }
}
