import Schema
import Tabular

/// How well a list fits each role, by its headings and by what its cells hold.
struct RoleScores {
    struct Score {
        var role: ListSchema.Role
        var proposal: ColumnProposal
        /// 0 to 100.
        var score: Int
        var isComplete: Bool
        /// Whether the list tells of the role, as `check` judges it; what the rules do not ask for is told.
        var isTold: Bool
        /// Columns that would tell of the role and are there by their cells alone; 0 where it is told.
        var likely: Int

        fileprivate var rank: (Int, Int, Int, Int) { (isComplete ? 1 : 0, isTold ? 1 : 0, likely, score) }
    }

    /// Best first; of equals the earlier one of the schema, so the list of persons, which bars nobody.
    private(set) var scores: [Score]
    /// Columns of a list without a heading are told by their cells alone.
    private let isHeadless: Bool

    init(_ layout: ListLayout, schema: ListSchema) {
        let words = schema.headingWords
        isHeadless = layout.headingRow == nil
        let facts = (0..<layout.width).map { ContentFacts(layout.sample, cell: $0) }
        let person = schema.roles.first { $0.rows == .person }
        let telling = RoleTelling(layout, words)
        scores = schema.roles.map { role in
            let proposal = ColumnProposal(layout, facts, role: role, words)
            let isTold = telling.tells(of: role) ?? true
            let likely = isTold ? 0 : role.telling?.columns.count { proposal.choice($0) != nil } ?? 0
            return Score(
                role: role, proposal: proposal,
                score: Self.score(role, proposal, layout, facts, words, person: person),
                isComplete: role.columns.allSatisfy { !$0.required || proposal.choice($0.id) != nil },
                isTold: isTold, likely: likely)
        }
        scores = scores.enumerated().sorted { left, right in
            left.element.rank == right.element.rank
                ? left.offset < right.offset : left.element.rank > right.element.rank
        }.map(\.element)
    }

    var certainty: Inspection.Certainty {
        guard let best = scores.first, best.isComplete else { return .none }
        guard best.isTold || isHeadless else { return .unclear }
        let next = scores.dropFirst().first { $0.isComplete && $0.isTold == best.isTold }?.score ?? 0
        if best.score - next >= 15, best.score >= 60 { return .sure }
        return best.score - next >= 5 ? .likely : .unclear
    }

    /// 55 points for columns of the list that the role knows, 25 for cells that are what their columns ask for, 20 for
    /// columns of the role that the list has; less than half of that where a required column is missing.
    private static func score(
        _ role: ListSchema.Role, _ proposal: ColumnProposal, _ layout: ListLayout, _ facts: [ContentFacts],
        _ words: HeadingWords, person: ListSchema.Role?
    ) -> Int {
        var known = 0.0
        var all = 0.0
        var isTold = false
        for cell in layout.headings.indices {
            let isNumbering = facts[cell].isMostly(facts[cell].integers) && facts[cell].areDistinct
            let choice = proposal.choice(at: cell)
            if choice == nil, layout.headings[cell].isEmpty && facts[cell].filled == 0 || isNumbering { continue }
            let weight = words.isTelling(layout.headings[cell], for: role) ? 2.0 : 1.0
            if weight > 1 { isTold = true }
            // What another role alone knows speaks against this one.
            all += choice == nil && words.isKnown(layout.headings[cell]) ? 1.5 : weight
            if let choice { known += choice.basis == .heading ? weight : 0.6 }
        }
        // Any list may say more about a person; it is no list of persons for that, as long as something tells its kind.
        if isTold, role.rows != .person, let person {
            let about = layout.headings.indices.filter { cell in
                proposal.choice(at: cell) == nil && words.column(layout.headings[cell], in: person) != nil
            }
            let personColumns = Set(layout.headings.compactMap { words.column($0, in: person) })
            if personColumns.count * 2 < person.columns.count { all -= Double(about.count) * 1.5 }
        }
        var fit = 0.0
        var judged = 0.0
        for choice in proposal.choices {
            let facts = facts[choice.cell]
            guard facts.filled > 0, let fitting = facts.fitting(choice.column) else { continue }
            judged += 1
            fit += Double(fitting) / Double(facts.filled)
        }
        // Without a heading a list of many columns is the role that can tell most of them.
        let own = role.columns.count { !$0.isBorrowed }
        let asked = layout.headingRow == nil ? max(own, layout.width) : own
        let covered = Double(proposal.choices.count { !$0.column.isBorrowed }) / Double(max(1, asked))
        var score = 55 * (all > 0 ? min(1, known / all) : 0) + 20 * min(1, covered)
        score += judged > 0 ? 25 * fit / judged : 12
        if role.columns.contains(where: { $0.required && proposal.choice($0.id) == nil }) { score *= 0.4 }
        return Int(score.rounded())
    }
}
