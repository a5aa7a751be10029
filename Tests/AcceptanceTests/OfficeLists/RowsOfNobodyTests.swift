import Testing

/// Signatures, notes, totals and empty forms below the people are nobody; people with bad cells stay people.
@Suite(.enabled(if: Program.canCheck)) struct RowsOfNobodyTests {
    private static let heading = "NO,NKK,NIK,NAMA,TGL LAHIR,STATUS KAWIN,JENIS KELAMIN,ALAMAT,RT,RW,TPS\n"
    private static let person = "1,1206900101100001,1206901708900001,Budi Tarigan,17-08-1990,S,L,Gg. Melati,1,2,3\n"

    private func rows(below text: String) async throws -> (decided: [String], aside: [String], said: String) {
        let check = try await OfficeCheck([("population", Self.heading + Self.person + text)])
        return (try check.persons().map { $0["row"] ?? "" }, try check.aside(), check.said)
    }

    @Test(arguments: [
        ",,,,,,,\"Berastagi, 4 Maret 2018\",,,\n", ",,,,,,,KETUA PANITIA,,,\n", ",,,(Rahmat Purba),,,,,,,\n",
        ",,NIP. 19700101 199503 1 002,,,,,,,,\n", ",,197001011995031002,,,,,,,,\n", ",,,Sekretaris Desa,,,,,,,\n",
        "7,,,,,,,,,,\n", "8,,,,,,,,1,2,3\n", ",,,,\"Berastagi, 4 Maret 2018\",,,,,,\n", ",,-,,-,,,ttd,,,\n",
        ",,,,,,,Halaman 1 dari 2,,,\n",
    ])
    func whatIsUnreadableIsANote(_ row: String) async throws {
        let rows = try await rows(below: row)
        #expect(rows.decided == ["2"] && rows.aside == ["3 skipped_note"])
        #expect(rows.said.contains("1 row names nobody"), "\(rows.said)")
    }

    @Test(arguments: [
        "JUMLAH,,,,,,,,,,1\n", ",Jml L/P,,1,,,,,,,\n", "Grand Total,,1,,,,2,,,,\n", ",,,Sub-Total : 4,,,,,1,,\n",
        "Total Pemilih,12,14,26,,,,,,,\n", "SUBTOTAL,,,,,,,,,,\n",
    ])
    func totalsOfAnyWording(_ row: String) async throws {
        let rows = try await rows(below: row)
        #expect(rows.decided == ["2"] && rows.aside == ["3 skipped_total"])
    }

    @Test(arguments: [
        "No,No. KK,NIK,Nama Lengkap,Tanggal Lahir,Sts Kawin,JK,Alamat,RT,RW,TPS\n",
        ",,,,DD|MM|YYYY,B/S/P,L/P,,,,\n", "NO,NKK,NIK,NAMA,,,,,,,\n",
    ])
    func headingsInWhateverWording(_ row: String) async throws {
        let rows = try await rows(below: row)
        #expect(rows.decided == ["2"] && rows.aside == ["3 skipped_heading"])
    }

    @Test(arguments: [
        "1,2,3,4,5,6,7,8,9,10,11\n", "(1),(2),(3),(4),(5),(6),(7),(8),(9),(10),\n", "-1,-2,-3,-4,,,,,,,\n",
    ])
    func numbersOfColumns(_ row: String) async throws {
        let rows = try await rows(below: row)
        #expect(rows.decided == ["2"] && rows.aside == ["3 skipped_numbering"])
    }

    /// One readable thing is enough, however bad the rest.
    @Test(arguments: [
        "2,,,Siti Tarigan,,,P,,,,\n", "2,,,Siti Tarigan,,,,,1,,\n", "2,,12069012,Siti Tarigan,,,,,,,\n",
        "2,,,,17-08-1990,,,,,,\n", "2,,,,,KAWIN,,,,,\n", "2,1206900101100001,,,,,,,,,\n",
        "2,,,TOTAL SIMBOLON,17 Agustus 1990,,,,,,\n",
        "2,,12069017089,Jumlah Tarigan,,,,,,,\n", "2,,,Siti Tarigan,,,1,,,,\n",
    ])
    func oneReadableThingMakesAPerson(_ row: String) async throws {
        let rows = try await rows(below: row)
        #expect(rows.decided == ["2", "3"] && rows.aside.isEmpty)
    }

    /// Values that a whole list has for all its rows make nobody of a row.
    @Test func aRegionGivenForAllMakesNobody() async throws {
        let workdir = try Workdir()
        try workdir.write("p.csv", "NIK,NAMA,TGL LAHIR\n1206901708900001,Budi Tarigan,17-08-1990\n,Kepala Dusun,\n")
        let outcome = try await workdir.run([
            "check", "--rules", Program.rules, "--election", "pilkada-2018", "--as-of", "2018-03-23", "--persons",
            "--out", "run", "--region", "1206901001", "--population", "p.csv",
        ])
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let aside = try Run(workdir: workdir, folder: "run").table("rejected.csv").rows
        #expect(aside.map { $0["code"] } == ["skipped_note"])
    }

    /// Those with a name are listed first, and every skipped row is counted for its reason.
    @Test func nobodyIsLost() async throws {
        let check = try await OfficeCheck([
            (
                "population",
                Self.heading + Self.person + ",,,,,,,KETUA PANITIA,,,\n,,,,,,,,,,\n,,,(Rahmat Purba),,,,,,,\n"
            )
        ])
        #expect(try check.aside().sorted() == ["3 skipped_note", "4 skipped_blank", "5 skipped_note"])
        let counts = try #require(try check.run.json("summary.json")["rows"] as? [String: Int])
        #expect(counts == ["read": 4, "decided": 1, "rejected": 0, "skipped": 3])
        #expect(check.said.contains("2 rows name nobody"), "\(check.said)")
    }
}
