import Diagnostics
import Foundation
import MadeUpRuns
import Rules
import Schema
import Testing

@testable import RoleLists

/// Tables of region names, in whatever form an office sends them.
@Suite struct RegionNamesTests {
    private func read(_ bytes: [UInt8], name: String = "wilayah.csv") throws -> RegionNames {
        let folder = try TemporaryFolder()
        let path = folder.path + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return try RegionNames(
            reading: path, digest: true, ShippedRules.ruleset(asOf: "2018-03-23").schema, spools: folder.path)
    }

    private func read(_ text: String) throws -> RegionNames { try read(Array(text.utf8)) }

    /// What is said, without the folder.
    private func texts(_ findings: [Finding], _ language: Language = .english) -> [String] {
        findings.map { finding in
            let text = finding.rendered(in: language)
            return text.range(of: "/wilayah.csv").map { String(text[text.index(after: $0.lowerBound)...]) } ?? text
        }
    }

    private static let three = ["9901": "Kota Satu", "990190": "Dua", "9901901001": "Tiga"]

    private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
            let (low, high) = (UInt8(unit & 255), UInt8(unit >> 8))
            return bigEndian ? [high, low] : [low, high]
        }
    }

    private static let forms: [(String, [UInt8])] = [
        ("as the rules have them", Array("code,name\n9901,Kota Satu\n990190,Dua\n9901901001,Tiga\n".utf8)),
        ("mark, CRLF, dots", Array("\u{FEFF}code,name\r\n99.01,Kota Satu\r\n99.01.90,Dua\r\n99.01.90.1001,Tiga".utf8)),
        ("semicolons", Array("kode;nama\n99.01;Kota Satu\n99.01.90;Dua\n99.01.90.1001;Tiga\n".utf8)),
        ("tabulators", Array("Kode Wilayah\tNama Wilayah\n9901\tKota Satu\n990190\tDua\n9901901001\tTiga\n".utf8)),
        (
            "a third column",
            Array("code,name,level\n9901,Kota Satu,kota\n990190,Dua,kecamatan\n9901901001,Tiga,\n".utf8)
        ),
        (
            "numbers, a letterhead, a numbering row",
            Array(
                "DAFTAR WILAYAH;;\nKota Satu;;\nNo;KODE;NAMA\n1;2;3\n1;9901.0;Kota Satu\n2;990190.0;Dua\n3;9901901001.0;Tiga\n"
                    .utf8)
        ),
        ("UTF-16 LE", utf16("kode\tnama\n9901\tKota Satu\n990190\tDua\n9901901001\tTiga\n", bigEndian: false)),
        ("UTF-16 BE", utf16("kode;nama\n9901;Kota Satu\n990190;Dua\n9901901001;Tiga\n", bigEndian: true)),
        (
            "blanks and quotes",
            Array(
                "kode;nama\n\u{A0}99.01 ;\" Kota  Satu\u{200B}\"\n'990190;\u{3000}Dua\n=\"9901901001\";\t Tiga \n".utf8)
        ),
    ]

    @Test(arguments: forms) func tablesAreReadAsListsAre(_ form: String, _ bytes: [UInt8]) throws {
        let table = try read(bytes)
        #expect(table.names == Self.three, "\(form)")
        #expect(table.report.rows.isReconciled && table.report.rows.used == 3)
        #expect(table.report.headerMap.map(\.column).sorted() == ["code", "name"])
    }

    @Test func namesAreWindows1252WhereTheyAreNoUTF8() throws {
        let table = try read(Array("kode;nama\n9901;CAF".utf8) + [0xC9, 0x0A])
        #expect(table.names == ["9901": "CAF\u{C9}"])
        #expect(table.report.encoding == "Windows-1252" && table.report.delimiter == ";")
    }

    /// What could not be used is counted and named, with its row, its column and why.
    @Test func rowsWithoutUseAreNamed() throws {
        let table = try read(
            """
            No,Kode,Nama
            1,9901,Satu
            2,99019,Dua
            3,,Tiga
            4,990190,
            5,990191,Empat,Lima
            6,"990192,Enam
            7,9901,SATU
            8,9901,Tujuh
            ,,
            Jumlah,,3

            """)
        #expect(table.names == ["9901": "Satu"])
        #expect(table.report.rows == RowCounts(read: 10, used: 2, rejected: 6, skipped: 2))
        #expect(
            texts(table.findings) == [
                "wilayah.csv:3:B: 2 rows (3, 4) without a code of 2, 4, 6 or 10 digits; not used; correct the code",
                "wilayah.csv:5:C: 1 row (5) without a name; not used; fill in the name",
                "wilayah.csv:9: the code 9901 stands above with another name; the first is used; not used: 1 row (9); remove "
                    + "the wrong one",
                "wilayah.csv:6: 4 cells where the heading has 3; look for missing or extra delimiters in this row",
                "wilayah.csv:7: a quote is opened in this row and never closed; remove or close it",
            ])
        #expect(
            texts(table.findings, .indonesian).prefix(3) == [
                "wilayah.csv:3:B: 2 baris (3, 4) tanpa kode 2, 4, 6, atau 10 angka; tidak dipakai; betulkan kodenya",
                "wilayah.csv:5:C: 1 baris (5) tanpa nama; tidak dipakai; isi namanya",
                "wilayah.csv:9: kode 9901 sudah disebut dengan nama lain; yang pertama dipakai; tidak dipakai: 1 baris (9); hapus "
                    + "yang keliru",
            ])
        #expect(table.findings.allSatisfy { $0.severity == .warning })
    }

    @Test func aThirdColumnIsNeverGluedToAName() throws {
        let table = try read("code,name\n9901,Satu\n990190,Dua,kecamatan\n990191,Tiga,\n990192,Empat,desa\n")
        #expect(table.names == ["9901": "Satu", "990191": "Tiga"])
        #expect(
            texts(table.findings) == [
                "wilayah.csv:3: 3 cells where the heading has 2; look for missing or extra delimiters in this row: "
                    + "2 rows (3, 5)"
            ])
    }

    @Test func manyCodesOfTwoNamesAreCounted() throws {
        let rows = (10...21).flatMap { ["99\($0),Satu", "99\($0),Dua"] }
        let table = try read((["code,name"] + rows).joined(separator: "\n") + "\n")
        #expect(table.names.count == 12 && table.findings.count == 11)
        #expect(texts(table.findings).last == "wilayah.csv: 2 more codes have two names as well")
        #expect(texts(table.findings, .indonesian).last == "wilayah.csv: 2 kode lain juga ditulis dengan dua nama")
    }

    @Test(arguments: [
        (
            "code,name\n99.1x,Kota\n",
            ["wilayah.csv:2:A: 1 row (2) without a code of 2, 4, 6 or 10 digits; not used; correct the code"]
        ),
        ("", ["wilayah.csv: the file is empty; ask for the file again, or leave it out"]),
        (
            "code,name\n\n\n,\n",
            [
                "wilayah.csv:1: there is only a heading, no row of data below it; ask for the table of region names again, "
                    + "or leave it out"
            ]
        ),
        (
            "9901,Kota\n",
            [
                "wilayah.csv: there is no heading row among the first 30 rows; give the table of region names a heading "
                    + "row with at least: KODE, NAMA"
            ]
        ),
        (
            "KODE DESA,NIK,NAMA\n9901901001,9901900101550003,Terang Ginting\n",
            [
                "wilayah.csv:1: this file has a column of NIKs: it is a list of people, no table of region names; check "
                    + "that it is the right file"
            ]
        ),
    ])
    func otherTablesAreRefused(text: String, expected: [String]) {
        let failure = #expect(throws: Failure.self) { try read(text) }
        #expect(failure?.kind == .input)
        #expect(failure.map { texts($0.findings) } == expected)
        #expect(failure?.findings.allSatisfy { $0.severity == .error } == true)
    }

    @Test func aTableWithoutAnyRegionIsRefused() {
        let failure = #expect(throws: Failure.self) { try read("No,Kode,Nama\n1,,\n2,,\n") }
        #expect(failure.map { texts($0.findings) } == ["wilayah.csv: no row has a code and a name of a region"])
        #expect(
            failure.map { texts($0.findings, .indonesian) }
                == ["wilayah.csv: tidak satu baris pun memuat kode dan nama wilayah"])
    }

    @Test func aMissingTableIsSaid() {
        let failure = #expect(throws: Failure.self) {
            try RegionNames(
                reading: "/missing/regions.csv", digest: false, ShippedRules.ruleset(asOf: "2018-03-23").schema,
                spools: "/missing")
        }
        #expect(
            failure?.findings.first?.rendered(in: .english)
                == "/missing/regions.csv: the list cannot be read: no such file or folder; check its name and folder")
    }

    /// Rules of one's own may not say how such a table is headed.
    @Test func aTableThatTheRulesDoNotDescribeIsRefused() throws {
        var schema = try ShippedRules.ruleset(asOf: "2018-03-23").schema
        schema.tables = []
        let failure = #expect(throws: Failure.self) {
            try RegionNames(reading: "w.csv", digest: false, schema, spools: "/missing")
        }
        #expect(
            failure?.findings.map { $0.rendered(in: .english) } == [
                "w.csv: the rules do not say which headings the table 'regions' has; add the table to 'tables' in "
                    + "lists.json5"
            ])
        #expect(
            failure?.findings.map { $0.rendered(in: .indonesian) } == [
                "w.csv: aturan tidak memuat judul kolom untuk tabel 'regions'; tambahkan tabel itu di bawah 'tables' "
                    + "dalam lists.json5"
            ])
    }

    /// Blanks around a name are those that Unicode calls white space, and the marks of no width.
    @Test func blanksAreSpacesOfAnyWidth() {
        let scalars = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
        let blanks = CharacterSet.whitespacesAndNewlines.union(CharacterSet(charactersIn: "\u{FEFF}"))
        #expect(scalars.filter(GivenTable.isBlank) == scalars.filter(blanks.contains))
    }
}
