import Foundation
import Testing

/// The program against the second reading, person by person, on districts of damaged made-up lists.
@Suite(.enabled(if: Program.canCheck)) struct AgreementTests {
    /// A district to be made: which election, what is known when, and the seed of everything else.
    struct Case: CustomTestStringConvertible, Sendable {
        let election: Election
        let asOf: Day
        let seed: UInt64
        var people = AgreementTests.people
        var testDescription: String { "\(election.id) as of \(asOf) seed \(seed)" }
    }

    static let people = 850

    static let cases: [Case] = {
        let days: [(Election, [String])] = [
            (.pilkada2017, ["2016-10-01", "2016-12-31", "2017-02-15"]),
            (.pilkada2018, ["2017-11-18", "2018-04-19", "2018-06-27"]),
            (.pemilu2019, ["2018-12-16", "2019-03-28", "2019-04-17"]),
        ]
        var cases: [Case] = []
        for (election, dates) in days {
            for date in dates {
                for seed in 1...seeds {
                    cases.append(Case(election: election, asOf: Day(date), seed: UInt64(cases.count * 10 + seed)))
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

    /// Districts for each election and day; `SIAPPILIH_SEEDS` asks for more.
    static let seeds = Int(ProcessInfo.processInfo.environment["SIAPPILIH_SEEDS"] ?? "") ?? 3

    @Test func atLeastTwentyThousandPeopleAreCompared() {
        #expect(AgreementTests.people * AgreementTests.cases.count >= 20_000)
    }

    @Test(arguments: cases) func everyPersonIsDecidedAsTheContractSays(_ made: Case) async throws {
        let district = District(
            election: made.election, asOf: made.asOf, people: made.people, seed: made.seed)
        let workdir = try Workdir()
        let outcome = try await workdir.check(district)
        try #require(outcome.exitCode == 0, "\(outcome.errors)")
        let run = Run(workdir: workdir, folder: "run")
        let result = CheckResult(district.input)
        let people = People(run: run, district: district, result: result)
        let totals = Totals(run: run, district: district, result: result)
        var comparison = Comparison()
        try totals.compareRejected(&comparison)
        try people.comparePersons(&comparison)
        try people.compareLists(&comparison)
        try totals.compareSummary(&comparison)
        try totals.compareRecaps(&comparison)
        try totals.compareTally(&comparison)
        try totals.compareWeeks(&comparison)
        try totals.compareManifest(&comparison)
        #expect(result.decisions.count >= made.people && comparison.compared > 10 * made.people)
        if !comparison.differences.isEmpty { Issue.record("\(comparison.summary)") }
    }
}
