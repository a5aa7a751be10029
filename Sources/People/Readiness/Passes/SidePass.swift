import Columns
public import Diagnostics
import Linkage
public import Lists
import Tabular
import Workers

/// Reads the lists other than population: rows of listed people that are known by the as-of date hang on the index.
public struct SidePass: Sendable {
    public struct Result: Sendable {
        /// By place in `RunContext.others`.
        public var counts: [ListCounts]
        var rejected: [RejectedRow] = []
        /// By role.
        var rows: [String: SideRows]
        /// Recordings of listed people by kabupaten (10000 = not known) and week (day number of its Monday).
        var weeks = CountTable()
        /// One a thread and list, where the index is cut into parts: `rows` and `weeks` then come from the parts.
        var spills: [SideSpill] = []
    }

    public static func run(_ context: RunContext, _ plans: [String: SidePlan]) throws(Failure) -> Result {
        func emptyRows() -> [String: SideRows] {
            plans.filter { $0.value.keepsRows }.mapValues {
                SideRows(codeColumns: $0.codes.count, numberColumns: $0.numbers.count)
            }
        }
        let fresh = emptyRows()
        var whole = Result(counts: context.others.map { _ in ListCounts() }, rows: fresh)
        for (place, list) in context.others.enumerated() {
            let parts = try Workers.run(context.threads) { () throws(Failure) in
                SideReader(context, list, plans, rows: fresh)
            } _: { (reader, stop) throws(Failure) in
                // Asked before a piece is taken: others wait for where a taken one ends.
                while try !stop.check(), let piece = list.blocks.next() {
                    do throws(FileError) {
                        try list.blocks.read(piece, into: &reader.block)
                    } catch {
                        throw OpenList.unreadable(error, list)
                    }
                    context.progress?.add(.sides, OpenList.pieceSize)
                    try reader.take()
                    try list.digest?.take(piece, &reader.block, stop)
                }
                try reader.finish()
            }
            list.digest?.complete()
            for part in parts {
                if let spill = part.spill { whole.spills.append(spill) }
                whole.counts[place].add(part.counts)
                whole.rejected += part.rejected
                part.weeks.add(to: &whole.weeks)
                for (role, rows) in part.rows { whole.rows[role]?.append(contentsOf: rows) }
            }
        }
        for role in whole.rows.keys { whole.rows[role]?.seal() }
        return whole
    }
}
