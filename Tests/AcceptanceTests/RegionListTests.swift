import Foundation
import Testing

/// Tables of regions and of official totals as offices write them, and the names that the rules know.
@Suite(.enabled(if: Program.canCheck)) struct RegionListTests {
    private static let heading = "NKK,NIK,NAMA,TANGGAL LAHIR,STATUS KAWIN,L/P,ALAMAT,RT,RW,KODE DESA,TPS\n"

    private static func person(_ number: Int, region: String = "1206901001") -> String {
        "1206900101100001,120690170890000\(number),Orang \(number),17/08/1990,S,L,Gg. 1,1,1,\(region),1\n"
    }

    private static func windows1252(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    private static let tables: [(String, [UInt8])] = [
        ("semicolons", Array("kode;nama\n12.06;KARO\n12.06.90;CONTOH\n12.06.90.1001;SUKA CITA\n".utf8)),
        (
            "three columns",
            Array("code,name,level\n1206,KARO,kabupaten\n120690,X,kecamatan\n1206901001,SUKA CITA,desa\n".utf8)
        ),
        ("Indonesian headings", Array("No;Kode Wilayah;Nama Wilayah\n1;1206;KARO\n2;1206901001;SUKA CITA\n".utf8)),
        (
            "a workbook",
            WorkbookFile([
                ("Sampul", [["DAFTAR KODE WILAYAH"]]),
                ("Kode", [["kode", "nama"], ["#1206", "KARO"], ["12.06.90.1001", "SUKA CITA"]]),
                ("Lain", [["kode", "nama"], ["#1271.0", "MEDAN"]]),
            ]).bytes
        ),
        (
            "UTF-16",
            [0xFF, 0xFE]
                + "kode\tnama\r\n1206\tKARO\r\n1206901001\tSUKA CITA\r\n".utf16.flatMap {
                    [UInt8($0 & 255), UInt8($0 >> 8)]
                }
        ),
        ("Windows-1252", windows1252("kode;nama\n1206;KARO\n1206901001;SUKA CITA\n1206901002;CAF\u{C9}\n")),
    ]

    @Test(arguments: tables) func regionTablesAreReadAsListsAre(_ kind: String, _ bytes: [UInt8]) async throws {
        let check = try await OfficeCheck(
            files: [
                ("population", "p.csv", Array((Self.heading + Self.person(1)).utf8)), ("regions", "reg.xlsx", bytes),
            ])
        #expect(check.outcome.exitCode == 0, "\(kind): \(check.outcome.errors)")
        let desa = try check.run.table("recap-desa.csv").rows
        #expect(desa.first { $0["region"] == "1206901001" }?["name"] == "SUKA CITA", "\(kind)")
    }

    @Test func aRepeatedCodeIsNamed() async throws {
        let check = try await OfficeCheck(
            files: [
                ("population", "p.csv", Array((Self.heading + Self.person(1)).utf8)),
                ("regions", "reg.csv", Array("code,name\n1206901001,SUKA CITA\n1206901001,SUKA RAME\n".utf8)),
            ])
        #expect(check.outcome.exitCode == 0)
        #expect(check.said.contains("1206901001") && check.said.contains("reg.csv:3"), "\(check.said)")
        #expect(try check.run.table("recap-desa.csv").rows.first?["name"] == "SUKA CITA")
    }

    /// The names of the province's desa ship: nothing of them is printed as a number.
    @Test func theNamesOfTheProvinceShip() async throws {
        let places = ["1271011001", "1206012004", "1207281007", "1278012024"]
        let people = places.enumerated().map { Self.person($0.offset + 1, region: $0.element) }.joined()
        let check = try await OfficeCheck([("population", Self.heading + people)])
        for table in ["recap-kabupaten.csv", "recap-kecamatan.csv", "recap-desa.csv"] {
            let rows = try check.run.table(table).rows
            #expect(rows.count == 4 && rows.allSatisfy { $0["name"]?.isEmpty == false }, "\(table) \(rows)")
        }
        let desa = try check.run.table("recap-desa.csv").rows
        #expect(desa.first { $0["region"] == "1207281007" }?["name"] == "Lubuk Pakam I,II")
        let report = try await check.workdir.run(["report", "run", "--rules", Program.rules, "--quiet"])
        #expect(report.exitCode == 0, "\(report.errors)")
        let forms =
            FileManager.default.enumerator(atPath: check.workdir.path("run/report/form-ac"))?
            .compactMap { $0 as? String }.filter { $0.hasSuffix(".xlsx") } ?? []
        #expect(forms.count == 4)
        for form in forms {
            let name = form.split(separator: "/").last ?? ""
            #expect(name.drop { $0.isNumber }.contains { $0.isLetter && $0 != "x" }, "\(form)")
        }
    }

    /// Every kabupaten/kota, kecamatan and desa of the province stands in the table, each in its parent.
    @Test func theTableIsWhole() throws {
        let text = try String(
            contentsOf: Program.root.appendingPathComponent("rules/regions/sumatera-utara.csv"), encoding: .utf8)
        let rows = ResultTable(text).rows
        let codes = rows.compactMap { $0["code"] }
        let known = Set(codes)
        #expect(known.count == codes.count && codes == codes.sorted())
        #expect([4, 6, 10].map { length in codes.count { $0.utf8.count == length } } == [33, 444, 6110])
        for code in codes where code.utf8.count > 4 {
            #expect(known.contains(String(code.prefix(code.utf8.count == 6 ? 4 : 6))), "\(code)")
        }
        #expect(rows.allSatisfy { row in row["name"].map { !$0.isEmpty && !$0.hasSuffix(" ") } ?? false })
    }

    /// A run to report, with one person of one desa.
    private func report(_ official: String, _ bytes: [UInt8]) async throws -> (Workdir, Program.Outcome) {
        let check = try await OfficeCheck([("population", Self.heading + Self.person(1))])
        _ = try check.persons()
        try check.workdir.write(official, bytes)
        let outcome = try await check.workdir.run(
            ["report", "run", "--rules", Program.rules, "--lang", "en", "--official", official])
        return (check.workdir, outcome)
    }

    @Test(arguments: [
        ("resmi.csv", Array("region;eligible;recorded;not_recorded\n1206;6,0;11.0;5.00\n".utf8)),
        (
            "resmi.xlsx",
            WorkbookFile([
                ("Resmi", [["Kode", "Wajib KTP", "Sudah Rekam", "Belum Rekam"], ["#1206", "#6.0", "#11", "#5"]])
            ]).bytes
        ),
        (
            "nama.csv",
            Array("Kabupaten/Kota\tWajib KTP\tSudah Rekam\tBelum Rekam\nKAB. KARO\t6,0\t11\t5\n".utf16).flatMap {
                [UInt8($0 & 255), UInt8($0 >> 8)]
            }
        ),
    ])
    func decimalsAreNeverTens(_ name: String, _ bytes: [UInt8]) async throws {
        let isUTF16 = bytes.count > 1 && bytes[1] == 0
        let (workdir, outcome) = try await report(name, isUTF16 ? [0xFF, 0xFE] + bytes : bytes)
        try #require(outcome.exitCode == 0, "\(outcome.errors)")
        let recap = try WrittenWorkbook(try workdir.bytes("run/report/recap.xlsx"))
        let cells = try recap.sheetNames.flatMap { try recap.rows($0) }.flatMap(\.values)
        #expect(!cells.contains("60") && !cells.contains("110") && !cells.contains("500"))
        #expect(cells.contains("6") && cells.contains("11"))
    }

    /// A region of the official table that the run does not have is named.
    @Test func regionsOutsideTheRunAreNamed() async throws {
        let (_, outcome) = try await report(
            "resmi.csv", Array("region,eligible,recorded,not_recorded\n1206,6,1,5\n1299,6,1,5\n1288,1,1,0\n".utf8))
        #expect(outcome.exitCode == 0)
        #expect(
            outcome.errors.contains(
                "resmi.csv: the run does not have 1299 (row 3), 1288 (row 4): these figures are not compared"),
            "\(outcome.errors)")
    }

    /// A workbook that is no such table is refused in a few words.
    @Test func anotherWorkbookIsRefusedBriefly() async throws {
        let rows = (0..<80).map { ["\($0)", "x\($0)", "y"] }
        let (_, outcome) = try await report("resmi.xlsx", WorkbookFile([("Lain", [["a", "b", "c"]] + rows)]).bytes)
        #expect(outcome.exitCode == 3 && outcome.errors.split(separator: "\n").count < 6, "\(outcome.errors)")
    }
}
