import Civil
import Columns
import Diagnostics
import Linkage
import Lists
import Tabular

/// One thread's copying of noted people: reads their rows again and writes their lines.
struct ExportFormatter: Sendable {
    /// One buffer, for the one file.
    var lines = [LineBuffer()]

    private let writer: ExportWriter
    private let kind: Exports.Kind
    private let people: [OpenList]
    private let birthCells: [Int?]
    /// By width of lists: the block last read, and from which list. A province's lists are many and mostly alike.
    private var blocks: [Int: (list: Int, block: Block)] = [:]
    /// By result, whose numbers of verdicts are its own, then list.
    private var formats: [[PersonLines]]
    /// By result.
    private let texts: [VerdictTexts]

    private struct Place: Sendable {
        var offset: Int
        var row: Int
        var verdict: Int
    }

    private var places: [Place] = []
    private var rows: [Int] = []
    private var keys: [UInt64] = []
    private var payloads: [UInt64] = []
    private var flags: [UInt16] = []
    private var words: [UInt64] = []

    init(_ writer: ExportWriter, _ kind: Exports.Kind) {
        self.writer = writer
        self.kind = kind
        people = writer.context.people
        birthCells = people.map { $0.cell("birth_date") }
        formats = writer.results.map { _ in writer.context.people.map { PersonLines($0, writer.context) } }
        texts = writer.results.map { VerdictTexts(writer.exports, writer.context.ruleset, $0.verdicts) }
    }

    /// Cells that got a leading `'`.
    var guarded: Int { formats.joined().map(\.guarded).reduce(0, +) }

    /// Writes the lines of one region's rows of one block.
    mutating func write(_ region: UInt64, _ result: Int, _ run: PlaceBook.Run) throws(Failure) {
        let list = Int(run.list)
        var found = places
        found.removeAll(keepingCapacity: true)
        writer.results[result].places[kind.rawValue].forEach(region, run) {
            found.append(Place(offset: $0, row: $1, verdict: $2))
        }
        guard let last = found.last else { return }
        // Rows that stand close together are read in one go.
        if (last.offset - run.offset) / found.count < 2048 {
            try write(found[...], list, region, result)
        } else {
            for place in found.indices { try write(found[place...place], list, region, result) }
        }
        places = found
    }

    private mutating func write(
        _ places: ArraySlice<Place>, _ list: Int, _ region: UInt64, _ result: Int
    ) throws(Failure) {
        guard let first = places.first, let last = places.last else { return }
        let text = people[list].text
        var block = takeBlock(list, text)
        defer { blocks[text.width] = (list, block) }
        do throws(FileError) {
            try text.readRows(from: first.offset, limit: last.offset + 1, row: first.row, into: &block)
            try find(places, block, text)
        } catch {
            throw OpenList.unreadable(error, people[list])
        }
        if let joined = writer.context.joined {
            try joined.read(list: list, from: first.row, count: last.row - first.row + 1, into: &words)
            payloads = places.map { JoinedEntry(word: words[$0.row - first.row]).payload }
        } else {
            lookUp(block, text)
        }
        let count = block.rows
        var columns = ExportColumns(
            regions: Array(repeating: region, count: count), verdicts: Array(repeating: 0, count: count),
            payloads: Array(repeating: 0, count: count), births: Array(repeating: 0, count: count))
        for (number, place) in places.enumerated() {
            columns.verdicts[rows[number]] = place.verdict
            columns.payloads[rows[number]] = payloads[number]
            guard let birth = birth(block, rows[number], list, text) else { continue }
            columns.births[rows[number]] = birth.components.packed
        }
        formats[result][list].append(rows.map { Int32($0) }, of: block, columns, texts[result], to: &lines[0])
    }

    private mutating func takeBlock(_ list: Int, _ text: ListText) -> Block {
        guard var held = blocks.removeValue(forKey: text.width) else { return Block(width: text.width) }
        if held.list != list { held.block.forget() }
        return held.block
    }

    /// Finds the rows noted among those of the block just read.
    private mutating func find(
        _ places: ArraySlice<Place>, _ block: Block, _ text: ListText
    ) throws(FileError) {
        rows.removeAll(keepingCapacity: true)
        var row = 0
        for place in places {
            while row < block.rows, block.fileOffset(ofRow: row) < place.offset { row += 1 }
            guard row < block.rows, block.fileOffset(ofRow: row) == place.offset else {
                throw FileError.cutShort(text.file.path)
            }
            rows.append(row)
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
        writer.context.index.keys.read(keys, payloads: &payloads, flags: &flags)
    }

    private func birth(_ block: Block, _ row: Int, _ list: Int, _ text: ListText) -> CivilDate? {
        guard let cell = birthCells[list] else { return nil }
        let bounds = block.bounds.cell(row, cell)
        var reading = DateReading.read(block.text.span, from: bounds.lowerBound, to: bounds.upperBound)
        if case .unreadable = reading { reading = DateReading.read(block.cellText(row, cell, of: text).span) }
        guard case .date(let day) = reading else { return nil }
        return day
    }
}
