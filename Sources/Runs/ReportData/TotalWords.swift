public import Rules
public import RunFolder

/// The words that totals are counted by.
public struct TotalWords: Sendable {
    public let outcomes: [OutcomeTerm]
    public let codes: [KPUCodeTerm]
    private let terms: RunTerms
    private let outcomePlaces: [String: Int]
    private let codePlaces: [Int: Int]

    public init(_ ruleset: Ruleset) {
        outcomes = ruleset.outcomes
        codes = ruleset.kpuCodes
        terms = RunTerms(ruleset)
        outcomePlaces = Self.places(ruleset.outcomes.map(\.id))
        codePlaces = Self.places(ruleset.kpuCodes.map { Int($0.code) })
    }

    private static func places<Key>(_ keys: [Key]) -> [Key: Int] {
        Dictionary(keys.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// Nobody.
    var none: PeopleCounts { PeopleCounts(terms, codes: codes.count) }

    /// Adds the people of a row; those of an outcome that the rules do not have count nowhere.
    func add(_ row: RunTally, to counts: inout PeopleCounts) {
        guard let outcome = outcomePlaces[row.outcome] else { return }
        counts.add(
            persons: row.persons, outcome: outcome, sex: terms.sex(row.sex), isFirstTime: row.firstTime,
            code: row.kpuCode.flatMap { codePlaces[$0] })
    }

    /// The outcomes whose people make up a total.
    public func outcomes(of total: Total) -> [OutcomeTerm] { outcomes.filter { total.counts($0.meaning) } }
}
