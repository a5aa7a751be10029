import Columns
public import Diagnostics
public import RoleLists
import Schema
import Tabular

/// Reads the lists other than population: rows that are known by the as-of date are entered in the store. Lists that speak
/// of rows and not of NIKs are left to `AnswerPass`.
public enum OtherListPass {
    public struct Result: Sendable {
        /// By place in `RunContext.others`.
        public var counts: [ListCounts] = []
        public var rejected: [RejectedRow] = []

        /// Adds what was found of lists of answers, of which some then turned out to count for nobody.
        public mutating func add(_ answers: AnswerPass.Result, _ refused: [RefusedAnswer], _ context: RunContext) {
            for (place, counts) in answers.counts {
                self.counts[place] = counts
                let number = context.others[place].number
                let lost = refused.count { $0.list == number }
                self.counts[place].used -= lost
                self.counts[place].rejected += lost
            }
            rejected += answers.rejected
        }
    }

    public static func run(
        _ context: RunContext, _ plans: EvidencePlans, _ store: any PersonStore
    ) throws(Failure) -> Result {
        var whole = Result(counts: context.others.map { _ in ListCounts() })
        // First those against which rows of others may speak: only theirs are then kept.
        let first = context.others.indices.filter { !context.others[$0].role.outlivedBy.isEmpty }
        for place in first + context.others.indices.filter({ !first.contains($0) }) {
            let list = context.others[place]
            if list.role.speaksFor != nil { continue }
            let readers = try OtherListReader.read(list, context) { () throws(Failure) in
                OtherListReader(context, list, plans, store.evidenceWriter())
            }
            var counts = ListCounts()
            for reader in readers {
                counts.add(reader.counts)
                whole.rejected += reader.rejected
            }
            whole.counts[place] = counts
        }
        return whole
    }
}
