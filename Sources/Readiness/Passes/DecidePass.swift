import CEL
import Civil
import Columns
import Diagnostics
import Linkage
import Rules
import Tabular

/// Second reading of the population lists: every row is decided, counted, and its place kept where it is exported.
struct DecidePass: Sendable {
    /// What one thread found.
    struct Result: Sendable {
        var verdicts = VerdictBook()
        var tally = Tally()
        /// By place in `Exports.all`.
        var places: [PlaceBook]
        /// By place in the population lists.
        var counts: [ListCounts]
        /// Rows of lists decided.
        var decided: [Int]
    }

    let context: RunContext
    let plan: PersonFacts
    let program: DecisionProgram
    let marks: EqualNIKPass.Marks
    let sideRows: [String: SideRows]
    let exports: Exports
    /// `persons.csv`, where it was asked for.
    let persons: OrderedWriter?

    func run() throws(Failure) -> [Result] {
        var whole: [Result] = []
        var firstPiece = 0
        for (place, list) in context.people.enumerated() {
            list.blocks.rewind()
            let before = firstPiece
            whole += try Workers.run(context.threads) { () throws(Failure) in
                Thread(self, list, place)
            } _: { (thread, stop) throws(Failure) in
                while let piece = list.blocks.next() {
                    if try stop.check() { return }
                    do throws(FileError) {
                        try list.blocks.read(piece, into: &thread.batch.block)
                    } catch {
                        throw RunContext.unreadable(error, list)
                    }
                    context.progress?.add(RunContext.pieceSize)
                    thread.take(piece)
                    try persons?.write(before + piece, thread.lines)
                }
                thread.finish()
            }.map(\.result)
            firstPiece += list.blocks.count
        }
        return whole
    }

    /// One thread's work on one list.
    private struct Thread: Sendable {
        var batch: PersonBatch
        var result: Result
        var lines: [UInt8] = []
        private let pass: DecidePass
        private let list: OpenList
        private let place: Int
        private var verdicts = Verdicts()
        private var scratch: DecisionProgram.Scratch
        private var tps: TPSReader
        private var stations: [UInt32] = []
        /// Of rows without one.
        private var defaultStation: UInt32 = 0
        private var cells = TextColumn()
        /// By verdict number: which exports such a person stands in, and the end of the line in `persons.csv`.
        private var exportMasks: [UInt8] = []
        private var lineEnds: [[UInt8]] = []

        init(_ pass: DecidePass, _ list: OpenList, _ place: Int) {
            self.pass = pass
            self.list = list
            self.place = place
            batch = PersonBatch(
                pass.context, list, pass.plan, marks: pass.marks, sideRows: pass.sideRows)
            scratch = pass.program.makeScratch()
            tps = TPSReader(pass.context.tpsTexts)
            if let station = list.defaultStation { defaultStation = tps.number(Array(station.utf8).span) }
            result = Result(
                places: Exports.all.map { _ in PlaceBook() }, counts: pass.context.people.map { _ in ListCounts() },
                decided: pass.context.people.map { _ in 0 })
        }

        mutating func finish() {
            batch.count(into: &result.counts[place])
        }

        mutating func take(_ piece: Int) {
            lines.removeAll(keepingCapacity: true)
            let rows = batch.block.rows
            result.decided[place] += rows
            if rows == 0 { return }
            batch.decode()
            pass.program.decide(&batch.facts, further: batch.further, scratch: &scratch, verdicts: &verdicts)
            let tpsCell = list.cell("tps")
            if let tpsCell {
                batch.block.gather(tpsCell, of: list.text, into: &cells)
                tps.read(batch.block.text, cells, into: &stations)
            } else {
                ColumnDecoding.clear(&stations, rows)
                if defaultStation != 0 { for row in 0..<rows { stations[row] = defaultStation } }
            }
            for row in 0..<rows {
                let verdict = VerdictBook.Verdict(
                    reasons: verdicts.reasons[row], outcome: verdicts.outcome[row], kpuCode: verdicts.kpuCode[row],
                    nextStep: verdicts.nextStep[row], firstTime: Bits.isSet(verdicts.firstTime, row))
                let number = result.verdicts.count(verdict)
                if number == exportMasks.count { learn(verdict) }
                let region = batch.regions[row]
                result.tally.add(region: region, tps: stations[row], sex: batch.sexes[row], verdict)
                let mask = exportMasks[number]
                if mask != 0 { note(row, piece, region, number, mask) }
            }
            if pass.persons != nil { writeLines(rows) }
        }

        private mutating func learn(_ verdict: VerdictBook.Verdict) {
            exportMasks.append(pass.exports.mask(verdict))
            lineEnds.append(pass.exports.lineEnd(verdict))
        }

        private mutating func note(_ row: Int, _ piece: Int, _ region: UInt64, _ verdict: Int, _ mask: UInt8) {
            for export in result.places.indices where mask >> UInt8(export) & 1 == 1 {
                result.places[export].note(
                    region: region, list: place, piece: piece, offset: batch.block.fileOffset(ofRow: row),
                    row: batch.block.rowNumber(row), verdict: verdict)
            }
        }

        /// `list,row,nik,region,outcome,kpu_code,reasons` of each row.
        private mutating func writeLines(_ rows: Int) {
            batch.block.gather(list.text.keyColumn, of: list.text, into: &cells)
            let text = batch.block.text
            var lines = self.lines
            self.lines = []
            for row in 0..<rows {
                let verdict = VerdictBook.Verdict(
                    reasons: verdicts.reasons[row], outcome: verdicts.outcome[row], kpuCode: verdicts.kpuCode[row],
                    nextStep: verdicts.nextStep[row], firstTime: Bits.isSet(verdicts.firstTime, row))
                _ = CSVRow.append(Array(list.name.utf8).span, to: &lines)
                lines.append(UInt8(ascii: ","))
                CSVRow.append(batch.block.rowNumber(row), to: &lines)
                lines.append(UInt8(ascii: ","))
                _ = CSVRow.append(
                    text.span.extracting(Int(cells.starts[row])..<Int(cells.ends[row])), to: &lines)
                lines.append(UInt8(ascii: ","))
                RegionCode(trusted: batch.regions[row]).append(to: &lines)
                lines += pass.exports.lineEnd(verdict)
            }
            self.lines = lines
        }
    }
}
