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
            // A code with another region's name: offices that number places by another book.
            (["Kabupaten : 1271 SIBOLGA,,,,,"], ""), (["Kabupaten : 1206 Karo,,,,,"], "1206"),
            // Titles are no statements.
            (["PEMERINTAH KABUPATEN KARO,,,,,", "DESA,MEKAR,,,,"], ""),
        ] as [([String], String)])
    func whatStandsAboveTheHeadingIsTheRegion(above: [String], region: String) async throws {
        let check = try await check(above)
        #expect(check.outcome.exitCode == 0, "\(check.outcome.errors)")
        #expect(try check.cells("region") == [region, region])
        #expect(check.said.contains("taken from the lines above the heading") == !region.isEmpty, "\(check.said)")
        #expect(check.said.contains("no column gives the region: \(region)") == !region.isEmpty)
    }

    @Test func contradictionsAreSaid() async throws {
        let english = try await OfficeCheck([("population", "Kabupaten : 1271 SIBOLGA,,,,,\n" + Self.rows)])
        #expect(
            english.said.contains(
                "list-1.csv:1: the lines above the heading state different regions, or a code with another region's name; they are not used; mend the letterhead, or give the region with --region CODE before this list"
            ), "\(english.said)")
        let indonesian = try await OfficeCheck(
            [("population", "Desa : 1206902001,,,,,\nDesa : 1206902002,,,,,\n" + Self.rows)], language: "id")
        #expect(
            indonesian.said.contains(
                "list-1.csv:2: baris-baris di atas judul kolom menyebut wilayah yang berlainan, atau kode dengan nama wilayah lain; tidak dipakai; perbaiki kepala daftar, atau beri wilayahnya dengan --region KODE sebelum daftar ini"
            ), "\(indonesian.said)")
    }

    /// Two forms pasted below each other are two lists: nobody of the second stands in the region of the first.
    @Test(arguments: ["en", "id"]) func aSecondLetterheadIsRefused(language: String) async throws {
        let text = "Desa/Kelurahan,,: 1206902001,,,\n" + Self.rows + "Desa/Kelurahan,: 1206902002,,,,\n" + Self.rows
        let check = try await OfficeCheck([("population", text)], language: language)
        #expect(check.outcome.exitCode == 3)
        #expect(
            check.outcome.errors.contains(
                language == "en"
                    ? "list-1.csv:5: a second list begins in this row: it states a region or TPS that does not stand above the heading; save each as a file or sheet of its own, or add columns for region and TPS"
                    : "list-1.csv:5: daftar kedua dimulai pada baris ini: kepalanya menyebut wilayah atau TPS yang tidak tertulis di atas judul kolom; simpan masing-masing sebagai berkas atau lembar sendiri, atau tambahkan kolom wilayah dan TPS"
            ), "\(check.outcome.errors)")
    }

    @Test(arguments: ["en", "id"]) func theStationAboveTheHeadingIsTaken(language: String) async throws {
        let check = try await OfficeCheck(
            [("population", "Desa : 1206902001,,,,,\nTPS :,003,,,,\n" + Self.rows)], language: language)
        #expect(try check.cells("tps") == ["003", "003"])
        #expect(
            check.said.contains(
                language == "en"
                    ? "list-1.csv:2: there is no TPS column: the TPS is taken from the lines above the heading"
                    : "list-1.csv:2: tidak ada kolom TPS: TPS diambil dari baris di atas judul kolom"), "\(check.said)")
    }

    @Test(arguments: ["en", "id"]) func thoseWithoutARegionAmongOthersAreSaid(language: String) async throws {
        let text = """
            NIK,NAMA,TANGGAL LAHIR,STATUS KAWIN,L/P,KODE DESA
            1206901708900001,Ani,17-08-1990,B,P,1206902002
            1206901708900002,Budi,17-08-1991,B,L,

            """
        let check = try await OfficeCheck([("population", text)], language: language)
        #expect(
            check.said.contains(
                language == "en"
                    ? "1 person on this list has no region code; the others have one; fill in the region code, or give theirs with --region CODE before this list"
                    : "1 orang di daftar ini tanpa kode wilayah; yang lain punya; isi kode wilayahnya, atau beri wilayah mereka dengan --region KODE sebelum daftar ini"
            ), "\(check.said)")
    }

    @Test func theRowIsNamed() async throws {
        let check = try await check(["DAFTAR PEMILIH,,,,,", ",,,,,", "Desa : 1206902001,,,,,"])
        #expect(
            check.said.contains(
                "list-1.csv:3: no column gives the region: 1206902001 Mekar is taken from the lines above the heading; if that is wrong, give the region with --region CODE before this list"
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
