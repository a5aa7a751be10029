import CEL
import Civil
import Columns
import Diagnostics
import Files
import Joining
import Linkage
import RoleLists
import Rules
import Tabular
import Workers

/// One thread of the decide pass.
struct DecideThread: Sendable {
    private(set) var result: DecidePass.Result
    /// Lines of the rows just taken that come in region order, by place in `Exports.kinds`.
    var lines: [LineBuffer]
    /// Lines of `persons.csv` of the rows just taken, where they come in the order of the lists.
    var persons = [LineBuffer()]

    /// What reading one list takes.
    private struct Reading: Sendable {
        var batch: PersonBatch
        var tps: TPSReader
        /// By place in `Exports.kinds`, then the one of `persons.csv`.
        var formats: [PersonLines]
        let tpsCell: Int?
        /// The polling station of rows without one.
        let defaultStation: UInt32
    }

    private let pass: DecidePass
    /// How many files of people there are beside `persons.csv`, whose lines have the place behind theirs.
    private let exports: Int
    /// By place in the population lists; made when a list is met.
    private var readings: [Reading?]
    /// Lists that are being read, in the order in which they were met.
    private var opened: [Int] = []
    /// Lines of rows that do not come in the order of their file, by place in `Exports.kinds`, then those of `persons.csv`.
    private var sorters: [RegionSorter]
    private var verdicts = Verdicts()
    private var scratch: DecisionProgram.Scratch
    private var stations: [UInt32] = []
    private var numbers: [Int] = []
    /// In which exports each row stands: bit i = a line in `Exports.kinds[i]`.
    private var masks: [UInt16] = []
    /// Rows of one export.
    private var chosen: [Int32] = []
    private var texts: VerdictTexts
    private var cells = TextColumn()

    init(_ pass: DecidePass) {
        self.pass = pass
        readings = pass.context.people.map { _ in nil }
        exports = pass.exports.kinds.count
        lines = pass.exports.kinds.map { _ in LineBuffer() }
        sorters = (0...exports).map { _ in RegionSorter(in: pass.spools) }
        scratch = pass.program.makeScratch()
        texts = VerdictTexts(pass.exports, pass.context.ruleset)
        result = DecidePass.Result(
            counts: pass.context.people.map { _ in ListCounts() }, decided: pass.context.people.map { _ in 0 },
            verdictsOfList: pass.context.people.map { _ in [] },
            guarded: [Int](repeating: 0, count: exports + 1))
    }

    /// Decides the rows of the population list at `place` that `read` puts into the block; returns how many.
    mutating func take(_ place: Int, _ read: (inout Block) throws(Failure) -> Void) throws(Failure) -> Int {
        // Moved out and back, never copied: it holds on to much that all threads share.
        var reading: Reading
        if let kept = readings[place].take() {
            reading = kept
        } else {
            if opened.count == Self.mostOpened { close(opened.removeFirst()) }
            opened.append(place)
            reading = open(place)
        }
        let rows = try take(&reading, place, read)
        readings[place] = consume reading
        return rows
    }

    private mutating func take(
        _ reading: inout Reading, _ place: Int, _ read: (inout Block) throws(Failure) -> Void
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
        count(reading.batch, place)
        try write(&reading, rows, pass.context.people[place].base)
        return rows
    }

    /// Hands over what is left, once all units were taken.
    mutating func finish() throws(Failure) {
        result.tally.file(result.verdicts)
        opened.forEach { close($0) }
        opened = []
        for export in sorters.indices {
            do throws(FileError) {
                let runs = try sorters[export].finish()
                pass.context.progress?.expect(.sorted, runs?.ends.last ?? 0)
                result.sorted.append(runs)
            } catch {
                throw error.outputFailure()
            }
        }
    }

    /// What is kept of a list takes some 150 KiB: a workbook has thousands of sheets.
    private static let mostOpened = 32

    /// Takes what was counted in a list, and lets go of the rest; a list that is met again begins anew.
    private mutating func close(_ place: Int) {
        guard let reading = readings[place].take() else { return }
        reading.batch.count(into: &result.counts[place])
        result.weighed.add(reading.batch.weighed)
        for (file, format) in reading.formats.enumerated() { result.guarded[file] += format.guarded }
    }

    private func open(_ place: Int) -> Reading {
        let list = pass.context.people[place]
        var tps = TPSReader(pass.context.tpsTexts)
        let station = list.defaultStation.map { tps.number(Array($0.utf8).span) } ?? 0
        let formats = exports + (pass.files.persons == nil ? 0 : 1)
        return Reading(
            batch: PersonBatch(
                pass.context, list, at: place, pass.facts, pass.persons.evidence(ofList: place),
                doubtful: pass.persons.doubtful, answers: pass.answers, regenciesWithout: pass.regenciesWithout),
            tps: tps,
            formats: (0..<formats).map { _ in PersonLines(list, pass.context) }, tpsCell: list.cell("tps"),
            defaultStation: station)
    }

    /// Numbers the verdicts and counts the people of the list at `place`.
    private mutating func count(_ batch: borrowing PersonBatch, _ place: Int) {
        let before = result.verdicts.persons
        result.verdicts.count(verdicts, into: &numbers)
        result.countVerdicts(of: place, since: before)
        while texts.masks.count < result.verdicts.verdicts.count {
            texts.learn(result.verdicts.verdicts[texts.masks.count])
        }
        for row in numbers.indices {
            if texts.recorded[numbers[row]] {
                result.weeks.add(batch.regions[row], day: batch.firstRecorded(row).day)
            } else if batch.wasRecorded(row) {
                result.recordedBefore[numbers[row], default: 0] += 1
            }
        }
        result.tally.add(
            regions: batch.regions, stations: stations, sexes: batch.sexes, verdicts: numbers, in: result.verdicts)
    }

    /// Writes the lines of the rows: those of `persons.csv`, then those of each export.
    private mutating func write(_ reading: inout Reading, _ rows: Int, _ base: RowPosition) throws(Failure) {
        let columns = LineColumns(
            regions: reading.batch.regions, verdicts: numbers, payloads: reading.batch.evidence.payloads,
            births: reading.batch.birthParts)
        if pass.files.persons != nil {
            ColumnDecoding.resize(&chosen, rows)
            for row in 0..<rows { chosen[row] = Int32(truncatingIfNeeded: row) }
            do throws(FileError) {
                try writeEveryone(&reading.formats[exports], reading.batch.block, columns, base)
            } catch {
                throw error.outputFailure()
            }
        }
        let isSorted = mask(columns)
        for export in lines.indices {
            let bit = UInt16(export)
            if choose(bit) > 0 {
                reading.formats[export].append(
                    chosen, 0..<chosen.count, of: reading.batch.block, columns, texts, to: &lines[export])
            }
            guard isSorted, choose(bit + Self.sortedShift) > 0 else { continue }
            do throws(FileError) {
                try sort(export, &reading.formats[export], reading.batch.block, columns, base)
            } catch {
                throw error.outputFailure()
            }
        }
    }

    /// Writes the lines of `persons.csv` of the chosen rows, or hands them to the sorter as one piece: where the list
    /// has it, whatever the regions.
    private mutating func writeEveryone(
        _ format: inout PersonLines, _ block: borrowing Block, _ columns: borrowing LineColumns, _ base: RowPosition
    ) throws(FileError) {
        if pass.reading.isInListOrder {
            format.appendShort(chosen, of: block, columns, texts, to: &persons[0])
        } else {
            let first = base + RowPosition(block.fileOffset(ofRow: 0))
            try sorters[exports].add(region: 0, position: first) { lines in
                format.appendShort(chosen, of: block, columns, texts, to: &lines)
            }
        }
    }

    /// Hands the lines of the chosen rows to the sorter of an export, region by region.
    private mutating func sort(
        _ export: Int, _ format: inout PersonLines, _ block: borrowing Block, _ columns: borrowing LineColumns,
        _ base: RowPosition
    ) throws(FileError) {
        var start = 0
        while start < chosen.count {
            let region = columns.regions[Int(chosen[start])]
            var end = start + 1
            while end < chosen.count, columns.regions[Int(chosen[end])] == region { end += 1 }
            let first = base + RowPosition(block.fileOffset(ofRow: Int(chosen[start])))
            try sorters[export].add(region: region, position: first) { lines in
                format.append(chosen, start..<end, of: block, columns, texts, to: &lines)
            }
            start = end
        }
    }

    /// Where the bits begin of exports in which a row's line is yet to be put in region order.
    private static let sortedShift: UInt16 = 8

    /// Fills `masks`: the lines of people whose region is known need no sorting where rows come in region order.
    /// Returns whether some lines are to be sorted.
    private mutating func mask(_ columns: borrowing LineColumns) -> Bool {
        ColumnDecoding.resize(&masks, columns.regions.count)
        let unknown = RegionCode.unknown.packed
        let (known, people) = (texts.masks, self.numbers)
        let exports = known.span
        let numbers = people.span
        let (places, words) = (columns.regions, columns.payloads)
        let regions = places.span
        let payloads = words.span
        let isInRegionOrder = pass.reading.isInRegionOrder
        var masks = self.masks.mutableSpan
        var met: UInt16 = 0
        for row in regions.indices {
            var exported = exports[numbers[row]]
            if PersonEntry(payload: payloads[row]).isRepeated { exported |= Exports.repeated }
            let mask = isInRegionOrder && regions[row] != unknown ? exported : exported << Self.sortedShift
            masks[row] = mask
            met |= mask
        }
        return met >> Self.sortedShift != 0
    }

    /// Puts the rows with this bit in their mask into `chosen`; returns how many.
    private mutating func choose(_ bit: UInt16) -> Int {
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
