import Foundation
import Testing

/// Region tables, official totals, polling stations and family cards as offices write them.
@Suite(.enabled(if: Program.canCheck)) struct RegionListTests {
    private static let heading = "NKK,NIK,NAMA,TANGGAL LAHIR,STATUS KAWIN,L/P,ALAMAT,RT,RW,KODE DESA,TPS\n"
    private static func person(_ number: Int, nkk: String = "1206900101100001", rt: Int = 1, tps: String = "1")
        -> String
    {
        "\(nkk),120690170890000\(number),Orang \(number),17/08/1990,S,L,Gg. \(rt),\(rt),1,1206901001,\(tps)\n"
    }

    private static func windows1252(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    private static let tables: [(String, [UInt8])] = [
        ("semicolons", Array("kode;nama\n12.06;KARO\n12.06.90;CONTOH\n12.06.90.1001;SUKA CITA\n".utf8)),
        (
            "three columns",
            Array("code,name,level\n1206,KARO,kabupaten\n127190,X,kecamatan\n1206901001,SUKA CITA,desa\n".utf8)
        ),
        ("Indonesian headings", Array("No;Kode Wilayah;Nama Wilayah\n1;1206;KARO\n2;1206901001;SUKA CITA\n".utf8)),
        (
            "a workbook",
            WorkbookFile([("Kode", [["kode", "nama"], ["1206", "KARO"], ["12.06.90.1001", "SUKA CITA"]])]).bytes
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
        let workdir = try Workdir()
        try workdir.write("p.csv", Self.heading + Self.person(1))
        try workdir.write("reg.csv", bytes)
        let outcome = try await workdir.run([
            "check", "--rules", Program.rules, "--election", "pilkada-2018", "--as-of", "2018-03-23", "--out", "run",
            "--population", "p.csv", "--regions", "reg.csv",
        ])
        #expect(outcome.exitCode == 0, "\(kind): \(outcome.errors)")
        let desa = try Run(workdir: workdir, folder: "run").table("recap-desa.csv").rows
        #expect(desa.first { $0["region"] == "1206901001" }?["name"] == "SUKA CITA", "\(kind)")
    }

    @Test func aRepeatedCodeIsNamed() async throws {
        let check = try await OfficeCheck(
            files: [
                ("population", "p.csv", Array((Self.heading + Self.person(1)).utf8)),
                ("regions", "reg.csv", Array("code,name\n1206901001,SUKA CITA\n1206901001,SUKA RAME\n".utf8)),
            ])
        #expect(check.said.contains("1206901001") && check.said.contains("reg.csv:3"), "\(check.said)")
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

    private static let totals = ["wilayah", "pemilih", "sudah rekam", "belum rekam"]

    @Test(arguments: [
        ("resmi.csv", Array("region;eligible;recorded;not_recorded\n1206;6,0;1.0;5.00\n".utf8)),
        (
            "resmi.xlsx",
            WorkbookFile([
                ("Resmi", [["region", "eligible", "recorded", "not_recorded"], ["1206", "#6.0", "#1", "#5"]])
            ]).bytes
        ),
    ])
    func decimalsAreNeverTens(_ name: String, _ bytes: [UInt8]) async throws {
        let (workdir, outcome) = try await report(name, bytes)
        guard outcome.exitCode == 0 else {
            #expect(outcome.exitCode == 3 && outcome.errors.contains("\(name):2"), "\(outcome.errors)")
            #expect(outcome.errors.split(separator: "\n").count < 6, "\(outcome.errors)")
            return
        }
        let recap = try WrittenWorkbook(try workdir.bytes("run/report/recap.xlsx"))
        let cells = try recap.sheetNames.flatMap { try recap.rows($0) }.flatMap(\.values)
        #expect(!cells.contains("60") && !cells.contains("10") && !cells.contains("500"))
        #expect(cells.contains("6") && cells.contains("5"))
    }

    /// A region of the official table that the run does not have is named.
    @Test func regionsOutsideTheRunAreNamed() async throws {
        let (_, outcome) = try await report(
            "resmi.csv", Array("region,eligible,recorded,not_recorded\n1299,6,1,5\n".utf8))
        #expect((outcome.output + outcome.errors).contains("1299"), "\(outcome.output)\(outcome.errors)")
    }

    /// `1` and `001` are one polling station: one sheet of the form.
    @Test func aStationIsANumber() async throws {
        let check = try await OfficeCheck([
            (
                "population",
                Self.heading + Self.person(1, tps: "1") + Self.person(2, tps: "001") + Self.person(3, tps: "01")
            )
        ])
        _ = try check.persons()
        let outcome = try await check.workdir.run(["report", "run", "--rules", Program.rules])
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let names =
            FileManager.default.enumerator(atPath: check.workdir.path("run/report/form-ac"))?
            .compactMap { $0 as? String }.filter { $0.hasSuffix(".xlsx") } ?? []
        let name = try #require(names.first)
        let form = try WrittenWorkbook(try check.workdir.bytes("run/report/form-ac/\(name)"))
        #expect(names.count == 1 && form.sheetNames.count == 1)
    }

    /// A family card of one repeated digit is no household.
    @Test(arguments: ["0000000000000000", "9999999999999999"])
    func aPlaceholderIsNoHousehold(_ nkk: String) async throws {
        let text =
            Self.heading + Self.person(1, nkk: nkk, rt: 1) + Self.person(2, nkk: "1206900101100007", rt: 2)
            + Self.person(3, nkk: nkk, rt: 9)
        let check = try await OfficeCheck([
            ("population", text), ("recordings", "NIK,STATUS\n1206901708900009,BELUM_REKAM\n"),
        ])
        _ = try check.persons()
        let outcome = try await check.workdir.run(["outreach", "run", "--rules", Program.rules])
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let names =
            FileManager.default.enumerator(atPath: check.workdir.path("run/outreach"))?
            .compactMap { $0 as? String }.filter { $0.hasSuffix(".csv") && $0.contains("/") } ?? []
        var households: [String] = []
        for name in names { households += try check.run.table("outreach/\(name)").rows.compactMap { $0["household"] } }
        #expect(households.filter { !$0.isEmpty }.count == 1 && households.count == 3, "\(households)")
    }
}
