import Diagnostics
import RunFolder
import Testing

@testable import Comparison
@testable import Rules

/// What became of people, counted: totals, areas, and why totals moved.
@Suite struct DiffTallyTests {
    private static let terms = DiffTerms(
        [
            ("barred", false, false, false), ("missing", true, false, true), ("doubt", true, false, true),
            ("waiting", true, true, true), ("ready", true, true, false),
        ].map { id, eligible, recorded, flagged in
            OutcomeTerm(
                id: id, title: .init(both: id), eligible: eligible, recorded: recorded, flagged: flagged, bySex: false)
        })

    private static func region(_ digits: String) -> UInt64 { DiffRegion.number(Array(digits.utf8)) }

    private static func person(_ outcome: Int, _ region: String, isLater: Bool) -> DiffPerson {
        DiffPerson(
            kind: 0, key: 1, order: 0, isLater: isLater, region: Self.region(region),
            verdict: DiffPerson.verdict(list: 0, row: 2, outcome: outcome, code: 0), reasons: 0)
    }

    @Test(arguments: [
        (4, 4, DiffChange.moved), (1, 4, .becameReady), (3, 4, .becameReady), (1, 3, .advanced), (4, 3, .wentBack),
        (3, 1, .wentBack), (1, 2, .changed), (2, 1, .changed), (0, 1, .becameEligible), (0, 4, .becameEligible),
        (4, 0, .becameIneligible), (1, 0, .becameIneligible),
    ])
    func changesBearTheirName(before: Int, after: Int, kind: DiffChange) {
        #expect(Self.terms.kind(from: before, to: after) == kind)
    }

    @Test func placesOfOutcomes() {
        #expect(Self.terms.place("waiting") == 3)
        #expect(Self.terms.place("Waiting") == nil)
    }

    /// However people move, every total of every area is what it was, plus who came, less who went.
    @Test(arguments: 0..<20 as Range<UInt64>) func movementsReconcile(seed: UInt64) {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let regions = ["1271", "1271901001", "1212", "", "12"]
        var tally = DiffTally(Self.terms)
        for _ in 0..<300 {
            let before = next(8) == 0 ? nil : Self.person(next(5), regions[next(5)], isLater: false)
            let after = next(8) == 0 ? nil : Self.person(next(5), regions[next(5)], isLater: true)
            if before == nil && after == nil { continue }
            var kind: DiffChange?
            if let before, let after {
                if before.outcome != after.outcome || before.region != after.region {
                    kind = Self.terms.kind(from: before.outcome, to: after.outcome)
                }
            } else {
                kind = before == nil ? .new : .left
            }
            tally.count(before, after, kind: kind, why: ["", "a", "a;b"][next(3)])
        }
        for area in [tally.total] + tally.areas.values {
            for total in Total.compared {
                let movement = DiffMovement(DiffTotal(total, Self.terms), area)
                #expect(movement.after == movement.before + movement.gained - movement.lost)
                #expect(movement.losses.map(\.persons) == movement.losses.map(\.persons).sorted(by: >))
                #expect(movement.losses.allSatisfy { $0.persons > 0 })
            }
        }
        for place in 0..<5 {
            #expect(tally.areas.values.reduce(0) { $0 + $1.before[place] } == tally.total.before[place])
            #expect(tally.areas.values.reduce(0) { $0 + $1.after[place] } == tally.total.after[place])
        }
        for kind in DiffChange.allCases {
            #expect(
                tally.areas.values.reduce(0) { $0 + ($1.changes[kind] ?? 0) } == tally.total.changes[kind] ?? 0)
        }
        #expect(tally.same + tally.total.changes.values.reduce(0, +) > 250)
        #expect(Set(tally.areas.keys) == Set(["1271", "1212", ""].map(Self.region)))
    }

    /// Ways with equal numbers of people stand in an order of their own: outcomes, then gone, then elsewhere.
    @Test func lossesStandByPeopleThenByWay() {
        var tally = DiffTally(Self.terms)
        func lose(_ after: DiffPerson?, _ why: String, times: Int) {
            for _ in 0..<times {
                tally.count(Self.person(4, "1271", isLater: false), after, kind: .left, why: why)
            }
        }
        lose(nil, "", times: 2)
        lose(Self.person(1, "1271", isLater: true), "b", times: 2)
        lose(Self.person(1, "1271", isLater: true), "a", times: 2)
        lose(Self.person(0, "1271", isLater: true), "z", times: 3)
        lose(Self.person(4, "1212", isLater: true), "", times: 2)
        let area = tally.areas[Self.region("1271")] ?? tally.total
        let movement = DiffMovement(DiffTotal(.recorded, Self.terms), area)
        #expect(movement.losses.map(\.persons) == [3, 2, 2, 2, 2])
        #expect(movement.losses.map(\.why) == ["z", "a", "b", "", ""])
        #expect(movement.losses.map(\.to) == [.outcome(0), .outcome(1), .outcome(1), .absent, .elsewhere])
        #expect(movement.lost == 11 && movement.gained == 0)
    }
}

/// Region codes as numbers.
@Suite struct DiffRegionTests {
    @Test(arguments: ["12", "1271", "127190", "1271901001", "0100", "0000000001", ""])
    func codesReadBack(digits: String) {
        #expect(DiffRegion.text(DiffRegion.number(Array(digits.utf8))) == digits)
    }

    @Test(arguments: ["12a1", "12710000001", "-1", "１２"]) func whatIsNoCodeIsUnknown(text: String) {
        #expect(DiffRegion.number(Array(text.utf8)) == DiffRegion.unknown)
    }

    /// As results are ordered: by digits, a shorter code before those that begin with it, unknown last.
    @Test func theyStandInTheOrderOfResults() {
        let codes = ["", "99", "1271901001", "127190", "1271", "12", "1272", "0101"]
        let numbers = codes.map { DiffRegion.number(Array($0.utf8)) }
        #expect(numbers.sorted().map(DiffRegion.text) == codes.sorted(by: RegionOrder.precedes))
    }

    @Test(arguments: [
        ("1271901001", "1271"), ("127190", "1271"), ("1271", "1271"), ("12", ""), ("", ""), ("0101", "0101"),
    ])
    func everyRegionLiesInItsKabupaten(digits: String, kabupaten: String) {
        #expect(DiffRegion.text(DiffRegion.kabupaten(DiffRegion.number(Array(digits.utf8)))) == kabupaten)
    }
}
