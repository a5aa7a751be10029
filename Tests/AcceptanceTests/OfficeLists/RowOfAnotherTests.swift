import Testing

/// Rows of other lists whose NIK is mistyped: another's name and another's birth date.
@Suite(.enabled(if: Program.canCheck)) struct RowOfAnotherTests {
    private static func nik(_ number: Int) -> String { "120690170890\(number + 1000)" }

    private static let names = ["BUDI SIREGAR", "SITI AMINAH", "HOTMAN PURBA", "AGUS SANTOSO", "DEDI GINTING"]

    private static func people(_ count: Int) -> String {
        "NIK,NAMA,TANGGAL LAHIR,STATUS KAWIN,L/P\n"
            + (0..<count).map { "\(nik($0)),\(names[$0 % 5]),17-08-1990,S,L\n" }.joined()
    }

    private static func recordings(_ rows: [(person: Int, name: String, birth: String)]) -> String {
        "NIK,NAMA,TANGGAL LAHIR,STATUS,TANGGAL REKAM\n"
            + rows.map { "\(nik($0.person)),\($0.name),\($0.birth),CARD_ISSUED,01-02-2015\n" }.joined()
    }

    private func decided(_ others: [(option: String, text: String)], options: [String] = []) async throws -> [String] {
        let check = try await OfficeCheck([("population", Self.people(5))] + others, options: options)
        return try check.persons().map { "\($0["outcome"] ?? "") \($0["reasons"] ?? "")" }
    }

    /// Who is behind a mistyped NIK keeps their vote: it needs both another name and another birth date to be another.
    @Test(arguments: [
        ("AGUS SANTOSO", "18-08-1990", "ready row_of_another"), ("BUDDI SIREGAR", "18-08-1990", "ineligible deceased"),
        ("SIREGAR BUDI", "18-08-1971", "ineligible deceased"), ("AGUS SANTOSO", "17-08-1990", "ineligible deceased"),
        ("AGUS SANTOSO", "-", "ineligible deceased"), ("AGUS SANTOSO", "31-02-1990", "ineligible deceased"),
        ("..", "18-08-1990", "ineligible deceased"), ("", "18-08-1990", "ineligible deceased"),
    ])
    func theDeadOfAnotherName(_ name: String, _ birth: String, _ expected: String) async throws {
        let own = Self.recordings((0..<5).map { ($0, Self.names[$0], "17-08-1990") })
        let deaths = "NIK,NAMA,TANGGAL LAHIR,TANGGAL MENINGGAL\n\(Self.nik(0)),\(name),\(birth),01-02-2018\n"
        let decided = try await decided([("recordings", own), ("deaths", deaths)])
        #expect(decided == [expected, "ready ", "ready ", "ready ", "ready "])
    }

    /// Any list may say who somebody is as the population list does, two columns in one cell included.
    @Test(arguments: [
        ("MEDAN, 18-08-1971", "ready row_of_another"), ("MEDAN, 17-08-1990", "ineligible deceased"),
        ("KABANJAHE 18 Agustus 1971", "ready row_of_another"), ("MEDAN", "ineligible deceased"),
    ])
    func theDeadByTheirWholeDescription(_ born: String, _ expected: String) async throws {
        let own = Self.recordings((0..<5).map { ($0, Self.names[$0], "17-08-1990") })
        let deaths =
            "NO KK;NIK;NAMA LENGKAP;TEMPAT/TGL LAHIR;JENIS KELAMIN;KODE DESA;TANGGAL MENINGGAL\n"
            + "1206900101100001;\(Self.nik(0));AGUS SANTOSO;\(born);LAKI-LAKI;1206902001;01-02-2018\n"
        let check = try await OfficeCheck([("population", Self.people(5)), ("recordings", own), ("deaths", deaths)])
        let decided = try check.persons().map { "\($0["outcome"] ?? "") \($0["reasons"] ?? "")" }
        #expect(decided == [expected, "ready ", "ready ", "ready ", "ready "])
        let inputs = try check.run.json("manifest.json")["inputs"] as? [[String: Any]] ?? []
        let map = inputs.first { $0["role"] as? String == "deaths" }?["columns"] as? [String: Any]
        #expect(
            map.map { Set($0.keys) } == [
                "nkk", "nik", "name", "birth_place", "birth_date", "sex", "region", "died_on",
            ])
    }

    /// Day and month swapped are no other birth date.
    @Test func daysAndMonthsMayBeSwapped() async throws {
        let people = "NIK,NAMA,TANGGAL LAHIR,STATUS KAWIN,L/P\n\(Self.nik(0)),BUDI,07-08-1990,S,L\n"
        let list = Self.recordings([(0, "AGUS", "08-07-1990")])
        let check = try await OfficeCheck([("population", people), ("recordings", list)])
        #expect(try check.persons().map { $0["outcome"] } == ["ready"])
    }

    /// Another's recording readies nobody; rows of one's own stand beside it, whichever is newer. It is counted as left
    /// out.
    @Test(arguments: ["64M", "8G"]) func recordings(memory: String) async throws {
        let list = Self.recordings([
            (0, "DEDI GINTING", "01-01-1950"), (1, "DEDI GINTING", "01-01-1950"), (1, "SITI AMINAH", "17-08-1990"),
            (2, "HOTMAN PURBA", "01-01-1950"), (3, "AGUS SANTOSO", "17-08-1990"),
        ])
        let check = try await OfficeCheck(
            [("population", Self.people(5)), ("recordings", list)], options: ["--memory", memory])
        #expect(
            try check.persons().map { "\($0["outcome"] ?? "") \($0["reasons"] ?? "")" } == [
                "unrecorded no_recording;row_of_another", "ready row_of_another", "ready ", "ready ",
                "unrecorded no_recording",
            ])
        let inputs = try check.run.json("manifest.json")["inputs"] as? [[String: Any]] ?? []
        let rows = inputs.first { $0["role"] as? String == "recordings" }?["rows"] as? [String: Int]
        #expect(rows?["used"] == 3 && rows?["leftOut"] == 2, "\(rows ?? [:])")
    }

    /// Of a letter dated after a death that counts the death no longer does, though its birth date is written otherwise.
    @Test func aDeathOfAnotherDateIsOutlivedToo() async throws {
        let deaths = "NIK,NAMA,TANGGAL LAHIR,TANGGAL MENINGGAL\n\(Self.nik(0)),BUDI SIREGAR,01-01-1950,01-02-2017\n"
        let sukets = "NIK,NOMOR,TANGGAL TERBIT\n\(Self.nik(0)),1,01-02-2018\n"
        let own = Self.recordings([(1, "SITI AMINAH", "17-08-1990")])
        let decided = try await decided([("recordings", own), ("suket", sukets), ("deaths", deaths)])
        #expect(decided[0].hasPrefix("unverified") && decided[0].contains("recorded_after_death"), "\(decided[0])")
    }

    /// Under a shared NIK a row that names none of those who share it is told from each of them.
    @Test func eachOfThoseWhoShareANIK() async throws {
        let people = Self.people(1) + "\(Self.nik(0)),RUDI LUBIS,01-02-1960,S,L\n"
        let deaths = "NIK,NAMA,TANGGAL LAHIR,TANGGAL MENINGGAL\n\(Self.nik(0)),OLOAN,01-02-1960,01-02-2018\n"
        let check = try await OfficeCheck([("population", people), ("deaths", deaths)])
        let reasons = try check.persons().map { ($0["reasons"] ?? "").split(separator: ";").map(String.init) }
        #expect(reasons[0].contains("row_of_another") && !reasons[0].contains("shared_nik_evidence"))
        #expect(!reasons[1].contains("row_of_another") && reasons[1].contains("shared_nik_evidence"))
    }

    /// Columns sorted apart: names and birth dates beside the NIKs of others.
    @Test(arguments: [(50, 11, 3), (50, 10, 0), (49, 49, 0)])
    func aListSortedApartIsRefused(_ count: Int, _ others: Int, _ code: Int) async throws {
        let rows = (0..<count).map { number in
            let isOther = number < others
            return (number, isOther ? "XENIA" : Self.names[number % 5], isOther ? "01-01-1950" : "17-08-1990")
        }
        let given = [("population", Self.people(count)), ("recordings", Self.recordings(rows))]
        let check = try await OfficeCheck(given)
        #expect(check.outcome.exitCode == code, "\(check.outcome.errors)")
        if code == 3 {
            check.expectRefusal("list-2.csv: in 11 of 50 rows whose nik is listed", "--accept-role recordings")
            let accepted = try await OfficeCheck(given, options: ["--accept-role", "recordings"])
            #expect(accepted.outcome.exitCode == 0, "\(accepted.outcome.errors)")
        }
    }
}
