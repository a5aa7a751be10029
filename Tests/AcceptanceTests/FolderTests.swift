import Foundation
import Testing

/// Lists that are given by the folder they lie in.
@Suite(.enabled(if: Program.canCheck)) struct FolderTests {
    /// Lists by the option that each is of, in the order of the job file of the sample district.
    private static let sample = [
        ("population", "penduduk-1204-nias.xlsx"), ("population", "penduduk-1206-karo.csv"),
        ("population", "penduduk-1207-deli-serdang.csv"), ("population", "penduduk-1212-toba-samosir.csv"),
        ("population", "penduduk-1213-mandailing-natal.csv"), ("population", "penduduk-1271-medan.csv"),
        ("recordings", "perekaman-1.csv"), ("recordings", "perekaman-2.csv"), ("suket", "suket.csv"),
        ("military", "tni-polri.csv"), ("deaths", "meninggal.csv"), ("moved", "pindah.csv"),
        ("revoked", "hak-pilih-dicabut.csv"), ("impaired", "surat-keterangan-ahli.csv"),
        ("field-findings", "temuan-coklit.csv"), ("reply", "jawaban-dukcapil.csv"),
    ]

    private func sampleFolder() throws -> Workdir {
        let workdir = try Workdir()
        for (_, name) in Self.sample {
            let bytes = try Data(contentsOf: Program.root.appendingPathComponent("samples/\(name)"))
            try workdir.write("kiriman/\(name)", [UInt8](bytes))
        }
        return workdir
    }

    private func check(_ workdir: Workdir, _ options: [String], into folder: String) async throws -> Program.Outcome {
        let check = [
            "check", "--rules", Program.rules, "--election", "pilkada-2018", "--as-of", "2018-03-23", "--persons",
            "--quiet", "--out", folder,
        ]
        return try await workdir.run(check + options)
    }

    private func expectSame(_ workdir: Workdir, _ folder: String, _ other: String) throws {
        let (first, second) = (
            try Run(workdir: workdir, folder: folder).files(), try Run(workdir: workdir, folder: other).files()
        )
        #expect(first.keys.sorted() == second.keys.sorted())
        for (name, bytes) in first { #expect(bytes == second[name], "\(name) differs") }
        let digests = try [folder, other].map {
            try Run(workdir: workdir, folder: $0).json("manifest.json")["digest"] as? String
        }
        #expect(digests[0] != nil && digests[0] == digests[1])
    }

    @Test func aSortedFolderIsDecidedAsItsListsGivenOneByOne() async throws {
        let workdir = try sampleFolder()
        let oneByOne = Self.sample.flatMap { ["--" + $0.0, "kiriman/" + $0.1] }
        #expect(try await check(workdir, oneByOne, into: "satu").exitCode == 0)
        // What a letter's list is, nothing in it tells.
        let letters = ["--impaired", "kiriman/surat-keterangan-ahli.csv"]
        let sorted = try await check(
            workdir, ["--folder", "kiriman", "--yes", "--write-job", "tugas/periksa.json5"] + letters, into: "semua")
        #expect(sorted.exitCode == 4, "a folder for the job file that is not there")
        try FileManager.default.createDirectory(atPath: workdir.path("tugas"), withIntermediateDirectories: false)
        let again = try await check(
            workdir, ["--folder", "kiriman", "--yes", "--write-job", "tugas/periksa.json5"] + letters, into: "semua")
        #expect(again.exitCode == 0, "\(again.errors)")
        let job = try await workdir.run(
            ["check", "tugas/periksa.json5", "--quiet", "--rules", Program.rules, "--out", "tugas/hasil"])
        #expect(job.exitCode == 0, "\(job.errors)")
        // Those named by an option come first among their role alone.
        try expectSame(workdir, "satu", "tugas/hasil")
        #expect(try workdir.mode("tugas/periksa.json5") == 0o600)
    }

    @Test func whatHasNoRoleMakesExitCode1AndIsKept() async throws {
        let workdir = try sampleFolder()
        let outcome = try await check(workdir, ["--folder", "kiriman", "--yes"], into: "hasil")
        #expect(outcome.exitCode == 1, "\(outcome.errors)")
        let manifest = try workdir.text("hasil/manifest.json")
        #expect(manifest.contains("unclear_role") && manifest.contains("kiriman/surat-keterangan-ahli.csv"))
    }

    @Test func noListGivesWayToAJobFile() async throws {
        let workdir = try sampleFolder()
        for name in ["suket.csv", "surat-keterangan-ahli.csv"] {
            let before = try workdir.bytes("kiriman/\(name)")
            let outcome = try await workdir.run([
                "check", "--rules", Program.rules, "--folder", "kiriman", "--force", "--write-job", "kiriman/\(name)",
            ])
            #expect(outcome.exitCode == 2, "\(outcome.errors)")
            #expect(try workdir.bytes("kiriman/\(name)") == before)
        }
        #expect(workdir.names(in: "kiriman").count == Self.sample.count)
    }

    @Test func nothingIsDecidedWithoutAYes() async throws {
        let workdir = try sampleFolder()
        let outcome = try await check(workdir, ["--folder", "kiriman"], into: "hasil")
        #expect(outcome.exitCode == 1)
        #expect(!workdir.exists("hasil"))
    }

    private static let questions = [
        "id": "Putuskan sekarang dengan daftar-daftar ini? [ya/tidak]", "en": "Decide now by these lists? [yes/no]",
    ]

    @Test(
        .enabled(if: PseudoTerminal.isThere),
        arguments: [
            ("ya", "id", true), ("yes", "en", true), (" Y ", "id", true), ("tidak", "id", false), ("", "en", false),
            ("yesterday", "en", false),
        ])
    func aTerminalIsAsked(answer: String, language: String, isDecided: Bool) async throws {
        let workdir = try Workdir()
        try workdir.write("kiriman/dp4.csv", Lists.people)
        try workdir.write("kiriman/rekam.csv", Lists.recordings)
        let words = [
            "check", "--rules", Program.rules, "--election", "pilkada-2018", "--as-of", "2017-11-18", "--out", "hasil",
            "--folder", "kiriman", "--lang", language, "--write-job", "tugas.json5",
        ]
        let terminal = try PseudoTerminal()
        let said = try await terminal.run(words, in: workdir.url, typing: answer + "\n")
        #expect(said.exitCode == 0, "\(said.text)")
        #expect(said.text.contains(Self.questions[language] ?? "?"), "\(said.text)")
        #expect(said.text.contains("kiriman/rekam.csv"))
        let isLeft = said.text.contains("Belum ada yang diputuskan") || said.text.contains("Nothing has been decided")
        #expect(isLeft != isDecided)
        #expect(workdir.exists("hasil/summary.json") == isDecided)
        #expect(workdir.exists("tugas.json5"))
    }

    @Test(arguments: [UInt64(1), 2, 3]) func foldersAndPatternsGiveTheBytesOfTheirLists(_ seed: UInt64) async throws {
        let district = District(election: .pilkada2018, asOf: Day("2017-11-18"), people: 300, seed: seed)
        // Lists that stand for a region have an option of their own.
        let files = district.files.filter { $0.meant.standingRegion == nil }
        let workdir = try Workdir()
        try workdir.write(District.regionFile, District.regionTable)
        var lists: [(role: String, path: String)] = []
        for file in files {
            let role = file.meant.role.replacing("_", with: "-")
            let path = "kirim/\(role)/" + file.path.replacing("/", with: "-")
            try workdir.write(path, file.bytes)
            lists.append((role, path))
        }
        lists.sort { one, other in
            one.role == other.role ? one.path.utf8.lexicographicallyPrecedes(other.path.utf8) : one.role < other.role
        }
        let roles = Set(lists.map(\.role)).sorted()
        let options = ["--regions", District.regionFile] + District.strikes
        var ways: [String: [String]] = ["satu": lists.flatMap { ["--" + $0.role, $0.path] }]
        for role in roles {
            ways["bersama", default: []] += ["--" + role] + lists.filter { $0.role == role }.map(\.path)
            ways["folder", default: []] += ["--" + role, "kirim/" + role]
            ways["pola", default: []].append("--\(role)=kirim/\(role)/*.csv")
        }
        for (name, names) in ways {
            let outcome = try await check(workdir, options + names, into: name)
            #expect(outcome.exitCode == 0, "\(name): \(outcome.errors)")
        }
        for name in ["bersama", "folder", "pola"] { try expectSame(workdir, "satu", name) }
    }

    @Test func aJobFileNamesFoldersToo() async throws {
        let workdir = try Workdir()
        try workdir.write("tugas/desa/b.csv", Lists.people)
        try workdir.write("tugas/rekam-1.csv", Lists.recordings)
        try workdir.write(
            "tugas/periksa.json5",
            "{ election: 'pilkada-2018', as_of: '2017-11-18', population: [{ file: 'desa', region: '1271' }], "
                + "recordings: 'rekam-*.csv', out: 'hasil' }")
        let outcome = try await workdir.run(["check", "--rules", Program.rules, "tugas/periksa.json5"])
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let manifest = try workdir.text("tugas/hasil/manifest.json")
        #expect(manifest.contains("tugas/desa/b.csv") && manifest.contains("tugas/rekam-1.csv"))
    }
}
