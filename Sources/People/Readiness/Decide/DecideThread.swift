import Civil
import Columns
import Diagnostics
import Lists
import Rules
import Tabular
import Workers

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
    /// What each row's verdict asks for: bit i = a line in `Exports.all[i]`.
    private var masks: [UInt8] = []
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
        // Moved out and back, never copied: it holds on to much that all threads share.
        var reading: Reading
        if let kept = readings[place].take() { reading = kept } else { reading = open(place) }
        let rows = try take(&reading, place, piece, read)
        readings[place] = consume reading
        return rows
    }

    private mutating func take(
        _ reading: inout Reading, _ place: Int, _ piece: Int, _ read: (inout Block) throws(Failure) -> Void
    ) throws(Failure) -> Int {
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
        count(reading.batch)
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
    private mutating func count(_ batch: borrowing PersonBatch) {
        result.verdicts.count(verdicts, into: &numbers)
        while texts.masks.count < result.verdicts.verdicts.count {
            texts.learn(result.verdicts.verdicts[texts.masks.count])
        }
        result.tally.add(
            regions: batch.regions, stations: stations, sexes: batch.sexes, verdicts: numbers, in: result.verdicts)
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
        let notes = mask(columns.regions)
        var noted = 0
        for export in lines.indices {
            let bit = UInt8(export)
            if choose(bit) > 0 {
                reading.formats[export].append(chosen, of: reading.batch.block, columns, texts, to: &lines[export])
            }
            for row in 0..<(notes ? rows : 0) where masks[row] >> (bit + Self.notedShift) & 1 == 1 {
                noted += 1
                let offset = reading.batch.block.fileOffset(ofRow: row)
                let number = reading.batch.block.rowNumber(row)
                if result.spilled != nil {
                    try result.spilled?.note(
                        region: columns.regions[row], list: place, piece: piece, offset: offset, row: number,
                        verdict: numbers[row], mask: 1 << bit)
                } else {
                    result.places[export].note(
                        region: columns.regions[row], list: place, piece: piece, offset: offset, row: number,
                        verdict: numbers[row])
                }
            }
        }
        if noted > 0 { pass.context.progress?.expect(.copy, noted) }
    }

    /// Where the bits begin of exports in which a row is noted and not written.
    private static let notedShift: UInt8 = 4

    /// Fills `masks`: lines of people whose region is known are written at once where the order of lines is known.
    /// Returns whether some rows are noted.
    private mutating func mask(_ regions: [UInt64]) -> Bool {
        ColumnDecoding.resize(&masks, regions.count)
        let unknown = RegionCode.unknown.packed
        let (lines, people) = (texts.masks, self.numbers)
        let asked = lines.span
        let numbers = people.span
        let regions = regions.span
        let writesLines = self.writesLines
        var masks = self.masks.mutableSpan
        var met: UInt8 = 0
        for row in regions.indices {
            let asked = asked[numbers[row]]
            let mask = writesLines && regions[row] != unknown ? asked : asked << Self.notedShift
            masks[row] = mask
            met |= mask
        }
        return met >> Self.notedShift != 0
    }

    /// Puts the rows with this bit in their mask into `chosen`; returns how many.
    private mutating func choose(_ bit: UInt8) -> Int {
        ColumnDecoding.resize(&chosen, masks.count)
        let kept = self.masks
        let masks = kept.span
        var chosen = self.chosen.mutableSpan
        var count = 0
        for row in masks.indices {
            chosen[count] = Int32(truncatingIfNeeded: row)
            count += Int(masks[row] >> bit & 1)
        }
        self.chosen.removeLast(masks.count - count)
        return count
    }
}
