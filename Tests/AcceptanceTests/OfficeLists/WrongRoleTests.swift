import Foundation
import Testing

/// Lists given in a role that they are not of.
@Suite(.enabled(if: Program.canCheck)) struct WrongRoleTests {
    private static let people = """
        NIK,NAMA,TANGGAL LAHIR,STATUS KAWIN,L/P
        1206901708900001,Ani,17-08-1990,S,P
        1206901708900002,Budi,17-08-1991,B,L

        """

    /// The lists of the sample district, by the option that each is of.
    private static let sample = [
        ("population", "penduduk-1271-medan.csv"), ("population", "penduduk-1206-karo.csv"),
        ("population", "penduduk-1213-mandailing-natal.csv"), ("population", "penduduk-1204-nias.xlsx"),
        ("population", "penduduk-1212-toba-samosir.csv"), ("population", "penduduk-1207-deli-serdang.csv"),
        ("recordings", "perekaman-1.csv"), ("recordings", "perekaman-2.csv"), ("suket", "suket.csv"),
        ("military", "tni-polri.csv"), ("deaths", "meninggal.csv"), ("moved", "pindah.csv"),
        ("revoked", "hak-pilih-dicabut.csv"), ("impaired", "surat-keterangan-ahli.csv"),
        ("field-findings", "temuan-coklit.csv"), ("reply", "jawaban-dukcapil.csv"),
    ]
    private static let options = [
        "population", "recordings", "suket", "military", "deaths", "moved", "revoked", "impaired", "field-findings",
        "reply",
    ]

    private func check(_ option: String, _ name: String) async throws -> OfficeCheck {
        let bytes = [UInt8](
            try Data(contentsOf: URL(fileURLWithPath: Program.root.appendingPathComponent("samples/\(name)").path)))
        return try await OfficeCheck(files: [
            ("population", "orang.csv", Array(Self.people.utf8)), (option, name, bytes),
        ])
    }

    @Test(arguments: sample) func underItsOwnRoleNothingIsRefused(option: String, name: String) async throws {
        let check = try await check(option, name)
        #expect(check.outcome.exitCode == 0, "\(check.outcome.errors)")
        // A letter's date is what many lists have.
        #expect(check.said.contains("nothing in it tells") == (option == "impaired"), "\(check.said)")
    }

    @Test(arguments: sample) func underAnyOtherRoleItIsRefusedOrSaid(option: String, name: String) async throws {
        for other in Self.options where other != option {
            let check = try await check(other, name)
            if check.outcome.exitCode == 3 {
                check.expectRefusal(name)
            } else {
                #expect(check.outcome.exitCode == 0, "\(other): \(check.outcome.errors)")
                #expect(check.said.contains("\(name):1: given as"), "\(other): \(check.said)")
                #expect(check.said.contains("nothing in it tells which list it is"), "\(other): \(check.said)")
            }
        }
    }

    @Test func theRightOptionIsNamed() async throws {
        let deaths = "NIK,TANGGAL MENINGGAL\n1206901708900001,01-02-2018\n"
        let given = [("population", Self.people), ("suket", deaths)]
        try await OfficeCheck(given).expectRefusal("list-2.csv:1:", "give it with --deaths", "--accept-role suket")
        for role in ["suket", "population"] {
            let check = try await OfficeCheck(given, options: ["--accept-role", role])
            #expect(check.outcome.exitCode == (role == "suket" ? 0 : 3), "\(check.outcome.errors)")
        }
        let unknown = try await OfficeCheck(given, options: ["--accept-role", "suk"])
        #expect(unknown.outcome.exitCode == 2)
        #expect(unknown.said.contains("unknown role 'suk'; did you mean 'suket'?"), "\(unknown.said)")
    }

    /// A number of a letter is told by what stands in the cells: a running number is none.
    @Test func aRunningNumberIsNoLetter() async throws {
        for (number, isTold) in [("1", false), ("470/12/2018", true)] {
            let letters = "NIK,NOMOR\n1206901708900001,\(number)\n"
            let check = try await OfficeCheck([("population", Self.people), ("suket", letters)])
            #expect(check.outcome.exitCode == 0)
            #expect(check.said.contains("nothing in it tells") != isTold, "\(check.said)")
        }
    }

    @Test func theSameBytesTwiceAreRefused() async throws {
        let deaths = "NIK,TANGGAL MENINGGAL\n1206901708900001,01-02-2018\n"
        let twice = try await OfficeCheck([("population", Self.people), ("deaths", deaths), ("deaths", deaths)])
        twice.expectRefusal("list-3.csv:", "the very bytes of list-2.csv", "give only one")
        let people = try await OfficeCheck([("population", Self.people), ("population", Self.people)])
        people.expectRefusal("the very bytes of list-1.csv")
        let other = deaths.replacingOccurrences(of: "01-02", with: "02-02")
        let like = try await OfficeCheck([("population", Self.people), ("deaths", deaths), ("deaths", other)])
        #expect(like.outcome.exitCode == 0, "\(like.outcome.errors)")
    }
}
