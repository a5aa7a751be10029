import Columns
import Diagnostics

/// Copies exported people from their places in the lists, in region order.
struct ExportWriter: Sendable {
    static let columns = [
        "list", "row", "nkk", "nik", "name", "birth_place", "birth_date", "marital_status", "sex", "address", "rt",
        "rw",
        "disability", "region", "tps", "outcome", "kpu_code", "reasons", "recording_status", "recorded_on", "next_step",
    ]
    /// Columns copied as the list has them; the date of birth is written as ISO where it is usable.
    static let copied = [
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
            ExportFormatter(self, kind)
        } _: { (formatter, stop) throws(Failure) in
            while let piece = counter.next(below: pieces.count) {
                if try stop.check() { return }
                for job in pieces[piece] {
                    do throws(FileError) {
                        try formatter.write(job.region, job.result, job.run)
                    } catch {
                        throw RunContext.unreadable(error, context.people[Int(job.run.list)])
                    }
                }
                try writer.write(piece, formatter.lines.take())
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
}
