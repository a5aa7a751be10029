import Foundation
import Testing

/// Guards that say nothing on an ordinary day: each is met here.
@Suite(.enabled(if: Program.canCheck)) struct GuardTests {
    /// So many people of which the first `shared` have the NIKs of every such list.
    private func list(_ people: Int, shared: Int, from first: Int) -> String {
        let rows = (0..<people).map { place -> String in
            let serial = place < shared ? place + 1 : first + place + 1
            func two(_ number: Int) -> String { String("0\(number)".suffix(2)) }
            let (day, number) = (two(serial / 9000 + 1), String("000\(serial % 9000 + 1)".suffix(4)))
            return "127190\(day)0890\(number),Orang \(serial),\(day)-08-1990,L"
        }
        return (["NIK,NAMA,TANGGAL LAHIR,JENIS KELAMIN"] + rows).joined(separator: "\n") + "\n"
    }

    @Test(arguments: [(20, false), (21, true), (100, true)])
    func listsOfTheSamePeopleAreNamed(shared: Int, isSaid: Bool) async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", list(100, shared: shared, from: 1000))
        try workdir.write("dpt.csv", list(300, shared: shared, from: 2000))
        let words = [
            (
                "en",
                "dp4.csv and dpt.csv hold \(shared) equal NIKs: probably two lists of the same people (DP4 and DPT), which makes everyone a duplicate; give one of them only"
            ),
            (
                "id",
                "dp4.csv dan dpt.csv memuat \(shared) NIK yang sama: mungkin dua daftar orang yang sama (DP4 dan DPT), sehingga semua orang tampak ganda; beri satu daftar saja"
            ),
        ]
        for (language, text) in words {
            let outcome = try await workdir.run(
                Lists.check + ["--population", "dpt.csv", "--lang", language, "--force"])
            #expect(outcome.exitCode == 0, "\(outcome.errors)")
            #expect(outcome.output.replacing(/\s+/, with: " ").contains(text) == isSaid, "\(outcome.output)")
            let manifest = try workdir.text("run/manifest.json")
            #expect(manifest.contains("lists_overlap") == isSaid)
        }
    }

    /// A list that is written while it is read is of no single state, whatever was read of it.
    @Test func aListThatChangesStopsTheRun() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", list(40_000, shared: 0, from: 0))
        let path = workdir.path("dp4.csv")
        // From before it is opened until the run has ended: whenever it was opened, it changed afterwards. On a thread of
        // its own, which waits for no other test.
        let toucher = Thread {
            var day = Date(timeIntervalSince1970: 1_500_000_000)
            while !Thread.current.isCancelled {
                day += 1
                try? FileManager.default.setAttributes([.modificationDate: day], ofItemAtPath: path)
                Thread.sleep(forTimeInterval: 0.001)
            }
        }
        toucher.start()
        let outcome = try await workdir.run(Lists.check + ["--lang", "en"])
        toucher.cancel()
        #expect(outcome.exitCode == 3)
        #expect(
            outcome.errors
                == "dp4.csv: this file changed while it was being read; close what writes it and run again\n")
        #expect(!workdir.exists("run"))
        #expect(workdir.staged.isEmpty)
    }

    /// Results never take the place of the folder the user stands in, nor of one around it.
    @Test(arguments: [".", "../work", "..", "link"])
    func theWorkingFolderIsNoOutput(_ out: String) async throws {
        let workdir = try Workdir()
        let folder = workdir.url.appendingPathComponent("around/work")
        try workdir.write("lists/dp4.csv", Lists.people)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link", withDestinationPath: folder.path)
        for (language, text) in [
            ("en", "the output holds the present working folder; choose a new folder with --out"),
            ("id", "folder hasil memuat folder kerja sekarang; pilih folder baru dengan --out"),
        ] {
            let outcome = try await Program.run(
                [
                    "check", "--rules", Program.rules, "--election", "pilkada-2018", "--as-of", "2017-11-18",
                    "--population", workdir.path("lists/dp4.csv"), "--out", out, "--force", "--lang", language,
                ], in: folder)
            #expect(outcome.exitCode == 2)
            #expect(outcome.errors == "\(out): \(text)\n")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["link"])
    }

    private static let samples = Program.root.appendingPathComponent("samples")

    private static let lists = ((try? FileManager.default.contentsOfDirectory(atPath: samples.path)) ?? [])
        .filter { $0.hasSuffix(".csv") || $0.hasSuffix(".xlsx") }.sorted()

    /// Numbers of persons and days of a list of the sample: nothing of the rules looks like them.
    private func values(_ list: String) throws -> Set<String> {
        let text = list.replacing(".xlsx", with: ".csv")
        let bytes = try Data(contentsOf: Self.samples.appendingPathComponent(text))
        return Set(
            String(decoding: bytes, as: UTF8.self).split { ",;\t#\"\r\n".contains($0) }.map(String.init).filter {
                $0.count >= 8 && $0.contains(/[0-9]{4}/)
            })
    }

    /// A list given by mistake for another file: where it goes wrong is said, and nothing of what stands there.
    @Test(arguments: lists) func noMessageShowsTheTextOfAList(list: String) async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        #expect(try await workdir.run(Lists.check + ["--quiet"]).exitCode == 0)
        let bytes = Array(try Data(contentsOf: Self.samples.appendingPathComponent(list)))
        for name in [list, "tugas.json5", "other/manifest.json", "rules/lists.json5"] { try workdir.write(name, bytes) }
        let check = Array(Lists.check.dropLast(2)) + ["--out", "second"]
        let values = try values(list)
        let given = [
            check + ["--map", list], check + ["--regions", list], check + ["tugas.json5"],
            ["report", "run", "--office", list, "--rules", Program.rules],
            ["report", "run", "--official", list, "--rules", Program.rules],
            ["report", "run", "--since", "other", "--rules", Program.rules],
            ["verify", "other", "--rules", Program.rules], ["rules", "list", "--rules", "rules"],
        ]
        for (place, options) in given.enumerated() {
            let outcome = try await workdir.run(options + ["--lang", place % 2 == 0 ? "en" : "id"])
            let said = (outcome.output + outcome.errors).split { " \n,;#|'\"".contains($0) }.map(String.init)
            #expect(outcome.exitCode > 0, "\(options)")
            #expect(values.intersection(said).isEmpty, "\(options)")
            #expect(!Lists.hasLongDigits(outcome.errors.replacing(/9+/, with: "9")), "\(options)")
        }
    }

    /// A list without headings, whose first line is somebody: the kinds of characters stand for what they are.
    @Test(arguments: ["id", "en"]) func noMessageShowsWhoStandsFirst(language: String) async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        #expect(try await workdir.run(Lists.check + ["--quiet"]).exitCode == 0)
        try workdir.write(
            "orang.csv", "1;1271901708900001;Budi Siregar;JL MAWAR\n2;1271905709920002;Siti Siregar;JL MELATI\n")
        let given = [
            Array(Lists.check.dropLast(2)) + ["--out", "second", "--map", "orang.csv"],
            ["report", "run", "--office", "orang.csv", "--rules", Program.rules],
        ]
        for options in given {
            let outcome = try await workdir.run(options + ["--lang", language])
            let said = (outcome.output + outcome.errors).uppercased()
            #expect(outcome.exitCode > 0 && said.contains("ORANG.CSV"), "\(options)")
            for word in ["BUDI", "SIREGAR", "SITI", "MAWAR", "127190"] { #expect(!said.contains(word), "\(options)") }
        }
    }
}
