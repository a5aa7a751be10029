import Civil
import Diagnostics
import Foundation
import Testing

@testable import RuleListing
@testable import Rules

@Suite struct ListingTests {
    @Test func listInBothLanguages() throws {
        let book = try MiniRules.book()
        #expect(
            book.listing(in: .english) == """
                Elections
                  vote-2018  Vote 2018  voting day 2018-06-27, ruleset base, profile plain

                Rulesets
                  base   Base
                  later  Later  restates base

                Code profiles
                  plain     Plain     unverified
                  statuses  Statuses  wording read

                Calendars
                  2018  1 day off  wording read

                """)
        #expect(
            book.listing(in: .indonesian).hasPrefix(
                "Pemilihan\n  vote-2018  Pemilihan 2018  pemungutan suara 2018-06-27"))
    }

    @Test func showAnInstrumentOnADay() throws {
        let book = try MiniRules.book()
        let page = try book.page(
            of: ShownRules(id: "later", asOf: CivilDate(iso: "2018-03-01")), in: .english)
        #expect(
            page.hasPrefix(
                """
                later: Later
                made up [wording read]
                Restates: base

                Parameters
                  age = 17 (from 2010-01-01)
                    A, 2 [wording read]
                  leap_day = march-1 (1 March) (from 2000-01-01)
                    A, 3 [wording read]

                Requirements
                  of_age: Of age (from 2000-01-01, words of base)
                    holds: age_on(person.born, election.voting_day) >= params.age
                    fails: young (Young) [KPU code 3]
                    undetermined: no_date (No date) ⇐ !has(person.born)
                    B, 1 [wording read]
                  not_banned: Not banned (from 2018-03-01, words of base)
                    holds: !has(ban) || ban.until < election.voting_day
                    fails: banned (Banned) [KPU code from ban.number]
                    undetermined: ban_unclear (Unclear) ⇐ ban.until_given
                    undetermined: ban_open (Open)
                    B, 3 [wording read]
                    advice: Bring a letter.

                """))
        #expect(
            page.hasSuffix(
                """
                  4. doubt: Doubt [KPU code 9]
                    when: otherwise
                    next step: none (-) ⇐ card.class == 'made'
                    next step: ask (Ask)
                    reason: no_card (No card) ⇐ !has(card)

                Attributes
                  first_time (First time)
                    age_on(person.born, as_of) < params.age && req.of_age

                """))
        // Without a day: every wording.
        let all = try book.page(of: ShownRules(id: "later"), in: .english)
        #expect(all.contains("not_banned: Not banned (2000-01-01 to 2018-02-28, words of base)"))
        #expect(all.contains("not_banned: Not banned (from 2018-03-01, words of base)"))
    }

    @Test func showAnElectionAProfileAndACalendar() throws {
        let book = try MiniRules.book()
        let election = try book.page(of: ShownRules(id: "vote-2018", instrument: "later"), in: .english)
        #expect(election.hasPrefix("vote-2018: Vote 2018\nVoting day: 2018-06-27\n"))
        #expect(election.contains("  lists: Lists (2018-01-20 to 2018-02-18)\n    C, 1 [wording read]\n"))
        #expect(election.contains("Rules in force on 2018-06-27\nlater: Later\n"))
        #expect(
            try book.page(of: ShownRules(id: "plain"), in: .english)
                == "plain: Plain\nmade up [unverified]\n\nmarks\n  yes  Y · YES\n  no   N\n")
        #expect(
            try book.page(of: ShownRules(id: "2018"), in: .indonesian)
                == "2018 [bunyi pasal dibaca]\n  2018-06-27  pemungutan suara  Coblos  [bunyi pasal dibaca]\n")
    }

    @Test func anUnknownIdNamesWhatThereIs() throws {
        let book = try MiniRules.book()
        let error = #expect(throws: Failure.self) { try book.page(of: ShownRules(id: "vote"), in: .english) }
        #expect(error?.kind == .usage)
        #expect(
            error?.findings.map { $0.rendered(in: .english) } == [
                "unknown rule document 'vote'; did you mean 'vote-2018'; there are: vote-2018, base, later, plain, statuses, 2018"
            ])
    }

    /// Both documents are JSON with `"schema": 1`; every document of the shipped rules can be shown.
    @Test func jsonOfEverything() throws {
        let book = try ShippedRules.book()
        func schema(_ bytes: [UInt8]) throws -> Int? {
            (try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])?["schema"] as? Int
        }
        #expect(try schema(book.listingJSON()) == 1)
        let ids =
            book.elections.map(\.id) + book.instruments.map(\.id) + book.profiles.map(\.id)
            + book.calendars.map { String($0.year) }
        for id in ids {
            #expect(try schema(book.pageJSON(of: ShownRules(id: id))) == 1)
            for language in Language.allCases {
                #expect(try !book.page(of: ShownRules(id: id), in: language).isEmpty)
            }
        }
    }
}
