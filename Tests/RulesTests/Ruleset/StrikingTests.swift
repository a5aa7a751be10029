import Diagnostics
import Testing

@testable import Rules
@testable import Schema

/// Which lists can strike voters, and how many of them is too many.
@Suite struct StrikingTests {
    @Test func everyListThatStrikesHasALimitAndItsReasons() throws {
        let book = try ShippedRules.book()
        let day = try #require(book.election("pilkada-2018")?.votingDay)
        let ruleset = try Ruleset(book: book, election: "pilkada-2018", today: day)
        let strikings = ruleset.strikings
        let reasons = strikings.map { striking in
            ruleset.reasons.indices.filter { striking.reasons >> UInt64($0) & 1 == 1 }.map { ruleset.reasons[$0].id }
        }
        #expect(
            Dictionary(uniqueKeysWithValues: zip(strikings.map(\.role.id), reasons)) == [
                "military": ["military", "police"], "deaths": ["deceased"], "moved": ["moved_away"],
                "revoked": ["revoked"], "impaired": ["impaired"], "field_findings": ["field_finding"],
            ])
        for striking in strikings {
            #expect(striking.limit == .init(percent: striking.role.id == "field_findings" ? 30 : 10, over: 50))
        }
    }

    @Test(arguments: [(10, 100, false), (11, 100, true), (50, 50, false), (6, 51, true), (5, 51, false), (0, 0, false)])
    func aShareIsExceededByAnyPersonMore(struck: Int, people: Int, isExceeded: Bool) {
        #expect(ListSchema.Strikes(percent: 10, over: 50).isExceeded(struck, of: people) == isExceeded)
    }
}
