import Testing

/// Two tables in one list are two lists: reading stops where the second begins.
@Suite(.enabled(if: Program.canCheck)) struct SecondTableTests {
    private static let first = "NO,NIK,NAMA,TGL LAHIR\n1,1206901708900001,Budi Tarigan,17-08-1990\n"

    @Test(arguments: [
        "NO,NAMA,NIK,TGL LAHIR\n1,Siti Tarigan,1206905709920002,17-09-1992\n",
        "No,No KTP,Tanggal Lahir,Nama Lengkap\n1,1206905709920002,17-09-1992,Siti Tarigan\n",
    ])
    func theSecondHeadingIsNamed(_ second: String) async throws {
        for blanks in ["", ",,,\n"] {
            let check = try await OfficeCheck([("population", Self.first + blanks + second)])
            check.expectRefusal(row: blanks.isEmpty ? 3 : 4, "second table")
        }
    }

    @Test func theHeadingAgainIsNoSecondTable() async throws {
        let check = try await OfficeCheck([
            ("population", Self.first + "No.,No. KTP,Nama Lengkap,Tanggal Lahir\n2,1206905709920002,Siti,17-09-1992\n")
        ])
        #expect(try check.persons().count == 2)
    }

    @Test func inOtherListsToo() async throws {
        let check = try await OfficeCheck([
            ("population", Self.first),
            ("deaths", "NIK,NAMA,TANGGAL MENINGGAL\n1206905709920002,Siti,17-09-2017\nNAMA,NIK,TANGGAL MENINGGAL\n"),
        ])
        #expect(
            check.outcome.exitCode == 3 && check.outcome.errors.contains("list-2.csv:3:"), "\(check.outcome.errors)")
    }
}
