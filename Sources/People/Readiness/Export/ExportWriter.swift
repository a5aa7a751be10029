import Diagnostics
import Files
import RunFolder
import Workers

/// Copies noted people from their places in the lists, in region order.
struct ExportWriter: Sendable {
    static let columns = PersonColumn.headings
    /// Columns copied as the list has them; the date of birth is written as ISO where it is usable.
    static let copied = [
        "nkk", "nik", "name", "birth_place", "birth_date", "marital_status", "sex", "address", "rt", "rw", "disability",
    ]

    let context: RunContext
    let exports: Exports
    private(set) var results: [DecidePass.Result]

    init(context: RunContext, exports: Exports, results: [DecidePass.Result]) {
        self.context = context
        self.exports = exports
        self.results = results
    }

    /// Rows that one piece of work holds at least.
    private static let pieceRows = 4096

    /// One region's rows of one block, found by one thread.
    private struct Job: Sendable {
        var region: UInt64
        var result: Int
        var run: PlaceBook.Run
    }

    /// Appends the people noted to the files of all exports; returns how many cells were guarded in each.
    func write(_ files: ExportFiles) throws(Failure) -> [Int] {
        var guarded = Exports.all.map { _ in 0 }
        guard context.spill != nil else {
            for kind in Exports.all { guarded[kind.rawValue] = try write(kind, files.writer(kind)) }
            return guarded
        }
        let places = SpilledPlaces(results.compactMap(\.spilled), most: context.memory.notedRows)
        var part = self
        for stretch in places.stretches {
            for (number, books) in try places.books(stretch, files: guarded.count).enumerated() {
                part.results[number].places = books
            }
            for kind in Exports.all { guarded[kind.rawValue] += try part.write(kind, files.writer(kind)) }
        }
        return guarded
    }

    /// Appends the people noted for one export to its file; returns how many cells were guarded.
    private func write(_ kind: Exports.Kind, _ writer: OrderedWriter) throws(Failure) -> Int {
        let pieces = self.pieces(kind)
        let counter = Counter()
        return try Workers.run(min(context.threads, max(1, pieces.count))) { () throws(Failure) in
            ExportFormatter(self, kind)
        } _: { (formatter, stop) throws(Failure) in
            while let piece = counter.next(below: pieces.count) {
                if try stop.check() { return }
                for job in pieces[piece] {
                    try formatter.write(job.region, job.result, job.run)
                }
                try writer.write(piece, &formatter.lines, stop)
                context.progress?.add(.copy, pieces[piece].reduce(0) { $0 + Int($1.run.count) })
            }
        }.map(\.guarded).reduce(0, +)
    }

    /// The runs of all threads in region order, then as they stand in the lists; cut into pieces of work.
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
            jobs.sort { ($0.run.list, $0.run.offset) < ($1.run.list, $1.run.offset) }
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
}
