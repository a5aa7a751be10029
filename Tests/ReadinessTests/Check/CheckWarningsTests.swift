import Civil
import Diagnostics
import Joining
import MadeUpRuns
import RoleLists
import Rules
import RunFolder
import Testing

@testable import Readiness

/// What a check says beside its results, word for word.
@Suite struct CheckWarningsTests {
    private static let people = (1...20).map { MadeUpPerson($0) }
    private static let recordings = people.recordings { _, _ in "CARD_ISSUED" }

    private func warnings(
        _ lists: [(role: String, text: String)], asOf: String = "2018-03-23",
        change: (inout CheckOptions) -> Void = { _ in }
    ) throws -> [String] {
        try MadeUpRun(lists, asOf: asOf, change: change).warnings()
    }

    @Test func cleanListsGiveNone() throws {
        #expect(try warnings([("population", Self.people.populationList), ("recordings", Self.recordings)]).isEmpty)
    }

    /// Over a fifth of the smaller list: probably the same people twice.
    @Test(arguments: [(4, false), (5, true)]) func listsOfTheSamePeopleAreNamed(same: Int, isTold: Bool) throws {
        let others = Array(Self.people.prefix(same)) + (30..<50 - same).map { MadeUpPerson($0) }
        #expect(others.count == 20)
        let warnings = try warnings([
            ("population", Self.people.populationList), ("population", others.populationList),
            ("recordings", Self.recordings),
        ])
        let told =
            "0-population.csv and 1-population.csv hold \(same) equal NIKs: probably two lists of the same people "
            + "(DP4 and DPT), which makes everyone a duplicate; give one of them only"
        #expect(warnings == (isTold ? [told] : []))
    }

    /// A past day of knowledge over a list without dates says too much.
    @Test func listsWithoutDatesAreNamed() throws {
        let undated = "NIK,STATUS\n" + Self.people.map { "\($0.nik),CARD_ISSUED\n" }.joined()
        let warnings = try warnings([("population", Self.people.populationList), ("recordings", undated)])
        #expect(warnings.count == 1)
        #expect(
            warnings.first?.hasPrefix(
                "1-recordings.csv: this list has no dates: all its rows count as known on 2018-03-23") == true)
    }

    /// A list of whom a requirement strikes, without dates, strikes early; any other makes ready early.
    @Test(arguments: [
        ("recordings", "NIK,STATUS\n\(people[0].nik),CARD_ISSUED\n", "people may count as ready too early"),
        ("military", "NIK,INSTANSI\n\(people[0].nik),TNI\n", "people may count as not eligible too early"),
        ("moved", "NIK,TUJUAN\n\(people[0].nik),Jakarta\n", "people may count as not eligible too early"),
    ])
    func whatListsWithoutDatesMayDo(role: String, list: String, harm: String) throws {
        let warnings = try warnings([("population", Self.people.populationList), (role, list)])
        #expect(warnings.contains { $0.hasSuffix(", so \(harm)") })
    }

    @Test func wordsOutsideTheirTableAreCounted() throws {
        var people = Self.people
        people[3].maritalStatus = "XX"
        people[4].maritalStatus = "YY"
        let run = try MadeUpRun([("population", people.populationList), ("recordings", Self.recordings)])
        #expect(
            run.warnings() == [
                "0-population.csv:1:F: column STATUS PERKAWINAN: 2 cells hold words not known yet (table of lists.json5); "
                    + "never guessed; look with: siappilih inspect 0-population.csv"
            ])
        #expect(run.report.hasDataProblems)
        #expect(run.report.inputs[0].counts["unmapped_marital_status"] == 2)
    }

    /// A code where a name is looked for is read as the code, as lists of this program have it; names below it are looked for
    /// in it. `-` and `0` are no names.
    @Test func codesAmongNamesAreCodes() throws {
        let places = ["MEDAN,127101", "1271,MEDAN KOTA", "1271,-", "MEDAN,0", "1271,Medan Baru Sekali"]
        let text =
            "NIK,NAMA,KABUPATEN,KECAMATAN\n"
            + zip(Self.people, places).map { "\($0.nik),\($0.name),\($1)\n" }.joined()
        let run = try MadeUpRun([("population", text), ("recordings", Self.recordings)])
        #expect(try run.rows("persons.csv").map { $0[3] } == ["127101", "127101", "1271", "1271", ""])
    }

    /// The rules have names of kabupaten, kecamatan and desa: a list without codes needs no table.
    @Test func namesOfRegionsAreFoundInTheRules() throws {
        let places = [
            "MEDAN,MEDAN KOTA", "Kota Medan,Kec. Medan Kota", "medan,Medan Baru Sekali", "KARO,Medan Kota", ",",
        ]
        let text =
            "NIK,NAMA,KABUPATEN,KECAMATAN\n"
            + zip(Self.people, places).map { "\($0.nik),\($0.name),\($1)\n" }.joined()
        let run = try MadeUpRun([("population", text), ("recordings", Self.recordings)])
        #expect(try run.rows("persons.csv").map { $0[3] } == ["127101", "127101", "", "", ""])
        #expect(
            run.warnings().contains(
                "0-population.csv: 3 rows name no region, or one that is in no table of regions; these people are "
                    + "without a region; give a table of codes and names with --regions F, or one region with "
                    + "--region CODE before this list"))
        #expect(
            run.warnings(.indonesian).contains(
                "0-population.csv: 3 baris menyebut wilayah dengan nama yang tidak ditemukan di tabel wilayah, atau "
                    + "tidak menyebutnya; orangnya tanpa wilayah; beri tabel kode dan nama dengan --regions F, atau satu "
                    + "wilayah dengan --region KODE sebelum daftar ini"))
    }

    /// A list of which nobody has a region is named before forms are made of it.
    @Test(arguments: [
        ("NIK,NAMA", "", nil, true), ("NIK,NAMA,KODE DESA", ",", nil, true),
        ("NIK,NAMA,KODE DESA", ",1271901001", nil, false), ("NIK,NAMA", "", "1271", false),
    ])
    func aListWithoutRegionsIsNamed(heading: String, cell: String, given: String?, isNamed: Bool) throws {
        let text = heading + "\n" + Self.people.map { "\($0.nik),\($0.name)\(cell)\n" }.joined()
        let folder = try TemporaryFolder()
        let run = try MadeUpRun(
            [
                ListInput(role: "population", path: try folder.write("p.csv", text), region: given),
                ListInput(role: "recordings", path: try folder.write("r.csv", Self.recordings)),
            ], asOf: "2018-03-23", in: folder)
        let said = [
            "p.csv: nobody on this list has a region code: their forms will stand in a folder called unknown; give the "
                + "region with --region CODE before this list",
            "p.csv: tidak seorang pun di daftar ini punya kode wilayah: formulirnya akan masuk ke folder unknown; beri "
                + "wilayahnya dengan --region KODE sebelum daftar ini",
        ]
        #expect(run.warnings().contains(said[0]) == isNamed, "\(run.warnings())")
        #expect(run.warnings(.indonesian).contains(said[1]) == isNamed)
        #expect((run.report.inputs[0].counts["without_region"] ?? 0) == (isNamed ? Self.people.count : 0))
    }

    @Test func theDayIsOddBeforeTheRulesAndAfterTheVote() throws {
        let none = AsOfFindings.of(try ShippedRules.ruleset(asOf: "2018-06-27"))
        #expect(none.isEmpty)
        let late = AsOfFindings.of(try ShippedRules.ruleset(asOf: "2018-06-28"))
        #expect(
            late.map { $0.rendered(in: .english) } == [
                "the as-of date 2018-06-28 is after polling day 2018-06-27: what is dated after that day does not "
                    + "count all the same; check --as-of"
            ])
        #expect(
            late.map { $0.rendered(in: .indonesian) } == [
                "tanggal data 2018-06-28 sesudah hari pemungutan suara 2018-06-27: yang tertanggal sesudah hari itu "
                    + "tetap tidak dihitung; periksa --as-of"
            ])
        let ruleset = try ShippedRules.ruleset(asOf: "2016-01-01")
        let first = try #require(ruleset.inForceFrom)
        let early = AsOfFindings.of(ruleset)
        #expect(early.map(\.code) == ["as_of_before_rules"])
        #expect(
            early.first?.rendered(in: .english)
                == "the as-of date 2016-01-01 is before pkpu-2-2017 was in force (\(first)): its requirements decide "
                + "all the same; check --as-of")
        #expect(early.allSatisfy { $0.severity == .warning })
    }

    /// A list that is written to while it is read is no list: the run ends.
    @Test func aListThatChangesIsRefused() throws {
        let run = try MadeUpRun([("population", Self.people.populationList), ("recordings", Self.recordings)])
        let inputs = try CheckInputs(
            run.options, ShippedRules.ruleset(), memory: .standard, spools: run.folder.path)
        try inputs.refuseChanged()
        try run.folder.write("1-recordings.csv", Self.recordings + "\n")
        let failure = #expect(throws: Failure.self) { try inputs.refuseChanged() }
        #expect(failure?.kind == .input)
        #expect(
            failure?.findings.map { $0.rendered(in: .english) } == [
                "\(run.folder.path)/1-recordings.csv: this file changed while it was being read; close what writes it "
                    + "and run again"
            ])
    }

    @Test func namesOfAGivenTableComeFirstAndCodesItLacksAreTold() throws {
        let folder = try TemporaryFolder()
        let table = try folder.write("wilayah.csv", "code,name\n12.71.90,KECAMATAN SATU\n127191,KECAMATAN DUA\n")
        let run = try MadeUpRun(
            [("population", Self.people.populationList), ("recordings", Self.recordings)], in: folder
        ) { $0.regions = table }
        #expect(
            run.warnings() == [])
        let names = try run.rows("recap-kecamatan.csv").map { ($0[0], $0[1]) }
        #expect(names.first.map { $0.0 } == "127190")
        #expect(names.first.map { $0.1 } == "KECAMATAN SATU")
        #expect(run.report.summary.rows.used == 20)
    }
}

/// Codes that a table of regions lacks.
@Suite struct UnknownRegionsTests {
    private func totals(_ regions: [String]) throws -> RegionTotals {
        let terms = RunTerms(
            outcomes: [.init(id: "fine", eligible: true, recorded: true, flagged: false, bySex: false)],
            maleCode: "L", femaleCode: "P", regionNames: [:])
        let rows = regions.map { digits in
            TallyRow(
                region: RegionCode(digits: UInt64(digits) ?? 0, length: digits.utf8.count) ?? .unknown, sex: 0,
                outcome: 0, kpuCode: 0, firstTime: false, persons: 2)
        }
        return RegionTotals(TallyTable(rows, terms: terms), terms: terms)
    }

    @Test func codesAreMissedAtLevelsOfTheTableOnly() throws {
        let strangers = UnknownRegions(
            try totals(["1271", "1272", "1273", "127190", "1271901001", ""]), table: ["1271": "A", "1271901002": "B"],
            names: ["1271": "A", "1271901002": "B", "1273": "C"])
        #expect(strangers.people == 4)
        #expect(strangers.codes == ["1272", "1271901001"])
    }

    @Test func aTableThatHasThemAllSaysNothing() throws {
        #expect(
            UnknownRegions(try totals(["1271"]), table: ["1271": "A"], names: ["1271": "A"]).warnings("w.csv").isEmpty)
    }

    @Test func fiveAreNamed() throws {
        let strangers = UnknownRegions(
            try totals((1...7).map { "127\($0)" }), table: ["1299": "Z"], names: ["1299": "Z"])
        #expect(
            strangers.warnings("w.csv").map { $0.rendered(in: .english) } == [
                "w.csv: 7 region codes of 14 people are not in this table: 1271, 1272, 1273, 1274, 1275, …; complete "
                    + "the table or correct the codes"
            ])
        #expect(
            strangers.warnings("w.csv").map { $0.rendered(in: .indonesian) } == [
                "w.csv: 7 kode wilayah dari 14 orang tidak ada di tabel ini: 1271, 1272, 1273, 1274, 1275, …; "
                    + "lengkapi tabelnya atau betulkan kodenya"
            ])
    }
}
