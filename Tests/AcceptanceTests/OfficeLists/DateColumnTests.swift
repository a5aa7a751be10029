import Testing

/// Dates as offices and their programs write them.
@Suite(.enabled(if: Program.canCheck)) struct DateColumnTests {
    private static let people = (1...4).map { "120690170890000\($0),Orang \($0),17/08/1990 00:00:00,S,L\n" }.joined()
    private static let heading = "NIK,NAMA,TANGGAL LAHIR,STATUS KAWIN,L/P\n"

    @Test(arguments: [
        "17/08/1990 00:00:00", "17-08-1990 0:00", "17.08.1990 00.00", "17|08|1990 00:00:00.000",
        "17 Agustus 1990 07:30",
        "7/8/1990", "17-Agt-1990", "17 Pebruari 1990", "17/11/1990 9:05:00 PM", "17/08/1990 09:05 WIB",
        "17 Nopember 1990",
        "1990-08-17T09:05:00+07:00", "17/08/1990 12:00 AM", "17/08/1990 09:05:00 +0700",
    ])
    func aTimeIsCutOff(_ cell: String) async throws {
        let check = try await OfficeCheck([("population", Self.heading + "1206901708900001,Budi,\(cell),S,L\n")])
        #expect(try check.persons().first?["reasons"]?.contains("birth_date_invalid") == false, "\(cell)")
        #expect(try check.cells("birth_date").first?.hasPrefix("1990-") == true, "\(cell)")
    }

    /// A recording of June is not known in March, whatever time of the day it was made.
    @Test func recordingsAreDatedByTheirDay() async throws {
        let recordings = """
            NIK,STATUS,TANGGAL REKAM
            1206901708900002,CARD_ISSUED,02-06-2018 09:12:33
            1206901708900003,CARD_ISSUED,04-01-2018 08:00:00
            1206901708900003,DUPLICATE_RECORD,05-02-2018 08:00:00
            1206901708900004,CARD_ISSUED,04-01-2018 08:00:00

            """
        let check = try await OfficeCheck([("population", Self.heading + Self.people), ("recordings", recordings)])
        let outcomes = try check.persons().map { $0["outcome"] ?? "" }
        #expect(outcomes == ["unrecorded", "unrecorded", "recording_failed", "ready"])
    }

    @Test(arguments: ["-", "0", "00/00/0000", "0000-00-00", "00|00|0000", " ", "00-00-0000 00:00:00"])
    func zerosAreMissing(_ cell: String) async throws {
        let check = try await OfficeCheck([("population", Self.heading + "1206901708900001,Budi,\(cell),B,L\n")])
        let reasons = try check.persons().first?["reasons"] ?? ""
        #expect(reasons.contains("birth_date_missing") && !reasons.contains("birth_date_invalid"))
    }

    @Test func aMonthFirstColumnIsRefused() async throws {
        let rows = (1...5).map { "120690170890000\($0),Orang \($0),08/\($0 + 12)/1990,S,L\n" }.joined()
        try await OfficeCheck([("population", Self.heading + rows)]).expectRefusal("month", "tanggal lahir")
        // One that can only be day first, and the others are mistakes.
        let mixed = rows + "1206901708900009,Orang 9,17/08/1990,S,L\n"
        #expect(try await OfficeCheck([("population", Self.heading + mixed)]).persons().count == 6)
    }

    @Test(arguments: ["recordings", "deaths"])
    func anUnreadableDatingColumnIsRefused(_ role: String) async throws {
        let heading = role == "deaths" ? "NIK,TANGGAL MENINGGAL" : "NIK,TANGGAL REKAM,STATUS"
        let rows = (1...4).map { number in
            "120690170890000\(number),\(number < 4 ? "1\(number)-08-17" : "17-08-2017"),CARD_ISSUED\n"
        }.joined()
        let text = role == "deaths" ? rows.replacing(",CARD_ISSUED", with: "") : rows
        let check = try await OfficeCheck([("population", Self.heading + Self.people), (role, heading + "\n" + text)])
        check.expectRefusal("3 of its 4")
    }

    /// The share that could not be read is said with its shape, without anybody's cell.
    @Test func unreadableDatesAreSaid() async throws {
        let rows = (1...9).map { "120690170890000\($0),Orang \($0),\($0 < 4 ? "17-08-90" : "17-08-1990"),S,L\n" }
            .joined()
        let check = try await OfficeCheck([("population", Self.heading + rows)])
        #expect(try check.persons().count == 9)
        #expect(check.said.contains("3 of 9") && check.said.contains("99-99-99"), "\(check.said)")
        #expect(!check.said.contains("17-08-90"))
    }
}
