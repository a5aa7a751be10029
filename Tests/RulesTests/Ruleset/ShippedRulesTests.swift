import Diagnostics
import Foundation
import Rules
import Testing

/// The rules the repository ships, found beside the package.
enum ShippedRules {
    static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("rules").path

    static func book() throws -> RuleBook {
        do {
            return try RuleBook.load(directory: directory)
        } catch {
            Issue.record("\(error.findings.map { $0.rendered(in: .english) }.joined(separator: "\n"))")
            throw error
        }
    }
}

@Suite struct ShippedRulesTests {
    @Test func everyElectionGivesARuleset() throws {
        let book = try ShippedRules.book()
        #expect(book.elections.map(\.id) == ["pemilu-2019", "pilkada-2017", "pilkada-2018"])
        for election in book.elections {
            for instrument in book.instruments {
                let ruleset = try Ruleset(
                    book: book, election: election.id, instrument: instrument.id, today: election.votingDay)
                #expect(ruleset.requirements.count == 9)
                #expect(ruleset.provinces.count == 34)
            }
        }
    }
}
