import Columns
public import Diagnostics
public import RoleLists
import Schema
import Tabular

/// Reads the lists of answers of the field and the office, before the population lists are looked at.
public enum AnswerPass {
    public struct Result: Sendable {
        public var given = GivenAnswers()
        /// By place in `RunContext.others`.
        public var counts: [Int: ListCounts] = [:]
        public var rejected: [RejectedRow] = []

        public init() {}
    }

    /// - Parameter rows: where the rows that answers name stand now; a row that is not among them stands where it stood.
    public static func run(
        _ context: RunContext, _ plans: EvidencePlans, rows: [AnswerOrigin: AnswerOrigin]
    ) throws(Failure) -> Result {
        var whole = Result()
        for (place, list) in context.others.enumerated() where list.role.speaksFor != nil {
            let readers = try AnswerReader.read(list, context) { () throws(Failure) in
                AnswerReader(context, list, plans, moved: rows)
            }
            var counts = ListCounts()
            for reader in readers {
                counts.add(reader.counts)
                whole.rejected += reader.rejected
                whole.given.add(reader.given)
            }
            whole.counts[place] = counts
        }
        whole.given.seal()
        return whole
    }

    /// What the answers come to, once every row of the population lists was looked at.
    public static func settle(_ result: Result, _ keys: KeyPass.Result, _ context: RunContext) -> RowAnswers {
        let lists = context.others.filter { $0.role.speaksFor != nil }
        return RowAnswers(
            result.given, keys.answers, names: context.people.map(\.name),
            columns: Dictionary(lists.map { ($0.number, AnswerReader.column($0)) }) { first, _ in first })
    }
}
