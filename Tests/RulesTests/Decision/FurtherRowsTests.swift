import Testing

/// Several rows of one person on a list: any row that fails, fails; all must hold.
@Suite struct FurtherRowsTests {
    private static let holds: [String: Person.Value] = ["ban.until": "2018-01-01", "ban.number": "4"]
    private static let fails2: [String: Person.Value] = ["ban.until": "2019-01-01", "ban.number": "2"]
    private static let fails4: [String: Person.Value] = ["ban.until": "2019-01-01", "ban.number": "4"]
    private static let unclear: [String: Person.Value] = ["ban": true, "ban.until_given": true]
    private static let open: [String: Person.Value] = ["ban": true]

    static let cases: [(rows: [[String: Person.Value]], outcome: String, code: Int?, reasons: [String])] = [
        ([holds, holds], "fine", nil, []),
        ([holds, fails4], "out", 4, ["banned"]),
        ([fails4, holds], "out", 4, ["banned"]),
        ([fails4, fails2], "out", 2, ["banned"]),
        ([holds, fails4, fails2], "out", 2, ["banned"]),
        ([fails2, unclear], "out", 2, ["banned"]),
        ([unclear, fails2], "out", 2, ["banned"]),
        ([holds, unclear], "doubt", 9, ["ban_unclear"]),
        ([unclear, holds], "doubt", 9, ["ban_unclear"]),
        ([open, unclear], "doubt", 9, ["ban_unclear"]),
        ([unclear, open], "doubt", 9, ["ban_unclear"]),
        ([holds, holds, open], "doubt", 9, ["ban_open"]),
    ]

    @Test(arguments: cases.indices) func rowsTogether(_ index: Int) throws {
        let decider = try Decider(try MiniRules.ruleset())
        let entry = Self.cases[index]
        // Others stand before and behind, so that the person is in the second word of the bitmaps.
        let plain = Person(facts: ["person.born": "1980-01-01", "card.class": "held"])
        for place in [0, 63, 64, 70] {
            var people = Array(repeating: plain, count: 80)
            people[place].facts.merge(entry.rows[0]) { $1 }
            let further = entry.rows.dropFirst().map { (person: place, facts: Person(facts: $0)) }
            let decided = try decider.decide(people, further: [("ban", further)])
            let expected = Named(
                outcome: entry.outcome, kpuCode: entry.code, nextStep: entry.outcome == "doubt" ? "ask" : "none",
                reasons: entry.reasons)
            #expect(decided[place] == expected)
            #expect(decided.enumerated().allSatisfy { $0.offset == place || $0.element.outcome == "fine" })
        }
    }

    /// Further rows read the person's own facts, and what the rules made unusable stays so.
    @Test func furtherRowsOfOneListLeaveOtherRequirementsAlone() throws {
        let decider = try Decider(try MiniRules.ruleset())
        let young = Person(facts: ["person.born": "2005-01-01"].merging(Self.holds) { $1 })
        let decided = try decider.decide([young], further: [("ban", [(0, Person(facts: Self.fails2))])])
        #expect(decided == [Named(outcome: "out", kpuCode: 2, nextStep: "none", reasons: ["banned", "young"])])
    }

    /// A second list of further rows adds to the first.
    @Test func theOrderOfRowsDoesNotMatter() throws {
        let decider = try Decider(try MiniRules.ruleset())
        let rows = [Self.holds, Self.fails4, Self.unclear, Self.fails2, Self.open]
        var results: Set<String> = []
        for first in rows.indices {
            let person = Person(facts: ["person.born": "1980-01-01"].merging(rows[first]) { $1 })
            let others = rows.indices.filter { $0 != first }.map { (person: 0, facts: Person(facts: rows[$0])) }
            results.insert(try decider.decide([person], further: [("ban", others.reversed())])[0].description)
            results.insert(try decider.decide([person], further: [("ban", others)])[0].description)
        }
        #expect(results.count == 1)
    }
}
