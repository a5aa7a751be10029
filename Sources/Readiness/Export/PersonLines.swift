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
    /// What the parts of a line ask for.
    private var values = [Int](repeating: -1, count: 9)

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
    }

    init(_ list: OpenList, _ context: RunContext) {
        text = list.text
        statusTexts = context.statusTexts
        isPlain = list.text.emptyWord == nil
        cells = ExportWriter.copied.map { list.cell($0) }
        tpsCell = list.cell("tps")
        birthDate = ExportWriter.copied.firstIndex(of: "birth_date") ?? -1
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
            ], quoting: quoting)
        short = LineForm(
            start + [
                .cell(list.text.keyColumn), .text(value: Value.region), .text(value: Value.verdict),
            ], quoting: quoting)
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
        values[Value.station] = Self.station
        region = (RegionCode.unknown.packed, Self.nothing)
    }

    /// A line of `flagged.csv` and its like. `birth` is the day that the cell holds, where it holds one.
    mutating func append(
        _ row: Int, of block: borrowing Block, region: UInt64, verdict: Int, _ said: borrowing VerdictTexts,
        _ recording: Recording?, birth: CivilDate?, to lines: inout LineBuffer
    ) {
        values[Value.region] = number(ofRegion: region)
        learn(verdict, said)
        values[Value.list] = Self.name
        values[Value.row] = block.rowNumber(row)
        values[Value.birth] = said.haveBirthDate[verdict] ? Self.value(birth) : -1
        values[Value.verdict] = verdicts[verdict].said
        values[Value.status] = recording.map { status($0.text) } ?? Self.nothing
        values[Value.recorded] = Self.value(recording?.day)
        values[Value.step] = verdicts[verdict].step
        if isPlain,
            lines.append(full, values: values, texts, row: row, of: block.bounds, block.text, ascii: block.high)
        {
            return
        }
        lines.append(texts, Self.name)
        lines.append(values[Value.row])
        lines.append(UInt8(ascii: ","))
        for (place, cell) in cells.enumerated() {
            if place == birthDate, values[Value.birth] >= 0 {
                lines.append { birth?.append(to: &$0) }
            } else if let cell {
                append(block.cellText(row, cell, of: text), to: &lines)
            }
            lines.append(UInt8(ascii: ","))
        }
        lines.append(texts, values[Value.region])
        if let tpsCell {
            append(block.cellText(row, tpsCell, of: text), to: &lines)
            lines.append(UInt8(ascii: ","))
        } else {
            lines.append(texts, Self.station)
        }
        lines.append(texts, values[Value.verdict])
        lines.append(texts, values[Value.status])
        lines.append { recording?.day?.append(to: &$0) }
        lines.append(texts, values[Value.step])
    }

    /// A line of `persons.csv`: `list,row,nik,region,outcome,kpu_code,reasons`.
    mutating func appendShort(
        _ row: Int, of block: borrowing Block, region: UInt64, verdict: Int, _ said: borrowing VerdictTexts,
        to lines: inout LineBuffer
    ) {
        values[Value.region] = number(ofRegion: region)
        learn(verdict, said)
        values[Value.list] = Self.name
        values[Value.row] = block.rowNumber(row)
        values[Value.verdict] = verdicts[verdict].end
        if isPlain,
            lines.append(short, values: values, texts, row: row, of: block.bounds, block.text, ascii: block.high)
        {
            return
        }
        lines.append(texts, Self.name)
        lines.append(values[Value.row])
        lines.append(UInt8(ascii: ","))
        append(block.cellText(row, text.keyColumn, of: text), to: &lines)
        lines.append(UInt8(ascii: ","))
        lines.append(texts, values[Value.region])
        lines.append(texts, values[Value.verdict])
    }

    private mutating func append(_ cell: [UInt8], to lines: inout LineBuffer) {
        var isGuarded = false
        lines.append { isGuarded = CSVRow.append(cell.span, to: &$0) }
        if isGuarded { guarded += 1 }
    }

    private mutating func learn(_ verdict: Int, _ said: borrowing VerdictTexts) {
        let comma = UInt8(ascii: ",")
        let end = UInt8(ascii: "\n")
        while verdicts.count <= verdict {
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
        // A list of numbers that only look like regions must not fill the memory.
        if regions.count > 1 << 17 { begin() }
        let number = texts.append(text + [UInt8(ascii: ",")])
        regions[packed] = number
        region = (packed, number)
        return number
    }

    private static func value(_ day: CivilDate?) -> Int {
        guard let parts = day?.components else { return -1 }
        return LineForm.value(year: parts.year, month: parts.month, day: parts.day)
    }

    private mutating func status(_ number: UInt32) -> Int {
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
