import Civil
import Columns
import Linkage
import Tabular

/// Writes lines about the people of one list, for one thread.
struct PersonLines: Sendable {
    /// Cells that got a leading `'`.
    private(set) var guarded = 0

    private let text: ListText
    private let statusTexts: TextNumbers
    private let full: LineForm
    private let short: LineForm
    /// A list that has a word for empty is looked at cell by cell.
    private let isPlain: Bool
    private let cells: [Int?]
    private let tpsCell: Int?
    /// Place of the date of birth among the copied columns.
    private let birthDate: Int

    /// Pieces of lines, and by what number each is asked for.
    private var texts = TextList()
    private let nameCell: [UInt8]
    /// The polling station of rows without one.
    private let stationCell: [UInt8]
    private var region: (packed: UInt64, text: Int)
    private var regions: [UInt64: Int] = [:]
    /// By number of a verdict: `outcome,kpu_code,reasons,`, the same with a line end, `,next_step` with a line end.
    private var verdicts: [(said: Int, end: Int, step: Int)] = []
    /// By number of a status text: the text and a comma; -1 = not met yet.
    private var statuses: [Int] = []
    /// What the parts of lines ask for, `Value.count` a line.
    private var values: [Int] = []

    private enum Value {
        static let list = 0
        static let row = 1
        static let birth = 2
        static let region = 3
        static let verdict = 4
        static let status = 5
        static let recorded = 6
        static let step = 7
        static let station = 8
        static let count = 9
    }

    init(_ list: OpenList, _ context: RunContext) {
        text = list.text
        statusTexts = context.statusTexts
        isPlain = list.text.emptyWord == nil
        cells = ExportWriter.copied.map { list.cell($0) }
        tpsCell = list.cell("tps")
        birthDate = ExportWriter.copied.firstIndex(of: "birth_date") ?? -1
        let delimiter = list.text.grammar.delimiter
        let quoting = list.text.grammar.quoting
        let start: [LineForm.Part] = [.text(value: Value.list), .number(value: Value.row)]
        let copied = ExportWriter.copied.map { id -> LineForm.Part in
            id == "birth_date" ? .dateOrCell(value: Value.birth, cell: list.cell(id)) : .cell(list.cell(id))
        }
        full = LineForm(
            start + copied + [
                .text(value: Value.region), tpsCell.map { .cell($0) } ?? .text(value: Value.station),
                .text(value: Value.verdict), .text(value: Value.status), .date(value: Value.recorded),
                .text(value: Value.step),
            ], delimiter: delimiter, quoting: quoting, valueCount: Value.count)
        short = LineForm(
            start + [
                .cell(list.text.keyColumn), .text(value: Value.region), .text(value: Value.verdict),
            ], delimiter: delimiter, quoting: quoting, valueCount: Value.count)
        var cell: [UInt8] = []
        _ = CSVRow.append(Array(list.name.utf8).span, to: &cell)
        nameCell = cell + [UInt8(ascii: ",")]
        var station: [UInt8] = []
        _ = CSVRow.append(Array((list.defaultStation ?? "").utf8).span, to: &station)
        stationCell = station + [UInt8(ascii: ",")]
        region = (RegionCode.unknown.packed, Self.nothing)
        begin()
    }

    /// Numbers of the first texts: the list's name, an empty cell, the polling station of rows without one.
    private static let name = 0
    private static let nothing = 1
    private static let station = 2

    private mutating func begin() {
        texts = TextList()
        verdicts = []
        statuses = []
        regions = [:]
        texts.append(nameCell)
        texts.append([UInt8(ascii: ",")])
        texts.append(stationCell)
        region = (RegionCode.unknown.packed, Self.nothing)
    }

    /// Lines of `flagged.csv` and its like for `rows` of a block; the columns are the block's.
    mutating func append(
        _ rows: [Int32], of block: borrowing Block, _ columns: ExportColumns, _ said: borrowing VerdictTexts,
        to lines: inout LineBuffer
    ) {
        ask(rows, of: block, columns, said)
        var place = 0
        while true {
            place = write(full, rows, from: place, of: block, to: &lines)
            if place == rows.count { return }
            appendCells(Int(rows[place]), place * Value.count, of: block, to: &lines)
            place += 1
        }
    }

    /// Lines of `persons.csv`: `list,row,nik,region,outcome,kpu_code,reasons`.
    mutating func appendShort(
        _ rows: [Int32], of block: borrowing Block, _ columns: ExportColumns, _ said: borrowing VerdictTexts,
        to lines: inout LineBuffer
    ) {
        ask(rows, of: block, columns, said)
        for place in rows.indices {
            values[place * Value.count + Value.verdict] = verdicts[columns.verdicts[Int(rows[place])]].end
        }
        var place = 0
        while true {
            place = write(short, rows, from: place, of: block, to: &lines)
            if place == rows.count { return }
            let at = place * Value.count
            lines.append(texts, Self.name)
            lines.append(values[at + Value.row])
            lines.append(UInt8(ascii: ","))
            append(block.cellText(Int(rows[place]), text.keyColumn, of: text), to: &lines)
            lines.append(UInt8(ascii: ","))
            lines.append(texts, values[at + Value.region])
            lines.append(texts, values[at + Value.verdict])
            place += 1
        }
    }

    /// Puts together what the lines of `rows` ask for.
    private mutating func ask(
        _ rows: [Int32], of block: borrowing Block, _ columns: ExportColumns, _ said: borrowing VerdictTexts
    ) {
        // A list of numbers that only look like regions must not fill the memory.
        if regions.count > 1 << 17 { begin() }
        learn(said)
        let asked = rows.count * Value.count
        if values.count < asked { values += repeatElement(-1, count: asked - values.count) }
        for place in rows.indices {
            let row = Int(rows[place])
            let verdict = columns.verdicts[row]
            let recording = PersonEntry(payload: columns.payloads[row]).recording
            let region = number(ofRegion: columns.regions[row])
            let status = recording.map { number(ofStatus: $0.text) } ?? Self.nothing
            let hasBirth = said.haveBirthDate[verdict] && columns.birthStates[row] == 1
            let birth = hasBirth ? Self.value(CivilDate(dayNumber: columns.births[row])) : -1
            let listRow = block.rowNumber(row)
            let texts = verdicts[verdict]
            let at = place * Value.count
            var values = self.values.mutableSpan
            values[at + Value.list] = Self.name
            values[at + Value.row] = listRow
            values[at + Value.birth] = birth
            values[at + Value.region] = region
            values[at + Value.verdict] = texts.said
            values[at + Value.status] = status
            values[at + Value.recorded] = Self.value(recording?.day)
            values[at + Value.step] = texts.step
            values[at + Value.station] = Self.station
        }
    }

    /// Writes lines of `rows` from the one at `first` on, and returns the place of the first that has to be written cell
    /// by cell.
    private func write(
        _ form: LineForm, _ rows: [Int32], from first: Int, of block: borrowing Block, to lines: inout LineBuffer
    ) -> Int {
        guard isPlain, first < rows.count else { return first }
        return lines.append(
            form, rows: rows, from: first, values: values, texts, of: block.bounds, block.text, ascii: block.high)
    }

    /// A line of `flagged.csv` and its like, cell by cell.
    private mutating func appendCells(_ row: Int, _ at: Int, of block: borrowing Block, to lines: inout LineBuffer) {
        lines.append(texts, Self.name)
        lines.append(values[at + Value.row])
        lines.append(UInt8(ascii: ","))
        for (place, cell) in cells.enumerated() {
            if place == birthDate, values[at + Value.birth] >= 0 {
                lines.append(date: values[at + Value.birth])
            } else if let cell {
                append(block.cellText(row, cell, of: text), to: &lines)
            }
            lines.append(UInt8(ascii: ","))
        }
        lines.append(texts, values[at + Value.region])
        if let tpsCell {
            append(block.cellText(row, tpsCell, of: text), to: &lines)
            lines.append(UInt8(ascii: ","))
        } else {
            lines.append(texts, Self.station)
        }
        lines.append(texts, values[at + Value.verdict])
        lines.append(texts, values[at + Value.status])
        if values[at + Value.recorded] >= 0 { lines.append(date: values[at + Value.recorded]) }
        lines.append(texts, values[at + Value.step])
    }

    private mutating func append(_ cell: [UInt8], to lines: inout LineBuffer) {
        var isGuarded = false
        lines.append { isGuarded = CSVRow.append(cell.span, to: &$0) }
        if isGuarded { guarded += 1 }
    }

    /// Keeps the texts of verdicts not met before.
    private mutating func learn(_ said: borrowing VerdictTexts) {
        let comma = UInt8(ascii: ",")
        let end = UInt8(ascii: "\n")
        while verdicts.count < said.verdicts.count {
            let text = said.verdicts[verdicts.count]
            verdicts.append(
                (
                    texts.append(text + [comma]), texts.append(text + [end]),
                    texts.append([comma] + said.steps[verdicts.count] + [end])
                ))
        }
    }

    /// The number of a region's text with its comma. Lists come area by area: the last one serves again.
    private mutating func number(ofRegion packed: UInt64) -> Int {
        if region.packed == packed { return region.text }
        if let known = regions[packed] {
            region = (packed, known)
            return known
        }
        var text: [UInt8] = []
        RegionCode(trusted: packed).append(to: &text)
        let number = texts.append(text + [UInt8(ascii: ",")])
        regions[packed] = number
        region = (packed, number)
        return number
    }

    private static func value(_ day: CivilDate?) -> Int {
        guard let parts = day?.components else { return -1 }
        return LineForm.value(year: parts.year, month: parts.month, day: parts.day)
    }

    /// The number of a status text with its comma.
    private mutating func number(ofStatus number: UInt32) -> Int {
        let place = Int(number)
        if place < statuses.count, statuses[place] >= 0 { return statuses[place] }
        if place >= statuses.count {
            statuses.append(contentsOf: repeatElement(-1, count: place + 1 - statuses.count))
        }
        var cell: [UInt8] = []
        _ = CSVRow.append(statusTexts[number].span, to: &cell)
        statuses[place] = texts.append(cell + [UInt8(ascii: ",")])
        return statuses[place]
    }
}
