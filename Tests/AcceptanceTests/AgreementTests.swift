import Foundation
import Testing

/// The program against the second reading, person by person, on districts of damaged made-up lists: three elections,
/// with and without recordings and sukets.
@Suite(.enabled(if: Program.canCheck)) struct AgreementTests {
    /// A district to be made: which election, what is known when, which lists are given, and the seed of everything else.
    struct Case: CustomTestStringConvertible, Sendable {
        let election: Election
        let asOf: Day
        let seed: UInt64
        var given = GivenLists.everything
        var people = AgreementTests.people
        var testDescription: String { "\(election.id) as of \(asOf), \(given), seed \(seed)" }

        var district: District {
            District(election: election, asOf: asOf, people: people, seed: seed, given: given)
        }
    }

    static let people = 200

    static let days: [(Election, [String])] = [
        (.pilkada2017, ["2016-10-01", "2016-12-31", "2017-02-15"]),
        (.pilkada2018, ["2017-11-18", "2018-04-19", "2018-06-27"]),
        (.pemilu2019, ["2018-12-16", "2019-03-28", "2019-04-17"]),
    ]

    static let cases: [Case] = {
        var cases: [Case] = []
        for (election, dates) in days {
            for (date, given) in dates.flatMap({ date in GivenLists.allCases.map { (date, $0) } }) {
                for seed in 1...seeds {
                    let seed = UInt64(cases.count * 10 + seed)
                    cases.append(Case(election: election, asOf: Day(date), seed: seed, given: given))
                }
            }
        }
        // One so large that its lists are read in several blocks.
        cases.append(Case(election: .pilkada2018, asOf: Day("2018-02-28"), seed: 5, people: 12_000))
        // The leap day of 2000 before and on the birthday that a common year has for it.
        cases.append(Case(election: .pilkada2018, asOf: Day("2017-02-28"), seed: 6))
        cases.append(Case(election: .pilkada2018, asOf: Day("2017-03-01"), seed: 7))
        return cases
    }()

    /// Districts for each election, day and choice of lists; `SIAPPILIH_SEEDS` asks for more.
    static let seeds = Int(ProcessInfo.processInfo.environment["SIAPPILIH_SEEDS"] ?? "") ?? 1

    @Test func atLeastTwentyThousandPeopleAreCompared() {
        #expect(AgreementTests.cases.map(\.people).reduce(0, +) >= 20_000)
    }

    /// One table of differences for each election and choice of lists.
    @Test(arguments: days.map(\.0), GivenLists.allCases)
    func everyPersonIsDecidedAsTheContractSays(_ election: Election, _ given: GivenLists) async throws {
        var differences = DifferenceTable()
        for made in AgreementTests.cases where made.election == election && made.given == given {
            differences.add(try await AgreementTests.differences(made))
        }
        if !differences.isEmpty { Issue.record("\(differences.summary)") }
    }

    private static func differences(_ made: Case) async throws -> DifferenceTable {
        let district = made.district
        let workdir = try Workdir()
        let outcome = try await workdir.check(district)
        try #require(outcome.exitCode == 0, "\(made.testDescription): \(outcome.errors)")
        let run = Run(workdir: workdir, folder: "run")
        let result = CheckResult(district.input)
        let label = "[\(made.testDescription)]"
        let people = People(run: run, district: district, result: result, label: label)
        let totals = Totals(run: run, district: district, result: result, label: label)
        var differences = DifferenceTable()
        try totals.compareRejected(&differences)
        try people.comparePersons(&differences)
        try people.compareLists(&differences)
        try totals.compareSummary(&differences)
        try totals.compareRecaps(&differences)
        try totals.compareTally(&differences)
        try totals.compareWeeks(&differences)
        try totals.compareManifest(&differences)
        #expect(result.decisions.count >= made.people && differences.compared > 4 * made.people)
        return differences
    }
}
