import Diagnostics
import Foundation
import MadeUpRuns
import Rules
import RunFolder
import Testing

@testable import ReportData

/// Published totals, in whatever form an office sends them.
@Suite struct OfficialTotalsTests {
    private func read(_ bytes: [UInt8], adding names: [String: String] = [:]) throws -> OfficialTotals {
        let folder = try TemporaryFolder()
        let path = folder.path + "/resmi.csv"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let ruleset = try ShippedRules.ruleset(asOf: "2018-03-23")
        return try OfficialTotals(
            reading: path, ruleset.schema, names: ruleset.regionNames.merging(names) { $1 }, spools: folder.path)
    }

    private func read(_ text: String) throws -> OfficialTotals { try read(Array(text.utf8)) }

    private func texts(_ findings: [Finding], _ language: Language = .english) -> [String] {
        findings.map { finding in
            let text = finding.rendered(in: language)
            return text.range(of: "/resmi.csv").map { String(text[text.index(after: $0.lowerBound)...]) } ?? text
        }
    }

    /// The figures alone, without where they stand.
    private func figures(_ totals: OfficialTotals) -> [String: [Int?]] {
        totals.lines.mapValues { [$0.eligible, $0.recorded, $0.notRecorded] }
    }

    /// The governor's office's figures of November 2017, which do not agree with each other.
    @Test(arguments: [",", ";", "\t"])
    func figuresAndTheirOwnDifference(divider: String) throws {
        let text = "\u{FEFF}region,eligible,recorded,not_recorded\r\n,10.335.695,8.580.828,1.774.867\r\n12.71,500,,\n\n"
            .split(separator: ",", omittingEmptySubsequences: false).joined(separator: divider)
        let totals = try read(text)
        #expect(figures(totals) == ["": [10_335_695, 8_580_828, 1_774_867], "1271": [500, nil, nil]])
        #expect(totals.lines[""]?.ownDifference == -20_000)
        #expect(totals.lines["1271"]?.ownDifference == nil)
        #expect(totals.notes.isEmpty)
    }

    private static let forms: [(String, String)] = [
        ("decimals", "region;eligible;recorded;not_recorded\n;9,0;7;2\n1271;6,0;1.0;5.00\n1206;3;;\n"),
        (
            "an office's table",
            """
            DINAS KEPENDUDUKAN;;;;;
            PEREKAMAN KTP-EL;;;;;
            NO;KODE WILAYAH;KABUPATEN/KOTA;WAJIB KTP-EL;SUDAH REKAM;BELUM REKAM
            (1);(2);(3);(4);(5);(6)
            1;12.71;KOTA MEDAN;6;1;5
            2;12.06;KAB. KARO;3;-;
            JUMLAH;;;9;7;2
            ;;;;Medan, 5 Maret;
            ;;;;KEPALA DINAS;

            """
        ),
        (
            "names instead of codes",
            "No,Kabupaten/Kota,Wajib KTP,Sudah Rekam,Belum Rekam\n1,Medan,6,1,5\n2,Kab. Karo,3,,\nJumlah,Jumlah,9,7,2\n"
        ),
    ]

    @Test(arguments: forms) func tablesAreReadAsListsAre(_ form: String, _ text: String) throws {
        let expected: [String: [Int?]] = ["": [9, 7, 2], "1271": [6, 1, 5], "1206": [3, nil, nil]]
        #expect(figures(try read(text)) == expected, "\(form)")
    }

    /// A signature below the figures stops nothing, and is said.
    @Test func rowsThatSayNothingAreNamed() throws {
        let totals = try read(
            "kode;wajib ktp;sudah rekam\n1271;6;1\n1206;;\nSumber: Dinas\n;;Kepala Dinas\n;;\nNIP;;1975010120030310\n")
        #expect(figures(totals) == ["1271": [6, 1, nil]])
        #expect(
            texts(totals.notes) == [
                "resmi.csv: 4 rows (3, 5, 7, 4) without figures that can be read; left out"
            ])
        #expect(
            texts(totals.notes, .indonesian) == [
                "resmi.csv: 4 baris (3, 5, 7, 4) tanpa angka yang dapat dibaca; dilewati"
            ])
    }

    private static let unknown =
        "this region is not known: write a code of 2, 4, 6 or 10 digits, or its name as in the table of regions; empty "
        + "for the whole"
    private static let notWhole = "figures must be whole numbers; dots or commas divide thousands"

    @Test(arguments: [
        (
            "a,b\nc,d\n",
            [
                "resmi.csv: there is no heading row among the first 30 rows; give the table of official totals a heading "
                    + "row with at least: SUDAH REKAM"
            ]
        ),
        (
            "region,eligible\n1271,6\n",
            [
                "resmi.csv:1: there is no column SUDAH REKAM, which must stand in \"table of official totals\"; headings "
                    + "found: region, eligible; give the column one of these headings: SUDAH REKAM, Recorded, SUDAH "
                    + "MEREKAM, TELAH REKAM, TELAH MEREKAM, SUDAH PEREKAMAN, PEREKAMAN, JUMLAH PEREKAMAN, REKAM, SUDAH "
                    + "REKAM KTP-EL"
            ]
        ),
        (
            "region,eligible,recorded,not_recorded\n,10,335,695,8\n1271,1,2\n",
            [
                "resmi.csv:2: 5 cells where the heading has 4; look for missing or extra delimiters in this row",
                "resmi.csv:3: 3 cells where the heading has 4; look for missing or extra delimiters in this row",
            ]
        ),
        (
            "region,eligible,recorded,not_recorded\n127,1,1,1\nMedan,1,1,1\n",
            ["resmi.csv:2:A: \(unknown)", "resmi.csv:3:A: \(unknown)"]
        ),
        (
            "region,eligible,recorded,not_recorded\n1271,x,1,1\n,1,6.5,1\n",
            ["resmi.csv:2:B: \(notWhole)", "resmi.csv:3:C: \(notWhole)"]
        ),
        ("region,eligible,recorded,not_recorded\n,1,1,1\n,1,1,1\n", ["resmi.csv:3: this region stands twice"]),
        ("region,eligible,recorded,not_recorded\n1271,-,,\n", ["resmi.csv: no row holds any figures"]),
        ("", ["resmi.csv: the file is empty; ask for the file again, or leave it out"]),
    ])
    func refusals(text: String, messages: [String]) {
        let failure = #expect(throws: Failure.self) { try read(text) }
        #expect(failure?.kind == .input)
        #expect(failure.map { texts($0.findings) } == messages)
    }

    @Test(arguments: [
        ("region,recorded\n,1\n,1\n", "resmi.csv:3: wilayah ini sudah disebut"),
        ("region,recorded\n1271,-\n", "resmi.csv: tidak satu baris pun memuat angka"),
    ])
    func refusalsInIndonesian(text: String, message: String) {
        let failure = #expect(throws: Failure.self) { try read(text) }
        #expect(failure.map { texts($0.findings, .indonesian) } == [message])
    }

    @Test func manyProblemsAreCounted() throws {
        let rows = (10...41).map { "12\($0),x,1,1" }
        let failure = #expect(throws: Failure.self) {
            try read((["region,eligible,recorded,not_recorded"] + rows).joined(separator: "\n"))
        }
        let findings = failure?.findings ?? []
        #expect(findings.count == 11)
        #expect(texts(findings).last == "resmi.csv: 22 more things cannot be read")
        #expect(texts(findings, .indonesian).last == "resmi.csv: 22 hal lain juga tidak dapat dibaca")
    }

    /// Every line of a region that the run does not have is named; so are those of levels that are not compared.
    @Test func linesBesideNothingAreNamed() throws {
        let people = (1...40).map { MadeUpPerson($0, regency: $0 > 30 ? "1212" : "1271") }
        let made = try MadeUpRun([("population", people.populationList)])
        let source = try ReportSource(
            made.run(), book: ShippedRules.book(), language: .english, office: Office(), programVersion: "1")
        let totals = try read(
            "region,eligible,recorded,not_recorded\n,9,8,1\n1271,6,1,5\n1299,1,1,0\n12,9,8,1\n127190,1,1,0\n1271991001,1,1,0\n"
        )
        #expect(
            texts(totals.warnings(source.areas)) == [
                "resmi.csv: the run does not have 1299 (row 4), 1271991001 (row 7): these figures are not compared",
                "resmi.csv: only the whole and kabupaten/kota are compared, not 12 (row 5), 127190 (row 6)",
            ])
        #expect(
            texts(totals.warnings(source.areas), .indonesian) == [
                "resmi.csv: hasil ini tidak memuat wilayah 1299 (baris 4), 1271991001 (baris 7): angkanya tidak "
                    + "dibandingkan",
                "resmi.csv: hanya seluruhnya dan kabupaten/kota dibandingkan, bukan 12 (baris 5), 127190 (baris 6)",
            ])
    }
}
