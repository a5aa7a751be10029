import Rules
import RunFolder

/// A total that is followed from one run to the next, and the outcomes it counts.
struct DiffTotal {
    let total: Total
    private let outcomes: [Bool]

    init(_ total: Total, _ terms: DiffTerms) {
        self.total = total
        outcomes = terms.outcomes.map { total.counts($0.meaning) }
    }

    func sum(_ counts: [Int]) -> Int { zip(counts, outcomes).reduce(0) { $0 + ($1.1 ? $1.0 : 0) } }

    func holds(_ side: DiffTally.Side) -> Bool {
        if case .outcome(let place) = side { return outcomes[place] }
        return false
    }
}
