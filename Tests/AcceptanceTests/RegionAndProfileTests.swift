import Foundation
import Testing

/// `--regions` and `--profile` of `check`.
@Suite(.enabled(if: Program.canCheck)) struct RegionAndProfileTests {
    @Test(arguments: [
        "code,name\n12.71,KOTA MEDAN\n12.71.90.1001,Contoh\n", "code,name\n1271,Medan\n1271901001,Contoh\n",
    ])
    func namesStandInRecapsAndUnknownCodesAreCounted(table: String) async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        try workdir.write("wilayah.csv", table)
        let outcome = try await workdir.run(Lists.check + ["--regions", "wilayah.csv"])
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(try workdir.text("run/recap-desa.csv").contains("1271901001,Contoh,"))
        #expect(outcome.output.contains("1 region code of 1 person is not in this table: 1271901002"))
        #expect(try workdir.text("run/manifest.json").contains("\"people_of_unknown_regions\": 1"))
    }

    /// In BPS's own codes 1271 is Sibolga.
    @Test func aTableOfOtherCodesIsRefusedByNamedAnchors() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        try workdir.write("wilayah.csv", "code,name\n1201,Nias\n1271,Kota Sibolga\n1275,Kota Medan\n")
        var text = ""
        for language in ["id", "en"] {
            let outcome = try await workdir.run(Lists.check + ["--regions", "wilayah.csv", "--lang", language])
            #expect(outcome.exitCode == 3)
            text += outcome.errors
        }
        try Golden.expect(text, "regions-bps")
    }

    private static let marks = """
        NIK,NAMA,TANGGAL LAHIR,STATUS KAWIN,EKTP,DISABILITAS
        1271901708900001,Budi Siregar,17-08-1990,B,B,
        1271905709920002,Siti Siregar,17-09-1992,S,S,1
        1271900101550003,Terang Ginting,01-01-1955,P,K,6
        1271900101560004,Uli Ginting,01-01-1956,X,Q,7

        """

    /// K is no mark of 2024, 6 no disability of 2018; what is in no table is counted, never guessed.
    @Test(arguments: [("kpu-2018", 1, 2), ("kpu-2020", 1, 1), ("kpu-2024", 2, 1)])
    func wordsOutsideAProfileAreCountedAndListed(profile: String, marks: Int, disabilities: Int) async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Self.marks)
        let options = Lists.check + ["--profile", profile]
        let outcome = try await workdir.run(options + ["--strict"])
        #expect(outcome.exitCode == 1, "\(outcome.errors)")
        let manifest =
            try JSONSerialization.jsonObject(with: Data(try workdir.bytes("run/manifest.json"))) as? [String: Any]
        #expect(manifest?["profile"] as? String == profile)
        let counts = (manifest?["inputs"] as? [[String: Any]])?.first?["counts"] as? [String: Int]
        #expect(counts?["unmapped_ktp_el"] == marks && counts?["unmapped_marital_status"] == 1)
        let page = outcome.output.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
        let words = marks == 1 ? "1 cell holds a word" : "\(marks) cells hold words"
        let year = profile.suffix(4)
        #expect(page.contains("column EKTP: \(words) not known yet (table Codes of KPU voter lists, \(year))"))
        #expect(try await workdir.run(options + ["--force"]).exitCode == 0)
        let inspected = try await workdir.run(
            ["inspect", "--rules", Program.rules, "--profile", profile, "--json", "dp4.csv"])
        let list = (try JSONSerialization.jsonObject(with: Data(inspected.output.utf8)) as? [String: Any])?["lists"]
        let columns = (list as? [[String: Any]])?.first?["columns"] as? [[String: Any]]
        let disability = columns?.first { $0["column"] as? String == "disability" }
        #expect(disability?["unfit"] as? Int ?? 0 == disabilities)
    }

    @Test func anUnknownProfileIsRefused() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        let outcome = try await workdir.run(Lists.check + ["--profile", "kpu-2025"])
        #expect(outcome.exitCode == 2 && outcome.errors.contains("did you mean 'kpu-20"))
    }

    private static let named = """
        NIK,NAMA,KABUPATEN,KECAMATAN,DESA/KELURAHAN
        1271901708900001,Budi Siregar,KOTA MEDAN,Medan  Contoh,contoh satu
        1271905709920002,Siti Siregar,Medan,MEDAN CONTOH,
        1206900101550003,Terang Ginting,KARO,Kabanjahe Contoh,CONTOH SATU
        1206900101560004,Uli Ginting,KARO,Medan Contoh,Contoh Satu

        """

    /// Names are matched exactly, in their normal form and inside their parent; others are without a region, counted.
    @Test func namesOfRegionsAreFoundInsideTheirParent() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Self.named)
        try workdir.write(
            "wilayah.csv",
            "code,name\n12.71,Kota Medan\n12.71.90,Medan Contoh\n12.71.90.1001,Contoh Satu\n12.06,Kab. Karo\n12.06.90,Kabanjahe Contoh\n12.06.90.2001,Contoh Satu\n"
        )
        let outcome = try await workdir.run(Lists.check + ["--regions", "wilayah.csv", "--persons", "--force"])
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let persons = try Run(workdir: workdir, folder: "run").table("persons.csv")
        #expect(persons.rows.map { $0["region"] } == ["1271901001", "127190", "1206902001", ""])
        #expect(try workdir.text("run/manifest.json").contains("\"region_unreadable\": 1"))
        // The rules know the kabupaten, but none of these made-up kecamatan.
        let without = try await workdir.run(Lists.check + ["--persons", "--force"])
        #expect(without.exitCode == 0)
        let rest = try Run(workdir: workdir, folder: "run").table("persons.csv")
        #expect(rest.rows.map { $0["region"] } == ["", "", "", ""])
    }
}
