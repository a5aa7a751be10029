import CEL
import Civil
import Testing

@testable import Rules

/// The shipped rules over made-up people with any facts: a batch decides each person as alone.
@Suite struct BatchPropertyTests {
    /// A small generator that gives the same numbers everywhere.
    private struct Numbers {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    private static func person(_ layout: FactLayout, _ numbers: inout Numbers) -> Person {
        var person = Person()
        for fact in layout.facts where !FactNames.isConclusion(fact.name) {
            // Most people are well known and on few lists, so that every outcome occurs.
            let isCommon = fact.name.hasPrefix("person.") || fact.name == "recording.class"
            guard numbers.next(30) < (isCommon ? 24 : 1) else { continue }
            switch fact.storage {
            case .presence, .flag: person.facts[fact.name] = .truth(numbers.next(3) == 0)
            case .date:
                let day = CivilDate(dayNumber: Int32(numbers.next(20_000) - 1000))
                person.facts[fact.name] = .text(day.description)
            case .integer: person.facts[fact.name] = .number(Int32(numbers.next(100)))
            case .code(let words) where !words.isEmpty:
                person.facts[fact.name] = .text(words[numbers.next(words.count)])
            case .code, .truth, .constant, .absent: break
            }
        }
        return person
    }

    @Test(arguments: ["pilkada-2017", "pilkada-2018", "pemilu-2019"]) func batchEqualsOneByOne(_ election: String)
        throws
    {
        let ruleset = try Ruleset(
            book: try ShippedRules.book(), election: election, today: try #require(CivilDate(iso: "2018-04-01")))
        let decider = try Decider(ruleset)
        var numbers = Numbers(state: 42)
        let people = (0..<300).map { _ in Self.person(decider.layout, &numbers) }
        let together = try decider.decide(people)
        var scratch = decider.program.makeScratch()
        let alone = try people.flatMap { try decider.decide([$0], scratch: &scratch) }
        #expect(together == alone)
        // The people are of many kinds, and what an outcome says of itself is so.
        #expect(Set(together.map(\.outcome)).count == ruleset.outcomes.count)
        for decision in together {
            let term = try #require(ruleset.outcomes.first { $0.id == decision.outcome })
            #expect((decision.kpuCode.map { $0 >= 11 } ?? false) == term.flagged)
            #expect(decision.reasons.contains("first_time") == (decision.isFirstTime && term.flagged))
            #expect(decision.reasons == decision.reasons.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        }
    }
}
