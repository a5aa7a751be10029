import ReportData
import Rules

@testable import Page
@testable import ReportData
@testable import RunFolder

/// A made-up district of some dozens to hundreds of people, person by person, so that all its numbers agree.
struct District {
    struct Person {
        var region: String
        var outcome: Int
        var reasons: [String]
        var sex: String
        var band: Int
        var isFirstTime: Bool
    }

    var people: [Person]
    var ruleset: Ruleset
    var lists: [PageCounts.List]

    struct Random {
        var state: UInt64

        mutating func next(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(max(1, below)))
        }
    }

    init(_ number: Int, _ ruleset: Ruleset) {
        var random = Random(state: UInt64(number) &* 7_919 &+ 13)
        for _ in 0..<4 { _ = random.next(2) }
        self.ruleset = ruleset
        // One kabupaten or several, each of some kecamatan of some desa, and perhaps people of no known desa.
        var regions: [String] = []
        for kabupaten in 0..<[1, 1, 2, 3][random.next(4)] {
            for kecamatan in 0..<1 + random.next(3) {
                for desa in 0..<1 + random.next(3) { regions.append("120\(kabupaten + 1)9\(kecamatan)100\(desa + 1)") }
            }
        }
        if random.next(5) == 0 { regions.append("120190") }
        if random.next(8) == 0 { regions.append("") }
        let persons = [12, 40, 120, 300][random.next(4)] + random.next(30)
        // How outcomes weigh, so that some are rare and some are missing.
        let weights = ruleset.outcomes.map { _ in [0, 1, 1, 3, 12, 40][random.next(6)] }
        let sum = max(1, weights.reduce(0, +))
        people = []
        for _ in 0..<persons {
            var draw = random.next(sum)
            let outcome =
                weights.firstIndex { weight in
                    draw -= weight
                    return draw < 0
                } ?? 0
            people.append(Self.person(outcome, regions[random.next(regions.count)], ruleset, &random))
        }
        // A list of the population, or one each desa; others of few or many rows.
        let lists = random.next(3) == 0 ? max(1, regions.count) : 1
        self.lists = (0..<lists).map { _ in .init(role: "population", rows: 0, isPopulation: true) }
    }

    private static func person(
        _ outcome: Int, _ region: String, _ ruleset: Ruleset, _ random: inout Random
    ) -> Person {
        let term = ruleset.outcomes[outcome]
        var reasons: [String] = []
        if !term.eligible {
            let fails = ruleset.requirements.flatMap(\.fails).map(\.reason)
            reasons.append(fails[random.next(random.next(2) == 0 ? 3 : fails.count)])
        }
        let own = ruleset.outcomeLines.filter { $0.outcome == term.id }
        if own.allSatisfy({ !$0.reasons.isEmpty }) {
            let all = own.flatMap(\.reasons).map(\.reason)
            reasons.append(all[random.next(all.count)])
        }
        if random.next(12) == 0 { reasons.append(ruleset.findings[random.next(ruleset.findings.count)].reason) }
        let isFirstTime = term.eligible && random.next(9) == 0
        if isFirstTime, term.flagged { reasons += ruleset.attributes.map(\.id) }
        let sex = [ruleset.maleCode, ruleset.femaleCode, ruleset.femaleCode, ruleset.maleCode, ""][random.next(5)]
        return Person(
            region: region, outcome: outcome, reasons: reasons, sex: sex,
            band: isFirstTime && term.bySex ? 0 : 1 + random.next(4), isFirstTime: isFirstTime)
    }

    /// A month later: some have moved on, a few were struck off.
    func later(_ number: Int) -> District {
        var random = Random(state: UInt64(number) &* 104_729 &+ 1)
        var other = self
        for place in people.indices where random.next(6) == 0 {
            other.people[place] = Self.person(
                random.next(ruleset.outcomes.count), people[place].region, ruleset, &random)
        }
        return other
    }

    var counts: PageCounts {
        var bands = [UnrecordedAges.Band(kind: .firstTime)]
        for from in [17, 30, 50] { bands.append(.init(kind: .years(from: from, through: from + 9))) }
        bands.append(.init(kind: .unknown))
        var reasons: [String: Int] = [:]
        var tally: [RunTally] = []
        for person in people {
            let term = ruleset.outcomes[person.outcome]
            for reason in Set(person.reasons) { reasons[reason, default: 0] += 1 }
            tally.append(
                RunTally(
                    region: person.region, tps: "", sex: person.sex, outcome: term.id, kpuCode: nil,
                    firstTime: person.isFirstTime, persons: 1))
            guard term.bySex else { continue }
            switch person.sex {
            case ruleset.maleCode: bands[person.band].male += 1
            case ruleset.femaleCode: bands[person.band].female += 1
            default: bands[person.band].ofUnknownSex += 1
            }
        }
        var counts = PageCounts(
            ruleset: ruleset, areas: AreaTable(tally, words: TotalWords(ruleset)), reasons: reasons, bands: bands,
            agedOutcomes: ruleset.outcomes.filter(\.bySex))
        counts.lists = lists
        return counts
    }
}
