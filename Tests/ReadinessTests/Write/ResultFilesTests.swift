import Testing

@testable import Readiness

@Suite struct ResultFilesTests {
    static let terms = RunTerms(
        outcomes: [
            .init(id: "barred", eligible: false, recorded: false, flagged: false, bySex: false),
            .init(id: "fine", eligible: true, recorded: true, flagged: false, bySex: false),
            .init(id: "missing", eligible: true, recorded: false, flagged: true, bySex: true),
        ],
        maleCode: "M", femaleCode: "F", regionNames: ["9901": "Kota, \"Satu\"", "990290": "Kecamatan"])

    static let tally = [
        TallyRow(region: "", tps: "", sex: "", outcome: 2, kpuCode: 12, firstTime: false, persons: 1),
        TallyRow(region: "9902901001", tps: "2", sex: "F", outcome: 2, kpuCode: 11, firstTime: true, persons: 3),
        TallyRow(region: "990290", tps: "1", sex: "M", outcome: 2, kpuCode: 11, firstTime: false, persons: 2),
        TallyRow(region: "9901", tps: "=1", sex: "M", outcome: 1, kpuCode: 0, firstTime: true, persons: 4),
        TallyRow(region: "9901", tps: "=1", sex: "M", outcome: 1, kpuCode: 0, firstTime: true, persons: 1),
        TallyRow(region: "9901", tps: "", sex: "M", outcome: 0, kpuCode: 3, firstTime: false, persons: 7),
    ]

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
        let recap = Recap(Self.tally, level: .kabupaten, terms: Self.terms)
        #expect(
            text(recap.table(Self.terms)) == """
                region,name,persons,barred,eligible,fine,missing,recorded,coverage,first_time_flagged,male_missing,female_missing
                9901,"Kota, ""Satu""\",12,7,5,5,0,5,1.0000,0,0,0
                9902,,5,0,5,0,5,0,0.0000,3,2,3
                ,,1,0,1,0,1,0,0.0000,0,0,0

                """)
    }

    @Test func aShorterCodeFallsInTheEmptyRowOfTheFinerRecap() {
        let rows = Recap(Self.tally, level: .desa, terms: Self.terms).rows
        #expect(rows.map(\.region) == ["9902901001", ""])
        #expect(rows.map(\.persons) == [3, 15])
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
        let tally = (0..<40).map { _ in
            TallyRow(
                region: regions[next(7)], tps: "\(next(3))", sex: ["", "M", "F"][next(3)], outcome: next(3),
                kpuCode: next(13), firstTime: next(2) == 0, persons: next(9))
        }
        let total = Recap.total(tally, terms: Self.terms)
        for level in Recap.Level.allCases {
            let rows = Recap(tally, level: level, terms: Self.terms).rows
            #expect(rows.reduce(0) { $0 + $1.persons } == total.persons)
            #expect(rows.reduce(0) { $0 + $1.eligible } == total.eligible)
            #expect(rows.allSatisfy { $0.byOutcome.reduce(0, +) == $0.persons })
            #expect(rows.dropLast().allSatisfy { !$0.region.isEmpty })
        }
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
            terms: Self.terms, rows: RowCounts(read: 20, used: 18, rejected: 1, skipped: 1), tally: Self.tally,
            reasons: ["b": 2, "a": 1, "none": 0])
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
                  "firstTimeFlagged": 3
                }

                """)
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
