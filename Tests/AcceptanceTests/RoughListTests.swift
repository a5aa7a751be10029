import Testing

/// Lists so rough that a reader may stumble: the program neither traps nor loses a row.
@Suite(.enabled(if: Program.canCheck)) struct RoughListTests {
    static let heading = "NIK,NAMA,TANGGAL LAHIR,STATUS KAWIN,JENIS KELAMIN\n"
    static let rows = [
        "1271901708900001,Budi,17-08-1990,B,L\n", "1271905709920002,Siti,17-09-1992,S,P\n",
        "1271900101550003,Terang,01-01-1955,P,L\n",
    ]

    /// Runs a check of one list and gives its rows by fate: `row code` of those set aside, and how many decided.
    private func check(_ bytes: [UInt8], _ options: [String] = []) async throws -> (Program.Outcome, [String], Int) {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", bytes)
        let outcome = try await workdir.run(Lists.check + ["--persons"] + options)
        try #require([0, 1, 3].contains(outcome.exitCode), "exit \(outcome.exitCode): \(outcome.errors)")
        guard outcome.exitCode != 3 else {
            #expect(!workdir.exists("run"))
            return (outcome, [], -1)
        }
        let run = Run(workdir: workdir, folder: "run")
        let rows = try run.json("summary.json")["rows"] as? [String: Int] ?? [:]
        let parts = ["decided", "rejected", "skipped"].map { rows[$0] ?? 0 }
        #expect(rows["read"] == parts.reduce(0, +))
        #expect((outcome.exitCode == 1) == (parts[0] == 0), "nobody decided is no success")
        #expect(try run.table("persons.csv").rows.count == parts[0])
        let aside = try run.table("rejected.csv").rows.map { "\($0["row"] ?? "") \($0["code"] ?? "")" }
        #expect(aside.count == parts[1] + parts[2])
        return (outcome, aside, parts[0])
    }

    private func list(_ rows: [String]) -> [UInt8] {
        Array((RoughListTests.heading + rows.joined()).utf8)
    }

    @Test func raggedRowsAreRejected() async throws {
        let all = RoughListTests.rows
        let (_, aside, decided) = try await check(
            list([all[0], "123\n", all[1], "a,b,c,d,e,f\n", all[2].dropLast() + ",,\n"]))
        #expect(aside == ["3 cell_count", "5 cell_count"])
        #expect(decided == 3)
    }

    @Test func anUnclosedQuoteIsNamedByTheRowWhereItOpened() async throws {
        let all = RoughListTests.rows
        let (_, aside, _) = try await check(list([all[0], "1271901708900009,\"Bud,17-08-1990,B,L\n", all[1], all[2]]))
        #expect(aside.first == "3 unclosed_quote")
    }

    @Test func aQuoteInsideACellIsText() async throws {
        let (_, aside, decided) = try await check(list(["1271901708900001,Budi \"Ucok\",17-08-1990,B,L\n"]))
        #expect(aside.isEmpty && decided == 1)
    }

    @Test func nulBytesAreText() async throws {
        var bytes = list(RoughListTests.rows)
        bytes[RoughListTests.heading.utf8.count + 20] = 0
        let (_, aside, decided) = try await check(bytes)
        #expect(aside.isEmpty && decided == 3)
    }

    @Test func windows1252IsSaidAloud() async throws {
        var bytes = list(RoughListTests.rows)
        bytes[RoughListTests.heading.utf8.count + 18] = 0xE9
        let (outcome, aside, decided) = try await check(bytes)
        #expect(aside.isEmpty && decided == 3)
        #expect(outcome.output.contains("1252"))
    }

    @Test func aCellOfTenMegabytesIsRejectedAlone() async throws {
        let all = RoughListTests.rows
        let huge = "1271901708900009," + String(repeating: "x", count: 10_000_000) + ",17-08-1990,B,L\n"
        let (_, aside, decided) = try await check(list([all[0], huge, all[1]]))
        #expect(aside == ["3 cell_too_long"] && decided == 2)
    }

    @Test func aQuotedCellOfTenMegabytesIsRejectedAlone() async throws {
        let all = RoughListTests.rows
        let huge = "1271901708900009,\"" + String(repeating: "x", count: 10_000_000) + "\",17-08-1990,B,L\n"
        let (_, aside, decided) = try await check(list([all[0], huge, all[1]]))
        #expect(aside == ["3 cell_too_long"] && decided == 2)
    }

    @Test func aHundredThousandColumnsAreRead() async throws {
        let headings = "NIK,NAMA" + (0..<100_000).map { ",K\($0)" }.joined() + "\n"
        let row = "1271901708900001,Budi" + String(repeating: ",", count: 100_000) + "\n"
        let (outcome, _, decided) = try await check(Array((headings + row + row).utf8))
        #expect(decided == 2 || outcome.exitCode == 3, "\(outcome.errors)")
    }

    /// Bytes changed, cut out and doubled at random places: never a trap, never a lost row.
    @Test(arguments: 1...24) func damagedBytesNeverTrap(_ seed: UInt64) async throws {
        let district = District(election: .pilkada2018, asOf: Day("2017-11-18"), people: 60, seed: seed)
        var random = SeededRandom(seed: seed)
        let file = random.pick(district.files.filter { $0.meant.role == "population" })
        var bytes = file.bytes
        for _ in 0..<random.number(1...40) {
            let place = random.number(0...(bytes.count - 1))
            switch random.number(1...4) {
            case 1: bytes[place] = UInt8(random.number(0...255))
            case 2: bytes[place] = random.pick([0x22, 0x0A, 0x0D, 0x2C, 0x00, 0xFF])
            case 3: bytes.remove(at: place)
            default: bytes.insert(contentsOf: bytes[place...min(place + 30, bytes.count - 1)], at: place)
            }
        }
        _ = try await check(bytes)
    }
}
