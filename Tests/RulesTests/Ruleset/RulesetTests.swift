import CEL
import Civil
import Diagnostics
import Testing

@testable import Rules
@testable import Schema

@Suite struct RulesetTests {
    @Test func unknownIdsNameWhatThereIs() throws {
        let book = try MiniRules.book()
        let error = #expect(throws: Failure.self) {
            try Ruleset(
                book: book, election: "vote-2081", instrument: "bsae", profile: "plian", today: CivilDate(dayNumber: 0))
        }
        #expect(error?.kind == .usage)
        #expect(
            error?.findings.map { $0.rendered(in: .english) } == [
                "unknown election 'vote-2081'; did you mean 'vote-2018'; there are: vote-2018",
                "unknown ruleset 'bsae'; did you mean 'base'; there are: base, later",
                "unknown profile 'plian'; did you mean 'plain'; there are: plain, statuses",
            ])
    }

    @Test func aProfileWithoutATableIsRefused() throws {
        let book = try MiniRules.book()
        let error = #expect(throws: Failure.self) {
            try Ruleset(book: book, election: "vote-2018", profile: "statuses", today: CivilDate(dayNumber: 0))
        }
        #expect(
            error?.findings.map { $0.rendered(in: .english) } == ["the profile 'statuses' has no code table 'marks'"])
    }

    /// Today, but never after the voting day.
    @Test(arguments: [("2018-03-01", "2018-03-01"), ("2018-06-27", "2018-06-27"), ("2026-01-01", "2018-06-27")])
    func theAsOfDateByDefault(_ today: String, _ expected: String) throws {
        let today = try #require(CivilDate(iso: today))
        let ruleset = try Ruleset(book: try MiniRules.book(), election: "vote-2018", today: today)
        #expect(ruleset.asOf.description == expected)
    }

    @Test(arguments: [("1990-01-01", "2"), ("2018-02-28", "2"), ("2018-03-01", "3"), ("2020-01-01", "3")])
    func theAsOfDatePicksTheVersion(_ asOf: String, _ provision: String) throws {
        let ruleset = try MiniRules.ruleset(instrument: "later", asOf: asOf)
        let requirement = try #require(ruleset.requirements.first { $0.id == "not_banned" })
        #expect(requirement.citations.map(\.provision.english) == [provision])
        #expect(requirement.restatedFrom == "base")
        #expect(requirement.title.english == "Not banned")
        #expect(requirement.advice?.english == (provision == "3" ? "Bring a letter." : nil))
    }

    @Test func aRestatingInstrumentTakesOverEverythingElse() throws {
        let ruleset = try MiniRules.ruleset(instrument: "later")
        #expect(ruleset.instrumentID == "later")
        #expect(ruleset.outcomeLines.count == 4)
        #expect(ruleset.usable.count == 1)
        #expect(ruleset.parameters.map(\.id) == ["age", "leap_day"])
    }

    /// A value that is a word of the rules is put in words for people.
    @Test(arguments: [
        ("march-1", Bilingual(id: "1 Maret", en: "1 March")),
        ("february-28", Bilingual(id: "28 Februari", en: "28 February")),
    ])
    func aValueInWords(_ value: String, _ words: Bilingual) throws {
        let change = MiniRules.Change(path: "instruments/base.json5", old: "'march-1'", new: "'\(value)'")
        let parameters = try MiniRules.ruleset([change]).parameters
        #expect(parameters.map(\.valueWords) == [nil, words])
    }

    @Test func theSchemaHoldsTheProfilesCodes() throws {
        let schema = try MiniRules.ruleset().schema
        #expect(schema.role("people")?.column("mark")?.codes.map(\.code) == ["yes", "no"])
        // In the order that ranks rows, with the code that no word means.
        #expect(schema.role("cards")?.column("class")?.codes.map(\.code) == ["held", "made", "unknown"])
        #expect(schema.role("bans")?.column("number")?.codes.map(\.code) == ["4", "2"])
        #expect(schema.equalRows.classes.map(\.id) == ["k1"])
    }

    @Test func factsOfListsThatAreNotGivenAreAbsent() throws {
        let ruleset = try MiniRules.ruleset()
        let layout = ruleset.layout { $0 != "ban.until" && !$0.hasPrefix("card") }
        #expect(layout["card"]?.storage == .absent(.bool))
        #expect(layout["card.class"]?.storage == .absent(.string))
        #expect(layout["ban"]?.storage == .presence)
        #expect(layout["ban.until"]?.storage == .absent(.date))
        #expect(layout["ban.until_given"]?.storage == .absent(.bool))
        #expect(layout["person.mark"]?.storage == .code(words: ["yes", "no"]))
        #expect(layout["duplicate.class"]?.storage == .code(words: ["k1"]))
        #expect(layout["req.of_age"]?.storage == .truth)
        #expect(layout["params.age"]?.storage == .constant(.int(17)))
        // A column with a code for where it is missing is there whenever the list is.
        #expect(ruleset.layout { $0 == "ban" }["ban.number"]?.storage == .code(words: ["4", "2"]))
        #expect(ruleset.layout { _ in false }["ban.number"]?.storage == .absent(.string))
    }

    @Test func usedFactsAndUnusableReasons() throws {
        let ruleset = try MiniRules.ruleset()
        #expect(
            ruleset.usedFacts.filter { !FactNames.isConclusion($0) }.sorted() == [
                "as_of", "ban", "ban.number", "ban.until", "ban.until_given", "card", "card.class",
                "election.voting_day", "params.age", "person.born", "person.mark",
            ])
        let future = ruleset.reasons.firstIndex { $0.id == "future" }
        #expect(ruleset.unusableReasons(of: "person.born") == 1 << UInt64(try #require(future)))
        #expect(ruleset.unusableReasons(of: "person.mark") == 0)
    }

    @Test func reasonsStandInByteOrder() throws {
        let ids = try Ruleset(
            book: try ShippedRules.book(), election: "pilkada-2018", today: CivilDate(dayNumber: 17_700)
        ).reasons.map(\.id)
        #expect(ids == ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
}
