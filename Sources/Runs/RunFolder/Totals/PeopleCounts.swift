/// How many people of an area there are of each outcome, and so every total of them: the unit of every recap and chart.
public struct PeopleCounts: Sendable, Equatable {
    /// By place of the outcome in the rules.
    public private(set) var outcomes: [Int]
    /// By place of the outcome in the rules; those of unknown sex stand in neither.
    public private(set) var male: [Int]
    public private(set) var female: [Int]
    /// First-time voters by place of the outcome in the rules.
    private var firstTimers: [Int]
    /// By place of the code in the rules; empty where codes are not counted.
    public private(set) var codes: [Int]
    private let meanings: [OutcomeMeaning]

    /// Nobody.
    ///
    /// - Parameter codes: how many KPU codes are counted.
    public init(_ terms: RunTerms, codes: Int = 0) {
        outcomes = [Int](repeating: 0, count: terms.outcomes.count)
        male = outcomes
        female = outcomes
        firstTimers = outcomes
        self.codes = [Int](repeating: 0, count: codes)
        meanings = terms.meanings
    }

    /// Adds people who agree in all this; an outcome that the rules do not have counts nowhere.
    ///
    /// - Parameters:
    ///   - outcome: its place in the rules.
    ///   - code: its place in the rules; nil for none.
    public mutating func add(persons: Int, outcome: Int, sex: Sex, isFirstTime: Bool, code: Int? = nil) {
        guard outcomes.indices.contains(outcome) else { return }
        outcomes[outcome] += persons
        switch sex {
        case .unknown: break
        case .male: male[outcome] += persons
        case .female: female[outcome] += persons
        }
        if isFirstTime { firstTimers[outcome] += persons }
        if let code, codes.indices.contains(code) { codes[code] += persons }
    }

    /// Adds the people of another area, counted under the same rules.
    public mutating func add(_ other: PeopleCounts) {
        Self.add(other.outcomes, to: &outcomes)
        Self.add(other.male, to: &male)
        Self.add(other.female, to: &female)
        Self.add(other.firstTimers, to: &firstTimers)
        Self.add(other.codes, to: &codes)
    }

    private static func add(_ counts: [Int], to sums: inout [Int]) {
        for place in sums.indices where counts.indices.contains(place) { sums[place] += counts[place] }
    }

    public func count(_ total: Total) -> Int {
        var count = 0
        for (place, meaning) in meanings.enumerated() {
            if total.counts(meaning, isFirstTime: true) { count += firstTimers[place] }
            if total.counts(meaning, isFirstTime: false) { count += outcomes[place] - firstTimers[place] }
        }
        return count
    }
}

extension PeopleCounts {
    public var persons: Int { outcomes.reduce(0, +) }
    public var eligible: Int { count(.eligible) }
    public var ineligible: Int { count(.ineligible) }
    public var recorded: Int { count(.recorded) }
    public var notRecorded: Int { count(.notRecorded) }
    public var flagged: Int { count(.flagged) }
    public var firstTime: Int { count(.firstTime) }
    public var firstTimeFlagged: Int { count(.firstTimeFlagged) }
    public var men: Int { male.reduce(0, +) }
    public var women: Int { female.reduce(0, +) }
    public var ofUnknownSex: Int { persons - men - women }
}
