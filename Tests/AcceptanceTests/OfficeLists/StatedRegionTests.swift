import Testing

/// Lists whose region stands above their heading alone.
@Suite(.enabled(if: Program.canCheck)) struct StatedRegionTests {
    private static let rows = """
        NO,NIK,NAMA,TANGGAL LAHIR,STATUS KAWIN,L/P
        1,1206901708900001,Ani,17-08-1990,B,P
        2,1206901708900002,Budi,17-08-1991,B,L

        """
    private static let names = """
        KODE;NAMA
        120690;Contoh
        1206902001;Mekar
        1206902002;Kembar
        1206902003;Kembar

        """

    private func check(_ above: [String], _ rows: String = rows) async throws -> OfficeCheck {
        let workdir = try Workdir()
        try workdir.write("wilayah.csv", Self.names)
        return try await OfficeCheck(
            [("population", above.map { $0 + "\n" }.joined() + rows)],
            options: ["--regions", workdir.path("wilayah.csv")])
    }

    @Test(
        arguments: [
            (["Desa/Kelurahan : 1206902001 MEKAR,,,,,"], "1206902001"),
            (["DAFTAR PEMILIH,,,,,", "Desa/Kelurahan,,: 12.06.90.2001 Mekar,,,"], "1206902001"),
            (["Kabupaten/Kota,: KARO,,,,", "Kecamatan,: Contoh,,,,", "Desa,: Mekar,,,,"], "1206902001"),
            (["Kabupaten/Kota :,1206 Karo,,,,", "Kecamatan :,Kec. Contoh,,,,", "Desa :,-,,,,"], "120690"),
            (["KABUPATEN : KARO,,,,,"], "1206"),
            (["Desa :,1206902001,,,,"], "1206902001"), (["Desa :,12.06.90.2001,Mekar,,,"], "1206902001"),
            // A name without its parents, one of two regions, one of none, codes and names that contradict each other.
            (["Desa : Mekar,,,,,"], ""),
            (["Kabupaten : KARO,,,,,", "Kecamatan : Contoh,,,,,", "Desa : Kembar,,,,,"], ""),
            (["Kabupaten : KARO,,,,,", "Kecamatan : Lain,,,,,"], ""),
            (["Kabupaten : 1271 MEDAN,,,,,", "Desa : 1206902001 Mekar,,,,,"], ""),
            (["Kabupaten : MEDAN,,,,,", "Desa : 1206902001 Mekar,,,,,"], ""),
            (["Desa : 1206902001 Mekar,,,,,", "Desa : 1206902002 Kembar,,,,,"], ""),
            // Titles are no statements.
            (["PEMERINTAH KABUPATEN KARO,,,,,", "DESA,MEKAR,,,,"], ""),
        ] as [([String], String)])
    func whatStandsAboveTheHeadingIsTheRegion(above: [String], region: String) async throws {
        let check = try await check(above)
        #expect(check.outcome.exitCode == 0, "\(check.outcome.errors)")
        #expect(try check.cells("region") == [region, region])
        #expect(check.said.contains("taken from the lines above the heading") == !region.isEmpty, "\(check.said)")
        #expect(check.said.contains("no column gives the region: \(region) is taken") == !region.isEmpty)
    }

    @Test func theRowIsNamed() async throws {
        let check = try await check(["DAFTAR PEMILIH,,,,,", ",,,,,", "Desa : 1206902001,,,,,"])
        #expect(
            check.said.contains(
                "list-1.csv:3: no column gives the region: 1206902001 is taken from the lines above the heading; if that is wrong, give the region with --region CODE before this list"
            ), "\(check.said)")
        let indonesian = try await OfficeCheck(
            [("population", "Desa : 1206902001,,,,,\n" + Self.rows)], language: "id")
        #expect(
            indonesian.said.contains(
                "list-1.csv:1: tidak ada kolom wilayah: wilayah 1206902001 diambil dari baris di atas judul kolom; bila salah, beri wilayahnya dengan --region KODE sebelum daftar ini"
            ), "\(indonesian.said)")
    }

    /// What was given with the list, or stands in its own column, is never displaced.
    @Test func aRegionOfItsOwnStands() async throws {
        let above = ["Desa : 1206902001 MEKAR,,,,,"]
        let coded = """
            NIK,NAMA,TANGGAL LAHIR,STATUS KAWIN,L/P,KODE DESA
            1206901708900001,Ani,17-08-1990,B,P,1206902002
            1206901708900002,Budi,17-08-1991,B,L,

            """
        let column = try await check(above, coded)
        #expect(try column.cells("region") == ["1206902002", ""])
        #expect(!column.said.contains("above the heading"))

        let workdir = try Workdir()
        try workdir.write("a.csv", above.map { $0 + "\n" }.joined() + Self.rows)
        let outcome = try await workdir.run([
            "check", "--rules", Program.rules, "--election", "pilkada-2018", "--as-of", "2018-03-23", "--persons",
            "--lang", "en", "--out", "run", "--region", "1206902003", "--population", "a.csv",
        ])
        try #require(outcome.exitCode == 0, "\(outcome.errors)")
        let rows = try Run(workdir: workdir, folder: "run").table("flagged.csv").rows
        #expect(rows.map { $0["region"] } == ["1206902003", "1206902003"])
        #expect(!outcome.output.contains("above the heading"))
    }

    /// Names in a column are looked up in what stands above.
    @Test func aColumnOfNamesLiesInIt() async throws {
        let named = """
            NIK,NAMA,TANGGAL LAHIR,STATUS KAWIN,L/P,DESA
            1206901708900001,Ani,17-08-1990,B,P,Mekar
            1206901708900002,Budi,17-08-1991,B,L,

            """
        let above = ["Kabupaten : KARO,,,,,", "Kecamatan : Contoh,,,,,", "Desa : 1206902002,,,,,"]
        #expect(try await check(above, named).cells("region") == ["1206902001", "120690"])
    }

    /// A run is proved again with the same regions, by all and by a sample.
    @Test func suchARunIsVerified() async throws {
        let workdir = try Workdir()
        try workdir.write("a.csv", "Desa : 1206902001 MEKAR,,,,,\n" + Self.rows)
        let check = try await workdir.run([
            "check", "--rules", Program.rules, "--election", "pilkada-2018", "--as-of", "2018-03-23", "--persons",
            "--quiet", "--out", "run", "--population", "a.csv",
        ])
        try #require(check.exitCode == 0, "\(check.errors)")
        for options in [[], ["--sample", "2"]] {
            let outcome = try await workdir.run(["verify", "run", "--rules", Program.rules] + options)
            #expect(outcome.exitCode == 0, "\(options): \(outcome.errors)\(outcome.output)")
        }
    }
}
