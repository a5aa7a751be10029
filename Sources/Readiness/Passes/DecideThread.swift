import CEL
import Civil
import Columns
import Diagnostics
import Linkage
import Rules
import Tabular

/// One thread of the decide pass.
struct DecideThread: Sendable {
    private(set) var result: DecidePass.Result
    /// Lines of the block just taken, by place in `Exports.all`.
    var lines = Exports.all.map { _ in LineBuffer() }
    /// Lines of `persons.csv`.
    var persons = [LineBuffer()]

    /// What reading one list takes.
    private struct Reading: Sendable {
        var batch: PersonBatch
        var tps: TPSReader
        /// By place in `Exports.all`.
        var formats: [PersonLines]
        let tpsCell: Int?
        /// The polling station of rows without one.
        let defaultStation: UInt32
    }

    private let pass: DecidePass
    private let writesPersons: Bool
    private let writesLines: Bool
    /// By place in the population lists; made when a list is first met.
    private var readings: [Reading?]
    private var verdicts = Verdicts()
    private var scratch: DecisionProgram.Scratch
    private var stations: [UInt32] = []
    private var numbers: [Int] = []
    /// Rows to be written.
    private var chosen: [Int32] = []
    private var cells = TextColumn()
    private var texts: VerdictTexts

    init(_ pass: DecidePass) {
        self.pass = pass
        switch pass.order {
        case .asGiven(let persons):
            writesPersons = persons != nil
            writesLines = false
        case .byRegion:
            writesPersons = false
            writesLines = true
        }
        readings = pass.context.people.map { _ in nil }
        scratch = pass.program.makeScratch()
        texts = VerdictTexts(pass.exports, pass.context.ruleset)
        result = DecidePass.Result(
            places: Exports.all.map { _ in PlaceBook() },
            spilled: pass.context.spill.map { PlaceSpill($0.file) },
            counts: pass.context.people.map { _ in ListCounts() },
            decided: pass.context.people.map { _ in 0 }, guarded: Exports.all.map { _ in 0 })
    }

    /// Decides the rows of list `place` that `read` puts into the block; returns how many. `piece` numbers the work.
    mutating func take(
        _ place: Int, piece: Int, _ read: (inout Block) throws(Failure) -> Void
    ) throws(Failure) -> Int {
        var reading = readings[place].take() ?? open(place)
        defer { readings[place] = reading }
        try read(&reading.batch.block)
        let rows = reading.batch.block.rows
        result.decided[place] += rows
        if rows == 0 { return 0 }
        try reading.batch.decode()
        pass.program.decide(
            &reading.batch.facts, further: reading.batch.further, scratch: &scratch, verdicts: &verdicts)
        if let tpsCell = reading.tpsCell {
            reading.batch.block.gather(tpsCell, of: pass.context.people[place].text, into: &cells)
            reading.tps.read(reading.batch.block.text, cells, into: &stations)
        } else {
            stations = [UInt32](repeating: reading.defaultStation, count: rows)
        }
        count(reading.batch, rows)
        try export(&reading, rows, place, piece)
        return rows
    }

    /// Counts what was met in each list, once all blocks were taken.
    mutating func finish() throws(Failure) {
        try result.spilled?.finish()
        result.tally.file(result.verdicts)
        for (place, reading) in readings.enumerated() {
            guard let reading else { continue }
            reading.batch.count(into: &result.counts[place])
            for (export, format) in reading.formats.enumerated() { result.guarded[export] += format.guarded }
        }
    }

    private func open(_ place: Int) -> Reading {
        let list = pass.context.people[place]
        var tps = TPSReader(pass.context.tpsTexts)
        let station = list.defaultStation.map { tps.number(Array($0.utf8).span) } ?? 0
        return Reading(
            batch: PersonBatch(pass.context, list, pass.plan, marks: pass.marks, sideRows: pass.sideRows),
            tps: tps,
            formats: Exports.all.map { _ in PersonLines(list, pass.context) }, tpsCell: list.cell("tps"),
            defaultStation: station)
    }

    /// Numbers the verdicts and counts the people.
    private mutating func count(_ batch: borrowing PersonBatch, _ rows: Int) {
        ColumnDecoding.resize(&numbers, rows)
        let regions = batch.regions
        let sexes = batch.sexes
        for row in 0..<rows {
            let verdict = VerdictBook.Verdict(
                reasons: verdicts.reasons[row], outcome: verdicts.outcome[row], kpuCode: verdicts.kpuCode[row],
                nextStep: verdicts.nextStep[row], firstTime: Bits.isSet(verdicts.firstTime, row))
            let number = result.verdicts.count(verdict)
            if number == texts.masks.count { texts.learn(verdict) }
            numbers[row] = number
            result.tally.add(
                region: regions[row], tps: stations[row], sex: sexes[row], verdict: number, in: result.verdicts)
        }
    }

    /// Writes the lines of exported people, or notes where they stand.
    private mutating func export(
        _ reading: inout Reading, _ rows: Int, _ place: Int, _ piece: Int
    ) throws(Failure) {
        let columns = reading.batch.exportColumns(verdicts: numbers)
        if writesPersons {
            reading.formats[0].appendShort(
                (0..<rows).map { Int32($0) }, of: reading.batch.block, columns, texts, to: &persons[0])
        }
        let unknown = RegionCode.unknown.packed
        var noted = 0
        for export in lines.indices {
            chosen.removeAll(keepingCapacity: true)
            for row in 0..<rows where texts.masks[numbers[row]] >> UInt8(export) & 1 == 1 {
                if writesLines, columns.regions[row] != unknown {
                    chosen.append(Int32(row))
                } else {
                    noted += 1
                    let offset = reading.batch.block.fileOffset(ofRow: row)
                    let number = reading.batch.block.rowNumber(row)
                    if result.spilled != nil {
                        try result.spilled?.note(
                            region: columns.regions[row], list: place, piece: piece, offset: offset, row: number,
                            verdict: numbers[row], mask: 1 << UInt8(export))
                    } else {
                        result.places[export].note(
                            region: columns.regions[row], list: place, piece: piece, offset: offset, row: number,
                            verdict: numbers[row])
                    }
                }
            }
            if chosen.isEmpty { continue }
            reading.formats[export].append(chosen, of: reading.batch.block, columns, texts, to: &lines[export])
        }
        if noted > 0 { pass.context.progress?.expect(.copy, noted) }
    }
}
