import Rules
import RunFolder

/// What the comparison must know of outcomes: which there are, and how far along each is.
struct DiffTerms {
    let outcomes: [OutcomeTerm]
    private let places: [String: Int]

    init(_ outcomes: [OutcomeTerm]) {
        self.outcomes = outcomes
        places = Dictionary(outcomes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func place(_ outcome: String) -> Int? { places[outcome] }

    func kind(from before: Int, to after: Int) -> DiffChange {
        if before == after { return .moved }
        let (was, now) = (outcomes[before].meaning.progress, outcomes[after].meaning.progress)
        if now == .barred { return was == .barred ? .changed : .becameIneligible }
        if was == .barred { return .becameEligible }
        if now == .ready, was < .ready { return .becameReady }
        if now > was { return .advanced }
        return now < was ? .wentBack : .changed
    }
}
