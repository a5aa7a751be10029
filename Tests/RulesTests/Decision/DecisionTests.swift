import Testing

@testable import Rules

/// The small ruleset: every way a decision can go.
@Suite struct DecisionTests {
    static let cases: [(name: String, facts: [String: Person.Value], expected: Named)] = [
        (
            "holds a card", ["person.born": "1980-01-01", "card.class": "held"],
            Named(outcome: "fine", kpuCode: nil, nextStep: "none", reasons: [])
        ),
        (
            "a card that was made", ["person.born": "1980-01-01", "card.class": "made"],
            Named(outcome: "doubt", kpuCode: 9, nextStep: "none", reasons: [])
        ),
        (
            "no card", ["person.born": "1980-01-01"],
            Named(outcome: "doubt", kpuCode: 9, nextStep: "ask", reasons: ["no_card"])
        ),
        (
            "too young", ["person.born": "2001-06-28", "card.class": "held"],
            Named(outcome: "out", kpuCode: 3, nextStep: "none", reasons: ["young"])
        ),
        (
            "17 on the day: first time, but not flagged", ["person.born": "2001-06-27", "card.class": "held"],
            Named(outcome: "fine", kpuCode: nil, nextStep: "none", reasons: [], isFirstTime: true)
        ),
        (
            "17 on the day, flagged", ["person.born": "2001-06-27"],
            Named(outcome: "doubt", kpuCode: 9, nextStep: "ask", reasons: ["first_time", "no_card"], isFirstTime: true)
        ),
        (
            "no birth date", ["card.class": "held"],
            Named(outcome: "doubt", kpuCode: 9, nextStep: "ask", reasons: ["no_date"])
        ),
        (
            "born after the as-of date: the date is not used", ["person.born": "2018-04-02", "card.class": "held"],
            Named(outcome: "doubt", kpuCode: 9, nextStep: "ask", reasons: ["future", "no_date"])
        ),
        (
            "the smallest code of two failing requirements",
            ["person.born": "2005-01-01", "ban.until": "2019-01-01", "ban.number": "2"],
            Named(outcome: "out", kpuCode: 2, nextStep: "none", reasons: ["banned", "young"])
        ),
        (
            "the other code is larger", ["person.born": "2005-01-01", "ban.until": "2019-01-01", "ban.number": "4"],
            Named(outcome: "out", kpuCode: 3, nextStep: "none", reasons: ["banned", "young"])
        ),
        (
            "a fact without a code gives none", ["person.born": "1980-01-01", "ban.until": "2019-01-01"],
            Named(outcome: "out", kpuCode: nil, nextStep: "none", reasons: ["banned"])
        ),
        (
            "fails and is undetermined", ["ban.until": "2019-01-01", "ban.number": "4"],
            Named(outcome: "out", kpuCode: 4, nextStep: "none", reasons: ["banned", "no_date"])
        ),
        (
            "the first undetermined case", ["person.born": "1980-01-01", "ban": true, "ban.until_given": true],
            Named(outcome: "doubt", kpuCode: 9, nextStep: "ask", reasons: ["ban_unclear"])
        ),
        (
            "the last undetermined case needs no condition", ["person.born": "1980-01-01", "ban": true],
            Named(outcome: "doubt", kpuCode: 9, nextStep: "ask", reasons: ["ban_open"])
        ),
        (
            "a finding that reads a requirement", ["person.born": "2005-01-01", "person.mark": "yes"],
            Named(outcome: "out", kpuCode: 3, nextStep: "none", reasons: ["odd_mark", "young"])
        ),
        (
            "a finding over an undetermined requirement is not true", ["person.mark": "yes"],
            Named(outcome: "doubt", kpuCode: 9, nextStep: "ask", reasons: ["no_date"])
        ),
    ]

    @Test(arguments: cases.indices) func eachCaseAlone(_ index: Int) throws {
        let entry = Self.cases[index]
        let decider = try Decider(try MiniRules.ruleset())
        #expect(try decider.decide([Person(facts: entry.facts)]) == [entry.expected], "\(entry.name)")
    }

    /// A batch of any length, around the words of its bitmaps, decides each person as alone.
    @Test(arguments: [0, 1, 63, 64, 65, 127, 128, 129, 1000]) func batchesOfEveryLength(_ count: Int) throws {
        let decider = try Decider(try MiniRules.ruleset())
        let chosen = (0..<count).map { Self.cases[($0 * 7 + $0 / 16) % Self.cases.count] }
        var scratch = decider.program.makeScratch()
        // A larger batch before must leave nothing behind.
        _ = try decider.decide(
            Self.cases.map { Person(facts: $0.facts) } + chosen.map { Person(facts: $0.facts) }, scratch: &scratch)
        let decided = try decider.decide(chosen.map { Person(facts: $0.facts) }, scratch: &scratch)
        #expect(decided == chosen.map(\.expected))
    }

    @Test func aListThatIsNotGivenIsNeverKnown() throws {
        let decider = try Decider(try MiniRules.ruleset()) { !$0.hasPrefix("ban") && !$0.hasPrefix("card") }
        #expect(
            try decider.decide([Person(facts: ["person.born": "1980-01-01"])]) == [
                Named(outcome: "doubt", kpuCode: 9, nextStep: "ask", reasons: ["no_card"])
            ])
    }

    @Test func theAsOfDatePicksTheVersionOfAParameter() throws {
        let person = Person(facts: ["person.born": "1999-01-01", "card.class": "held"])
        let older = try Decider(try MiniRules.ruleset(asOf: "2009-12-31"))
        #expect(try older.decide([person]).first?.reasons == ["young"])
        let newer = try Decider(try MiniRules.ruleset(asOf: "2010-01-01"))
        #expect(try newer.decide([person]).first?.outcome == "fine")
    }
}
