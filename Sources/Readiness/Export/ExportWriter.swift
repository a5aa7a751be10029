import Civil
import Columns
import Diagnostics
import Linkage
import Rules
import Tabular

/// Copies exported people from their places in the lists, in region order.
struct ExportWriter: Sendable {
    static let columns = [
        "list", "row", "nkk", "nik", "name", "birth_place", "birth_date", "marital_status", "sex", "address", "rt", "rw",
        "disability", "region", "tps", "outcome", "kpu_code", "reasons", "recording_status", "recorded_on", "next_step",
    ]
    /// Columns copied as the list has them; the date of birth is written as ISO where it is usable.
    private static let copied = [
        "nkk", "nik", "name", "birth_place", "birth_date", "marital_status", "sex", "address", "rt", "rw", "disability",
    ]

    let context: RunContext
    let exports: Exports
    let results: [DecidePass.Result]

    /// Rows that one piece of work holds at least.
    private static let pieceRows = 4096

    /// One region's rows of one block, found by one thread.
    private struct Job: Sendable {
        var region: UInt64
        var result: Int
        var run: PlaceBook.Run
    }

    /// Writes one export; returns how many cells were guarded.
    func write(_ kind: Exports.Kind, to directory: RunDirectory) throws(Failure) -> OutputReport {
        let pieces = self.pieces(kind)
        let file = try directory.open(kind.fileName)
        do {
            try file.append(Self.columns.joined(separator: ",") + "\n")
        } catch {
            throw error.outputFailure(shown: kind.fileName)
        }
        let writer = OrderedWriter(file, shown: "\(directory.path)/\(kind.fileName)")
        let counter = Counter()
        let guarded = try Workers.run(context.threads) { () throws(Failure) in
            Formatter(self, kind)
        } _: { (formatter, stop) throws(Failure) in
            while let piece = counter.next(below: pieces.count) {
                if try stop.check() { return }
                formatter.lines.removeAll(keepingCapacity: true)
                for job in pieces[piece] {
                    do throws(FileError) {
                        try formatter.write(job.region, job.result, job.run)
                    } catch {
                        throw RunContext.unreadable(error, context.people[Int(job.run.list)])
                    }
                }
                try writer.write(piece, formatter.lines)
            }
        }.map(\.guarded).reduce(0, +)
        var report = try directory.close(writer.finish())
        report.guardedCells = guarded
        return report
    }

    /// The runs of all threads in region order, then list, then block; cut into pieces of work.
    private func pieces(_ kind: Exports.Kind) -> [[Job]] {
        let codes = Set(results.flatMap { $0.places[kind.rawValue].codes }).sorted()
        var pieces: [[Job]] = []
        var piece: [Job] = []
        var rows = 0
        for code in codes {
            var jobs: [Job] = []
            for (number, result) in results.enumerated() {
                jobs += result.places[kind.rawValue].runs(code).map { Job(region: code, result: number, run: $0) }
            }
            jobs.sort { ($0.run.list, $0.run.piece) < ($1.run.list, $1.run.piece) }
            for job in jobs {
                piece.append(job)
                rows += Int(job.run.count)
                if rows >= Self.pieceRows {
                    pieces.append(piece)
                    piece = []
                    rows = 0
                }
            }
        }
        if !piece.isEmpty { pieces.append(piece) }
        return pieces
    }

    /// One thread's formatting.
    private struct Formatter: Sendable {
        var lines: [UInt8] = []
        var guarded = 0
        private let writer: ExportWriter
        private let kind: Exports.Kind
        private var fetchers: [RecordFetcher]
        private let cells: [[Int?]]
        private let names: [[UInt8]]
        private let unusable: UInt64
        /// By result, then verdict: `outcome,kpu_code,reasons` and `next_step`.
        private var ends: [[(verdict: [UInt8], step: [UInt8])?]]

        init(_ writer: ExportWriter, _ kind: Exports.Kind) {
            self.writer = writer
            self.kind = kind
            let people = writer.context.people
            fetchers = people.map { RecordFetcher($0.text) }
            cells = people.map { list in ExportWriter.copied.map { list.cell($0) } + [list.cell("tps")] }
            names = people.map { list in
                var name: [UInt8] = []
                _ = CSVRow.append(Array(list.name.utf8).span, to: &name)
                return name
            }
            unusable = writer.context.ruleset.unusableReasons(of: "person.birth_date")
            ends = writer.results.map { Array(repeating: nil, count: $0.verdicts.verdicts.count) }
        }

        mutating func write(_ region: UInt64, _ result: Int, _ run: PlaceBook.Run) throws(FileError) {
            let list = Int(run.list)
            let book = writer.results[result].places[kind.rawValue]
            // Rows that stand close together are read with one reading of the file.
            var places: [(offset: Int, row: Int, verdict: Int)] = []
            places.reserveCapacity(Int(run.count))
            book.forEach(region, run) { places.append(($0, $1, $2)) }
            guard let last = places.last else { return }
            let span = last.offset - run.offset
            let ahead = span / places.count < 4096 ? min(span + 4096, 1 << 20) : 4096
            for (offset, row, verdict) in places {
                guard try fetchers[list].fetch(at: offset, ahead: ahead) else {
                    throw FileError(.read, path: fetchers[list].list.file.path, number: 5)
                }
                appendLine(list, row, region, result, verdict)
            }
        }

        private mutating func appendLine(_ list: Int, _ row: Int, _ region: UInt64, _ result: Int, _ verdict: Int) {
            let comma = UInt8(ascii: ",")
            lines += names[list]
            lines.append(comma)
            CSVRow.append(row, to: &lines)
            lines.append(comma)
            let said = writer.results[result].verdicts.verdicts[verdict]
            for (number, column) in ExportWriter.copied.enumerated() {
                if let cell = cells[list][number] {
                    let text = fetchers[list].cell(cell)
                    if column == "birth_date", said.reasons & unusable == 0,
                        case .date(let day) = DateReading.read(text.span)
                    {
                        day.append(to: &lines)
                    } else {
                        if CSVRow.append(text.span, to: &lines) { guarded += 1 }
                    }
                }
                lines.append(comma)
            }
            RegionCode(trusted: region).append(to: &lines)
            lines.append(comma)
            if let cell = cells[list][ExportWriter.copied.count] {
                if CSVRow.append(fetchers[list].cell(cell).span, to: &lines) { guarded += 1 }
            }
            let end = self.end(result, verdict)
            lines += end.verdict
            lines.append(comma)
            if let recording = recording(list) {
                if CSVRow.append(writer.context.statusTexts[recording.text].span, to: &lines) { guarded += 1 }
                lines.append(comma)
                recording.day?.append(to: &lines)
            } else {
                lines.append(comma)
            }
            lines += end.step
        }

        private func recording(_ list: Int) -> Recording? {
            let key = fetchers[list].list.keyColumn
            guard case .value(let nik) = NIK.read(fetchers[list].cell(key).span) else { return nil }
            return writer.context.index.recording(of: nik.value)
        }

        private mutating func end(_ result: Int, _ verdict: Int) -> (verdict: [UInt8], step: [UInt8]) {
            if let known = ends[result][verdict] { return known }
            let said = writer.results[result].verdicts.verdicts[verdict]
            let made = (
                Array(writer.exports.lineEnd(said).dropLast()), Array(",\(writer.exports.nextStep(said))\n".utf8)
            )
            ends[result][verdict] = made
            return made
        }
    }
}
