import Rules
import Schema

/// How many people a list can have given an outcome or a reason: no more than it has rows, which readers may know.
struct ListBounds {
    private let rows: [(fact: String, rows: Int)]
    private let ruleset: Ruleset

    init(_ counts: PageCounts) {
        ruleset = counts.ruleset
        let inputs = counts.lists
        let schema = counts.ruleset.schema
        rows = schema.roles.filter { $0.rows != .person }.compactMap { role in
            let lists = inputs.filter { $0.role == role.id }
            guard !lists.isEmpty else { return nil }
            // Rows of other lists may stand for rows of this one.
            let more = inputs.filter { input in
                schema.role(input.role)?.contributes != nil && input.role != role.id
            }
            return (role.fact, (lists + more).reduce(0) { $0 + $1.rows })
        }
    }

    /// A reason that a requirement gives where somebody stands on a list.
    func most(reason: String) -> Int {
        let conditions = ruleset.requirements.filter { $0.fails.contains { $0.reason == reason } }.map(\.holds.source)
        return most(conditions) { "has(\($0)" }
    }

    /// An outcome that every line gives where somebody stands on a list.
    func most(outcome: String) -> Int {
        most(ruleset.outcomeLines.filter { $0.outcome == outcome }.map { $0.when?.source ?? "" }) { "has(\($0))" }
    }

    private func most(_ conditions: [String], _ mark: (String) -> String) -> Int {
        guard !conditions.isEmpty else { return .max }
        return rows.filter { list in conditions.allSatisfy { $0.contains(mark(list.fact)) } }.map(\.rows).min() ?? .max
    }

    /// Where few rows could give it at all, the number is not told, whatever it is.
    func cell(_ value: Int, most: Int, rank: Int) -> PublicCell {
        guard most <= Figure.mostFew else { return PublicCell(value: value, most: max(value, most), rank: rank) }
        return PublicCell(value: value, isStated: false, isMarked: false, most: max(value, most), rank: rank)
    }
}
