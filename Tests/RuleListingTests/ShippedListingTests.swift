import Civil
import Diagnostics
import Foundation
import MadeUpRuns
import Rules
import Schema
import Testing

@testable import RuleListing

/// What the rules say to people: whatever stands in the documents stands on their page, in both languages.
@Suite struct ShippedListingTests {
    /// Text on one line: pages break it anywhere between words.
    private func flat(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    @Test(arguments: Language.allCases) func everyRequirementIsShownWithItsCitations(language: Language) throws {
        let book = try ShippedRules.book()
        for instrument in book.instruments {
            let page = flat(try book.page(of: ShownRules(id: instrument.id), in: language))
            #expect(page.hasPrefix("\(instrument.id): \(flat(instrument.title.text(in: language)))"))
            for requirement in instrument.requirements.joined() {
                #expect(page.contains("\(requirement.id): \(flat(requirement.title.text(in: language))) ("))
                #expect(page.contains(flat(requirement.holds.source)))
                for citation in requirement.citations {
                    #expect(page.contains(flat("\(citation.instrument), \(citation.provision.text(in: language)) [")))
                }
                if let advice = requirement.advice { #expect(page.contains(flat(advice.text(in: language)))) }
            }
            for parameter in instrument.parameters.joined() { #expect(page.contains("\(parameter.id) = ")) }
            #expect(page.contains(flat(instrument.source.text(in: language))))
            for (number, line) in instrument.outcomes.enumerated() {
                #expect(page.contains("\(number + 1). \(line.outcome): "))
            }
        }
    }

    /// An election shows the wordings that are in force on its day, and those alone.
    @Test func anElectionShowsTheWordingsOfItsDay() throws {
        let book = try ShippedRules.book()
        for election in book.elections {
            let page = flat(try book.page(of: ShownRules(id: election.id), in: .english))
            #expect(page.contains("Voting day: \(election.votingDay)"))
            #expect(page.contains("Rules in force on \(election.votingDay)"))
            let instrument = try #require(book.instrument(election.instrument))
            for wordings in instrument.requirements {
                for requirement in wordings {
                    let isInForce =
                        (requirement.period.from.map { $0 <= election.votingDay } ?? true)
                        && (requirement.period.until.map { election.votingDay < $0 } ?? true)
                    let shown = page.contains(flat("\(requirement.id): \(requirement.title.english) ("))
                    if isInForce { #expect(shown) }
                }
            }
            for stage in election.stages { #expect(page.contains(flat("\(stage.id): \(stage.title.english) ("))) }
        }
    }

    @Test(arguments: Language.allCases) func everyWordOfAProfileIsShown(language: Language) throws {
        let book = try ShippedRules.book()
        for profile in book.profiles {
            let page = try book.page(of: ShownRules(id: profile.id), in: language)
            for (table, codes) in profile.tables {
                #expect(page.contains("\n\(table)\n"))
                for code in codes {
                    #expect(code.words.isEmpty || page.contains(code.words.joined(separator: " · ")))
                    #expect(page.contains("  \(code.code)"))
                }
            }
        }
    }

    @Test func everyDayOffIsShown() throws {
        let book = try ShippedRules.book()
        for calendar in book.calendars {
            let page = flat(try book.page(of: ShownRules(id: String(calendar.year)), in: .indonesian))
            for day in calendar.days {
                #expect(page.contains(day.date.description))
                #expect(page.contains(flat(day.title.indonesian)))
            }
        }
    }

    private func json(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test func theListNamesEveryDocument() throws {
        let book = try ShippedRules.book()
        let document = try json(book.listingJSON())
        func ids(_ key: String) -> [String] {
            ((document[key] as? [[String: Any]]) ?? []).compactMap { $0["id"] as? String }
        }
        #expect(ids("elections") == book.elections.map(\.id))
        #expect(ids("rulesets") == book.instruments.map(\.id))
        #expect(ids("profiles") == book.profiles.map(\.id))
        let years = ((document["calendars"] as? [[String: Any]]) ?? []).compactMap { $0["year"] as? Int }
        #expect(years == book.calendars.map(\.year))
        let text = book.listing(in: .english)
        for id in ids("elections") + ids("rulesets") + ids("profiles") { #expect(text.contains("  \(id)  ")) }
    }

    /// The page and the document of an instrument hold the same requirements, in the same order.
    @Test func documentsHoldWhatPagesShow() throws {
        let book = try ShippedRules.book()
        for instrument in book.instruments {
            let document = try json(book.pageJSON(of: ShownRules(id: instrument.id)))
            let ruleset = try #require(document["ruleset"] as? [String: Any])
            let requirements = try #require(ruleset["requirements"] as? [[String: Any]])
            #expect(requirements.compactMap { $0["id"] as? String } == instrument.requirements.joined().map(\.id))
            #expect(
                requirements.compactMap { $0["holds"] as? String }.map(flat)
                    == instrument.requirements.joined().map { flat($0.holds.source) })
            #expect(document["asOf"] == nil)
        }
        let onADay = try json(
            book.pageJSON(of: ShownRules(id: book.instruments[0].id, asOf: CivilDate(iso: "2018-03-01"))))
        #expect(onADay["asOf"] as? String == "2018-03-01")
    }

    @Test(arguments: ["pilkada", "pkpu", "1999", ""]) func unknownIdsAreRefused(id: String) throws {
        let book = try ShippedRules.book()
        let failure = #expect(throws: Failure.self) { _ = try book.pageJSON(of: ShownRules(id: id)) }
        #expect(failure?.kind == .usage)
        #expect(failure?.findings.first?.message.english == "unknown rule document '\(id)'")
        #expect(failure?.findings.first?.remedy?.english.contains("there are: ") == true)
    }

    @Test func anUnknownInstrumentOfAnElectionIsRefused() throws {
        let book = try ShippedRules.book()
        let failure = #expect(throws: Failure.self) {
            _ = try book.page(of: ShownRules(id: book.elections[0].id, instrument: "x"), in: .indonesian)
        }
        #expect(failure?.findings.first?.message.indonesian == "perangkat aturan 'x' tidak dikenal")
    }
}
