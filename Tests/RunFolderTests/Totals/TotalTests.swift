import Testing

@testable import RunFolder

/// What totals mean, by the equations that every page promises.
@Suite struct TotalTests {
    static let meanings = (0..<8).map { bits in
        OutcomeMeaning(eligible: bits & 1 == 1, recorded: bits & 2 == 2, flagged: bits & 4 == 4)
    }

    private func counts(_ total: Total, _ meaning: OutcomeMeaning, _ isFirstTime: Bool) -> Bool {
        total.counts(meaning, isFirstTime: isFirstTime)
    }

    @Test(arguments: meanings, [false, true])
    func partsMakeUpTheWhole(meaning: OutcomeMeaning, isFirstTime: Bool) {
        func holds(_ total: Total) -> Bool { counts(total, meaning, isFirstTime) }
        #expect(holds(.persons))
        #expect(holds(.eligible) != holds(.ineligible))
        if meaning.eligible {
            #expect(holds(.recorded) != holds(.notRecorded))
            #expect(holds(.needingNothing) != holds(.flagged))
        }
        #expect(holds(.firstTime) == isFirstTime)
        #expect(holds(.firstTimeFlagged) == (holds(.firstTime) && holds(.flagged)))
    }

    /// Whatever was added, and in which parts, totals are sums over the people.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func countsAreSumsOverPeople(seed: UInt64) {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let terms = RunTerms(
            outcomes: Self.meanings.enumerated().map {
                .init(
                    id: "o\($0)", eligible: $1.eligible, recorded: $1.recorded, flagged: $1.flagged, bySex: false)
            }, maleCode: "M", femaleCode: "F", regionNames: [:])
        var parts = [PeopleCounts(terms, codes: 3), PeopleCounts(terms, codes: 3)]
        var expected: [Total: Int] = [:]
        var men = 0
        for _ in 0..<200 {
            let (persons, outcome, isFirstTime) = (next(9), next(9), next(2) == 0)
            let sex = Sex(rawValue: UInt8(next(3))) ?? .unknown
            parts[next(2)].add(
                persons: persons, outcome: outcome, sex: sex, isFirstTime: isFirstTime, code: next(4))
            // The ninth outcome is none of the rules'.
            guard Self.meanings.indices.contains(outcome) else { continue }
            if sex == .male { men += persons }
            for total in Total.allCases where counts(total, Self.meanings[outcome], isFirstTime) {
                expected[total, default: 0] += persons
            }
        }
        var whole = parts[0]
        whole.add(parts[1])
        for total in Total.allCases { #expect(whole.count(total) == expected[total] ?? 0) }
        #expect(whole.men == men)
        #expect(whole.men + whole.women + whole.ofUnknownSex == whole.persons)
    }
}
