public import Rules

/// The part of the rules that tables of results are made from.
public struct RunTerms: Sendable, Equatable {
    /// An outcome as a column of the recaps, in the order of the rules.
    public struct Outcome: Sendable, Equatable {
        public var id: String
        /// Counts among those who may vote.
        public var eligible: Bool
        /// Counts as recorded, for coverage.
        public var recorded: Bool
        /// Stands in `flagged.csv`.
        public var flagged: Bool
        /// Has a column for men and one for women at the end of the recaps.
        public var bySex: Bool

        public init(id: String, eligible: Bool, recorded: Bool, flagged: Bool, bySex: Bool) {
            self.id = id
            self.eligible = eligible
            self.recorded = recorded
            self.flagged = flagged
            self.bySex = bySex
        }
    }

    public var outcomes: [Outcome]
    /// The codes of the sex column that mean male and female.
    public var maleCode: String
    public var femaleCode: String
    /// Digits of a region code -> its name.
    public var regionNames: [String: String]

    var meanings: [OutcomeMeaning] { outcomes.map(\.meaning) }
    /// Codes of the sex column in the order of `Sex`.
    var sexes: [String] { ["", maleCode, femaleCode] }

    /// The sex of a code; unknown for a word that is none.
    public func sex(_ code: String) -> Sex {
        code == maleCode ? .male : code == femaleCode ? .female : .unknown
    }

    public init(outcomes: [Outcome], maleCode: String, femaleCode: String, regionNames: [String: String]) {
        self.outcomes = outcomes
        self.maleCode = maleCode
        self.femaleCode = femaleCode
        self.regionNames = regionNames
    }
}

extension RunTerms {
    /// - Parameter names: of regions, before those of the rules.
    public init(_ ruleset: Ruleset, named names: [String: String] = [:]) {
        self.init(
            outcomes: ruleset.outcomes.map {
                Outcome(id: $0.id, eligible: $0.eligible, recorded: $0.recorded, flagged: $0.flagged, bySex: $0.bySex)
            },
            maleCode: ruleset.maleCode, femaleCode: ruleset.femaleCode,
            regionNames: ruleset.regionNames.merging(names) { $1 })
    }
}

/// The sex that a tally counts by, as its number there.
public enum Sex: UInt8, Sendable {
    case unknown, male, female
}
