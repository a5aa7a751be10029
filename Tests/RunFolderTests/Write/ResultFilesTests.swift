import Civil
import Columns
import Foundation
import Testing

@testable import Documents
@testable import Files
@testable import RoleLists
@testable import RunFolder

@Suite struct ResultFilesTests {
    static let terms = RunTerms(
        outcomes: [
            .init(id: "barred", eligible: false, recorded: false, flagged: false, bySex: false),
            .init(id: "fine", eligible: true, recorded: true, flagged: false, bySex: false),
            .init(id: "missing", eligible: true, recorded: false, flagged: true, bySex: true),
        ],
        maleCode: "M", femaleCode: "F", regionNames: ["9901": "Kota, \"Satu\"", "990290": "Kecamatan"])

    static let tally = TallyTable(
        [
            row("", station: 0, sex: 0, outcome: 2, kpuCode: 12, persons: 1),
            row("9902901001", station: 1, sex: 2, outcome: 2, kpuCode: 11, firstTime: true, persons: 3),
            row("990290", station: 2, sex: 1, outcome: 2, kpuCode: 11, persons: 2),
            row("9901", station: 3, sex: 1, outcome: 1, kpuCode: 0, firstTime: true, persons: 4),
            row("9901", station: 3, sex: 1, outcome: 1, kpuCode: 0, firstTime: true, persons: 1),
            row("9901", station: 0, sex: 1, outcome: 0, kpuCode: 3, persons: 7),
        ], stations: ["", "2", "1", "=1"], terms: terms)

    static let totals = RegionTotals(tally, terms: terms)

    private static func row(
        _ region: String, station: UInt32 = 0, sex: UInt8, outcome: UInt8, kpuCode: UInt8, firstTime: Bool = false,
        persons: Int
    ) -> TallyRow {
        TallyRow(
            region: UInt64(region).flatMap { RegionCode(digits: $0, length: region.utf8.count) } ?? .unknown,
            station: station, sex: sex, outcome: outcome, kpuCode: kpuCode, firstTime: firstTime, persons: persons)
    }

    private func text(_ table: CSVText) -> String { String(decoding: table.bytes, as: UTF8.self) }

    @Test func tallyIsOrderedAndMergedWithTheUnknownRegionLast() {
        let table = RunDirectory.tallyTable(Self.tally, terms: Self.terms)
        #expect(
            text(table) == """
                region,tps,sex,outcome,kpu_code,first_time,persons
                9901,,M,barred,3,false,7
                9901,'=1,M,fine,,true,5
                990290,1,M,missing,11,false,2
                9902901001,2,F,missing,11,true,3
                ,,,missing,12,false,1

                """)
        #expect(table.guardedCells == 1)
    }

    @Test func kabupatenRecap() {
        let recap = Recap(Self.totals, level: .kabupaten)
        #expect(
            text(recap.table(Self.terms)) == """
                region,name,persons,barred,eligible,fine,missing,recorded,coverage,first_time_flagged,male_missing,female_missing
                9901,"Kota, ""Satu""\",12,7,5,5,0,5,1.0000,0,0,0
                9902,,5,0,5,0,5,0,0.0000,3,2,3
                ,,1,0,1,0,1,0,0.0000,0,0,0

                """)
    }

    @Test func aShorterCodeFallsInTheEmptyRowOfTheFinerRecap() {
        let rows = Recap(Self.totals, level: .desa).rows
        #expect(rows.map(\.region) == ["9902901001", ""])
        #expect(rows.map(\.counts.persons) == [3, 15])
    }

    /// Every recap counts the same people, whatever the tally holds.
    @Test(arguments: 0..<20)
    func recapsAgreeWithTheTally(seed: Int) {
        var state = UInt64(seed)
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let regions = ["", "99", "9901", "9902", "990190", "9902911001", "9902911002"]
        let rows = (0..<40).map { _ in
            Self.row(
                regions[next(7)], station: UInt32(next(3)), sex: UInt8(next(3)), outcome: UInt8(next(3)),
                kpuCode: UInt8(next(13)), firstTime: next(2) == 0, persons: next(9))
        }
        let tally = TallyTable(rows, stations: ["0", "1", "2"], terms: Self.terms)
        let totals = RegionTotals(tally, terms: Self.terms)
        #expect(totals.total.persons == rows.reduce(0) { $0 + $1.persons })
        for level in Recap.Level.allCases {
            let recap = Recap(totals, level: level).rows
            #expect(recap.reduce(0) { $0 + $1.counts.persons } == totals.total.persons)
            #expect(recap.reduce(0) { $0 + $1.counts.eligible } == totals.total.eligible)
            #expect(recap.dropLast().allSatisfy { !$0.region.isEmpty })
            // As counted row by row.
            for region in recap {
                let people = rows.filter { row in
                    let code = row.region.description
                    return (code.count >= level.rawValue ? String(code.prefix(level.rawValue)) : "") == region.region
                }
                func count(_ isCounted: (TallyRow) -> Bool) -> Int {
                    people.filter(isCounted).reduce(0) { $0 + $1.persons }
                }
                #expect(region.counts.persons == count { _ in true })
                #expect(region.counts.male == (0..<3).map { outcome in count { $0.sex == 1 && $0.outcome == outcome } })
                #expect(
                    region.counts.female == (0..<3).map { outcome in count { $0.sex == 2 && $0.outcome == outcome } })
                #expect(region.counts.recorded == count { $0.outcome == 1 })
                #expect(region.counts.firstTimeFlagged == count { $0.outcome == 2 && $0.firstTime })
            }
        }
    }

    /// The order in which people were counted, and on how many threads, is not to be seen.
    @Test(arguments: 0..<10)
    func theTallyDoesNotDependOnTheOrderOfItsRows(seed: UInt64) {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let regions = ["", "99", "9901", "9902", "990190", "9902911001", "9902911002"]
        let stations = ["12", "", "2", "A,1", "2", "=9", "003"]
        let rows = (0..<300).map { _ in
            Self.row(
                regions[next(7)], station: UInt32(next(7)), sex: UInt8(next(3)), outcome: UInt8(next(3)),
                kpuCode: UInt8(next(13)), firstTime: next(2) == 0, persons: 1 + next(9))
        }
        let table = TallyTable(rows, stations: stations, terms: Self.terms)
        let otherWay = rows.reversed().map { row in
            var row = row
            row.station = 6 - row.station
            return row
        }
        let other = TallyTable(otherWay, stations: stations.reversed(), terms: Self.terms)
        #expect(table.rows == other.rows)
        #expect(table.stations == ["", "003", "12", "2", "=9", "A,1"])
        // The lines, cell by cell, as comparing texts orders them.
        func key(_ row: TallyRow) -> [String] {
            let region = row.region.description
            return [
                region.isEmpty ? "~" : region, table.stations[Int(row.station)], Self.terms.sexes[Int(row.sex)],
                String(row.outcome), String(format: "%02d", Int(row.kpuCode)), row.firstTime ? "1" : "0",
            ]
        }
        for (row, following) in zip(table.rows, table.rows.dropFirst()) {
            #expect(
                key(row).lexicographicallyPrecedes(key(following)) {
                    $0.utf8.lexicographicallyPrecedes($1.utf8)
                })
        }
        var sums: [[String]: Int] = [:]
        for row in rows {
            var ranked = row
            ranked.station = UInt32(table.stations.firstIndex(of: stations[Int(row.station)]) ?? 99)
            sums[key(ranked), default: 0] += row.persons
        }
        #expect(table.rows.count == sums.count)
        #expect(table.rows.allSatisfy { sums[key($0)] == $0.persons })
    }

    @Test func weeksStandByKabupatenAndDayWhateverWasCountedFirst() {
        var counts = CountTable()
        let before = UInt64(UInt32(bitPattern: -7))
        for (regency, week, times) in [
            (10000, 17_357, 3), (10000, .max, 1), (1271, 17_364, 100), (1271, before, 2), (99, 17_357, 4),
            (1271, .max, 5), (1271, 17_357, 50),
        ] as [(UInt64, UInt64, Int)] {
            counts.add(regency, week, times)
        }
        let table = RunDirectory.weekTable(counts.weekRows)
        #expect(
            text(table) == """
                region4,week,people
                0099,2017-07-10,4
                1271,,5
                1271,1969-12-25,2
                1271,2017-07-10,50
                1271,2017-07-17,100
                ,,1
                ,2017-07-10,3

                """)
        #expect(text(RunDirectory.weekTable(counts.weekRows.reversed())) == text(table))
    }

    @Test(
        arguments: [
            (0, 0, nil), (0, 3, "0.0000"), (3, 3, "1.0000"), (1, 3, "0.3333"), (2, 3, "0.6667"), (1, 20_000, "0.0001"),
            (1, 20_001, "0.0000"), (19_999, 20_000, "1.0000"), (8_580_828, 10_335_695, "0.8302"),
        ] as [(Int, Int, String?)])
    func coverageRoundsHalfUp(recorded: Int, eligible: Int, expected: String?) {
        #expect(Coverage.text(recorded: recorded, eligible: eligible) == expected)
    }

    @Test func summaryReadsAsDescribed() {
        let summary = RunSummary(
            identity: RunIdentity(
                election: "e", ruleset: "r", profile: "p", votingDay: "2001-02-03", asOf: "2001-01-01"),
            terms: Self.terms, rows: RowCounts(read: 20, used: 18, rejected: 1, skipped: 1), totals: Self.totals,
            reasons: ["b": 2, "a": 1, "none": 0], recordedBefore: ["again": 4, "never": 0])
        #expect(
            String(decoding: summary.document, as: UTF8.self) == """
                {
                  "schema": 1,
                  "election": "e",
                  "ruleset": "r",
                  "votingDay": "2001-02-03",
                  "asOf": "2001-01-01",
                  "rows": {
                    "read": 20,
                    "decided": 18,
                    "rejected": 1,
                    "skipped": 1
                  },
                  "outcomes": {
                    "fine": 5,
                    "missing": 6,
                    "barred": 7
                  },
                  "reasons": {
                    "a": 1,
                    "b": 2
                  },
                  "kpuCodes": {
                    "3": 7,
                    "11": 5,
                    "12": 1
                  },
                  "eligible": 11,
                  "recorded": 5,
                  "coverage": 0.4545,
                  "firstTime": 8,
                  "firstTimeFlagged": 3,
                  "recordedBefore": {
                    "again": 4
                  }
                }

                """)
    }

    @Test func summaryReadsBack() throws {
        let summary = RunSummary(
            identity: RunIdentity(election: "e", ruleset: "r", votingDay: "2001-02-03", asOf: "2001-01-01"),
            terms: Self.terms, rows: RowCounts(read: 20, used: 18, rejected: 1, skipped: 1), totals: Self.totals,
            reasons: ["b": 2, "a": 1], recordedBefore: [:])
        #expect(try RunFigures(name: "summary.json", bytes: summary.document) == summary.figures)
    }

    @Test func jsonEscapesWhatMustBeEscaped() {
        let json = JSONText.object([
            .init("a\"b", .string("\\ \u{1} \n \t é 🙂")), .init("n", .null), .init("e", .array([])),
        ])
        #expect(
            String(decoding: json.bytes, as: UTF8.self)
                == "{\n  \"a\\\"b\": \"\\\\ \\u0001 \\n \\t é 🙂\",\n  \"n\": null,\n  \"e\": []\n}\n")
    }
}
