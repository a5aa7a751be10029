public import Rules
import RunFolder

/// What the people of one area come to: the unit of every recap and chart.
public struct AreaTotals: Sendable, Equatable {
    public var persons = 0
    /// By place of the outcome in the rules.
    public var outcomes: [Int]
    public var male: [Int]
    public var female: [Int]
    /// By place of the code in the rules.
    public var codes: [Int]
    public var eligible = 0
    public var recorded = 0
    public var flagged = 0
    public var firstTime = 0
    public var firstTimeFlagged = 0

    init(_ words: TotalWords) {
        outcomes = [Int](repeating: 0, count: words.outcomes.count)
        male = outcomes
        female = outcomes
        codes = [Int](repeating: 0, count: words.codes.count)
    }

    public var men: Int { male.reduce(0, +) }
    public var women: Int { female.reduce(0, +) }
    public var ofUnknownSex: Int { persons - men - women }
    public var notRecorded: Int { eligible - recorded }
    var ineligible: Int { persons - eligible }

    mutating func add(_ row: RunTally, _ words: TotalWords) {
        guard let outcome = words.places[row.outcome] else { return }
        let term = words.outcomes[outcome]
        persons += row.persons
        outcomes[outcome] += row.persons
        if row.sex == words.maleCode { male[outcome] += row.persons }
        if row.sex == words.femaleCode { female[outcome] += row.persons }
        if let code = row.kpuCode, let place = words.codes.firstIndex(where: { Int($0.code) == code }) {
            codes[place] += row.persons
        }
        if term.eligible { eligible += row.persons }
        if term.recorded { recorded += row.persons }
        if term.flagged { flagged += row.persons }
        if row.firstTime { firstTime += row.persons }
        if row.firstTime, term.flagged { firstTimeFlagged += row.persons }
    }
}

/// The words that totals are counted by.
public struct TotalWords: Sendable {
    public let outcomes: [OutcomeTerm]
    public let codes: [KPUCodeTerm]
    let maleCode: String
    let femaleCode: String
    let places: [String: Int]

    init(_ ruleset: Ruleset) {
        outcomes = ruleset.outcomes
        codes = ruleset.kpuCodes
        maleCode = ruleset.maleCode
        femaleCode = ruleset.femaleCode
        places = Dictionary(ruleset.outcomes.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }
}
