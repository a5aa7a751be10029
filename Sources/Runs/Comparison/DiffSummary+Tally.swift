import Documents
import Rules
import RunFolder

extension DiffSummary {
    /// Sums up what was counted.
    ///
    /// - Parameter names: of regions by their digits.
    init(before: Run, after: Run, terms: DiffTerms, tally: DiffTally, names: [String: String]) {
        self.init()
        self.before = RunName(before.manifest)
        self.after = RunName(after.manifest)
        duplicateKeys = Pair(before: tally.duplicates.before.keys, after: tally.duplicates.after.keys)
        duplicateRows = Pair(before: tally.duplicates.before.rows, after: tally.duplicates.after.rows)
        withoutNIK = Pair(before: tally.withoutNIK.before, after: tally.withoutNIK.after)
        same = tally.same
        let sums = DiffSums(terms)
        changes = DiffSums.changes(tally.total)
        totals = sums.totals(tally.total)
        outcomes = NamedValues(
            terms.outcomes.enumerated().map { place, term in
                (term.id, Pair(before: tally.total.before[place], after: tally.total.after[place]))
            })
        transitions = sums.transitions(tally.total)
        let regions = tally.areas.sorted { $0.key < $1.key }.map { (text: DiffRegion.text($0.key), counts: $0.value) }
        areas = regions.map { region, counts in
            Area(
                region: region, name: names[region] ?? "", totals: sums.totals(counts),
                changes: DiffSums.changes(counts))
        }
        falls = sums.falls(tally.total, in: nil) + regions.flatMap { sums.falls($0.counts, in: $0.text) }
    }
}

/// The counts of an area by the names that the summary gives them.
private struct DiffSums {
    let terms: DiffTerms
    let totals: [DiffTotal]

    init(_ terms: DiffTerms) {
        self.terms = terms
        totals = Total.compared.map { DiffTotal($0, terms) }
    }

    private func id(_ side: DiffTally.Side) -> String? {
        if case .outcome(let place) = side { return terms.outcomes[place].id }
        return nil
    }

    func totals(_ area: DiffTally.Area) -> NamedValues<DiffSummary.Pair> {
        NamedValues(
            totals.map { total in
                (
                    total.total.rawValue,
                    DiffSummary.Pair(before: total.sum(area.before), after: total.sum(area.after))
                )
            })
    }

    static func changes(_ area: DiffTally.Area) -> NamedValues<Int> {
        NamedValues(DiffChange.allCases.map { ($0.rawValue, area.changes[$0] ?? 0) })
    }

    func transitions(_ area: DiffTally.Area) -> [DiffSummary.Transition] {
        var ways: [DiffTally.Step: Int] = [:]
        for (step, persons) in area.steps {
            ways[DiffTally.Step(from: step.from, to: step.to, why: ""), default: 0] += persons
        }
        return ways.sorted { left, right in
            if left.value != right.value { return left.value > right.value }
            return left.key.from == right.key.from ? left.key.to < right.key.to : left.key.from < right.key.from
        }.map { DiffSummary.Transition(from: id($0.key.from), to: id($0.key.to), persons: $0.value) }
    }

    func falls(_ area: DiffTally.Area, in region: String?) -> [DiffSummary.Fall] {
        totals.compactMap { total in
            let movement = DiffMovement(total, area)
            guard movement.after < movement.before else { return nil }
            return DiffSummary.Fall(
                region: region, total: total.total.rawValue,
                count: DiffSummary.Pair(before: movement.before, after: movement.after), gained: movement.gained,
                losses: movement.losses.map {
                    DiffSummary.Loss(to: id($0.to), isElsewhere: $0.to == .elsewhere, why: $0.why, persons: $0.persons)
                })
        }
    }
}
