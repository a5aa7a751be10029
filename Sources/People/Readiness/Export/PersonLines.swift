import Civil
import Columns
import Files
import Joining
import Linkage
import RoleLists
import RunFolder
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

    /// Pieces of lines, asked for by number.
    private var texts = TextList()
    private let nameCell: [UInt8]
    /// The polling station of rows without one.
    private let stationCell: [UInt8]
    /// Texts of a region: alone with its comma, and with the polling station of rows that have no cell of their own.
    private struct Region: Sendable {
        var packed: UInt64
        var alone: Int
        var withStation: Int
    }
    private var region: Region
    private var regions: [UInt64: Region] = [:]
    /// By number of a verdict: `outcome,kpu_code,reasons` with a line end, `,next_step` with a line end.
    private var verdicts: [(end: Int, step: Int)] = []
    /// `outcome,kpu_code,reasons,status,`: by number of the verdict, then place of the status text; -1 = not met yet.
    private var verdictAndStatus: [Int] = []
    /// The same of status texts beyond `statusPlaces`.
    private var rareVerdictAndStatus: [UInt64: Int] = [:]
    /// Place 0 stands for no recording.
    private static let statusPlaces = 64
    /// What the parts of lines ask for, `Value.count` a line.
    private var values: [Int] = []
    /// Lines that are put together at a time: what they ask for stays near.
    private static let batch = 64

    private enum Value {
        static let list = 0
        static let row = 1
        static let birth = 2
        static let region = 3
        static let verdict = 4
        static let recorded = 5
        static let step = 6
        static let count = 7
    }

    init(_ list: OpenList, _ context: RunContext) {
        text = list.text
        statusTexts = context.statusTexts
        isPlain = list.text.emptyWord == nil
        cells = PersonColumn.copied.map { list.cell($0.rawValue) }
        tpsCell = list.cell("tps")
        birthDate = PersonColumn.copied.firstIndex(of: .birthDate) ?? -1
        let delimiter = list.text.grammar.delimiter
        let quoting = list.text.grammar.quoting
        let start: [LineForm.Part] = [.text(value: Value.list), .number(value: Value.row)]
        let copied = PersonColumn.copied.map { column -> LineForm.Part in
            let cell = list.cell(column.rawValue)
            return column == .birthDate ? .dateOrCell(value: Value.birth, cell: cell) : .cell(cell)
        }
        full = LineForm(
            start + copied + [.text(value: Value.region)] + (tpsCell.map { [.cell($0)] } ?? []) + [
                .text(value: Value.verdict), .date(value: Value.recorded), .text(value: Value.step),
            ], delimiter: delimiter, quoting: quoting, valueCount: Value.count)
        short = LineForm(
            start + [.cell(list.text.keyColumn), .text(value: Value.region), .text(value: Value.verdict)],
            delimiter: delimiter, quoting: quoting, valueCount: Value.count)
        var cell: [UInt8] = []
        _ = CSVRow.append(Array(list.name.utf8).span, to: &cell)
        nameCell = cell + [UInt8(ascii: ",")]
        var station: [UInt8] = []
        _ = CSVRow.append(Array((list.defaultStation ?? "").utf8).span, to: &station)
        stationCell = station + [UInt8(ascii: ",")]
        region = Region(packed: RegionCode.unknown.packed, alone: 0, withStation: 0)
        begin()
    }

    /// Number of the first text: the list's name.
    private static let name = 0

    private mutating func begin() {
        texts = TextList()
        verdicts = []
        verdictAndStatus = []
        rareVerdictAndStatus = [:]
        regions = [:]
        texts.append(nameCell)
        region = learn(region: RegionCode.unknown.packed)
    }

    /// Lines of `flagged.csv` and its like for `rows[range]` of a block; the columns are the block's.
    mutating func append(
        _ rows: borrowing [Int32], _ range: Range<Int>, of block: borrowing Block, _ columns: borrowing LineColumns,
        _ verdicts: borrowing VerdictTexts, to lines: inout LineBuffer
    ) {
        var start = range.lowerBound
        while start < range.upperBound {
            let end = min(start + Self.batch, range.upperBound)
            prepare(rows, start..<end, of: block, columns, verdicts)
            var place = start
            while true {
                place = write(full, rows, from: place, to: end, start: start, of: block, to: &lines)
                if place == end { break }
                appendCells(Int(rows[place]), (place - start) * Value.count, of: block, to: &lines)
                place += 1
            }
            start = end
        }
    }

    /// Lines of `persons.csv`: `list,row,nik,region,outcome,kpu_code,reasons`.
    mutating func appendShort(
        _ rows: borrowing [Int32], of block: borrowing Block, _ columns: borrowing LineColumns,
        _ verdicts: borrowing VerdictTexts, to lines: inout LineBuffer
    ) {
        var start = 0
        while start < rows.count {
            let end = min(start + Self.batch, rows.count)
            prepareShort(rows, start..<end, of: block, columns, verdicts)
            var place = start
            while true {
                place = write(short, rows, from: place, to: end, start: start, of: block, to: &lines)
                if place == end { break }
                let at = (place - start) * Value.count
                lines.append(texts, Self.name)
                lines.append(values[at + Value.row])
                lines.append(UInt8(ascii: ","))
                append(block.cellText(Int(rows[place]), text.keyColumn, of: text), to: &lines)
                lines.append(UInt8(ascii: ","))
                lines.append(texts, values[at + Value.region])
                lines.append(texts, values[at + Value.verdict])
                place += 1
            }
            start = end
        }
    }

    /// Puts together what the full lines of `rows[range]` ask for.
    private mutating func prepare(
        _ rows: borrowing [Int32], _ range: Range<Int>, of block: borrowing Block,
        _ columns: borrowing LineColumns, _ verdictTexts: borrowing VerdictTexts
    ) {
        learn(verdictTexts)
        // Taken out for the loop, so that nobody asks for each line whether the array is shared.
        var taken: [Int] = []
        swap(&taken, &values)
        var values = taken.mutableSpan
        var at = 0
        for line in range {
            let row = Int(rows[line])
            let verdict = columns.verdicts[row]
            let entry = PersonEntry(payload: columns.payloads[row])
            let regionText = region(columns.regions[row]).withStation
            var status = -1
            var recorded = -1
            if let recording = entry.recording {
                status = Int(recording.text)
                recorded = Self.value(recording.day)
            }
            let verdictText = number(ofVerdict: verdict, status: status, verdictTexts)
            let birth = columns.births[row]
            values[at + Value.list] = Self.name
            values[at + Value.row] = block.rowNumber(row)
            values[at + Value.birth] =
                birth != 0 && verdictTexts.haveBirthDate[verdict] ? Self.value(CivilDate.Components(packed: birth)) : -1
            values[at + Value.region] = regionText
            values[at + Value.verdict] = verdictText
            values[at + Value.recorded] = recorded
            values[at + Value.step] = verdicts[verdict].step
            at += Value.count
        }
        swap(&taken, &self.values)
    }

    /// Puts together what the short lines of `rows[range]` ask for.
    private mutating func prepareShort(
        _ rows: borrowing [Int32], _ range: Range<Int>, of block: borrowing Block,
        _ columns: borrowing LineColumns, _ verdictTexts: borrowing VerdictTexts
    ) {
        learn(verdictTexts)
        var at = 0
        for line in range {
            let row = Int(rows[line])
            let regionText = region(columns.regions[row]).alone
            let verdictText = verdicts[columns.verdicts[row]].end
            let listRow = block.rowNumber(row)
            var values = self.values.mutableSpan
            values[at + Value.list] = Self.name
            values[at + Value.row] = listRow
            values[at + Value.region] = regionText
            values[at + Value.verdict] = verdictText
            at += Value.count
        }
    }

    /// Writes lines of `rows` from the one at `first` on, and returns the place of the first that has to be written cell
    /// by cell; `end` where there is none. What the line of row `start` asks for stands first in `values`.
    private func write(
        _ form: borrowing LineForm, _ rows: borrowing [Int32], from first: Int, to end: Int, start: Int,
        of block: borrowing Block, to lines: inout LineBuffer
    ) -> Int {
        guard isPlain, first < end else { return first }
        return lines.append(
            form, rows: rows, from: first, to: end, values: values, of: start, texts, of: block.bounds, block.text,
            ascii: block.high)
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
        }
        lines.append(texts, values[at + Value.verdict])
        if values[at + Value.recorded] >= 0 { lines.append(date: values[at + Value.recorded]) }
        lines.append(texts, values[at + Value.step])
    }

    private mutating func append(_ cell: [UInt8], to lines: inout LineBuffer) {
        var isGuarded = false
        lines.append { isGuarded = CSVRow.append(cell.span, to: &$0) }
        if isGuarded { guarded += 1 }
    }

    /// Keeps the texts of verdicts not met before. A list of numbers that only look like regions, or of texts where a
    /// status is expected, must not fill the memory.
    private mutating func learn(_ verdictTexts: borrowing VerdictTexts) {
        // Not before lines are written: there may be thousands of lists.
        if values.isEmpty { values = [Int](repeating: -1, count: Self.batch * Value.count) }
        if regions.count > 1 << 17 || rareVerdictAndStatus.count > 1 << 17 { begin() }
        let end = UInt8(ascii: "\n")
        while verdicts.count < verdictTexts.verdicts.count {
            verdicts.append(
                (
                    texts.append(verdictTexts.verdicts[verdicts.count] + [end]),
                    texts.append([UInt8(ascii: ",")] + verdictTexts.steps[verdicts.count] + [end])
                ))
        }
        let needed = verdicts.count * Self.statusPlaces
        if verdictAndStatus.count < needed {
            verdictAndStatus.append(contentsOf: repeatElement(-1, count: needed - verdictAndStatus.count))
        }
    }

    /// The texts of a region. Lists come area by area: the last one serves again.
    @inline(__always)
    private mutating func region(_ packed: UInt64) -> Region {
        if region.packed != packed { region = regions[packed] ?? learn(region: packed) }
        return region
    }

    private mutating func learn(region packed: UInt64) -> Region {
        var text: [UInt8] = []
        RegionCode(trusted: packed).append(to: &text)
        text.append(UInt8(ascii: ","))
        let alone = texts.append(text)
        let withStation = tpsCell == nil ? texts.append(text + stationCell) : alone
        let region = Region(packed: packed, alone: alone, withStation: withStation)
        regions[packed] = region
        return region
    }

    @inline(__always)
    private static func value(_ day: CivilDate?) -> Int {
        day.map { value($0.components) } ?? -1
    }

    @inline(__always)
    private static func value(_ parts: CivilDate.Components) -> Int {
        LineForm.value(year: parts.year, month: parts.month, day: parts.day)
    }

    /// The number of the text of a verdict and a status; no recording has status -1.
    @inline(__always)
    private mutating func number(ofVerdict verdict: Int, status: Int, _ verdictTexts: borrowing VerdictTexts) -> Int {
        let place = status + 1
        if place < Self.statusPlaces {
            let known = verdictAndStatus[verdict * Self.statusPlaces + place]
            if known >= 0 { return known }
        }
        return learn(verdict, status, verdictTexts)
    }

    @inline(never)
    private mutating func learn(_ verdict: Int, _ status: Int, _ verdictTexts: borrowing VerdictTexts) -> Int {
        let key = UInt64(verdict) << 32 | UInt64(UInt32(truncatingIfNeeded: status))
        if status + 1 >= Self.statusPlaces, let known = rareVerdictAndStatus[key] { return known }
        let comma = UInt8(ascii: ",")
        var text = verdictTexts.verdicts[verdict] + [comma]
        if status >= 0 {
            var cell: [UInt8] = []
            _ = CSVRow.append(statusTexts[UInt32(truncatingIfNeeded: status)].span, to: &cell)
            text += cell
        }
        let number = texts.append(text + [comma])
        if status + 1 < Self.statusPlaces {
            verdictAndStatus[verdict * Self.statusPlaces + status + 1] = number
        } else {
            rareVerdictAndStatus[key] = number
        }
        return number
    }
}
