import Foundation
import Testing

@Suite(.enabled(if: Program.canCheck)) struct VerifyTests {
    /// A small run with rules of its own, so that each of its files can be changed.
    private func run(_ options: [String] = ["--persons"]) async throws -> Workdir {
        let workdir = try Workdir()
        try workdir.tool("/bin/cp", ["-r", Program.rules, "rules"])
        try workdir.write("dp4.csv", Lists.people)
        try workdir.write("rekam.csv", Lists.recordings)
        var check = Lists.check
        check[2] = "rules"
        let outcome = try await workdir.run(check + ["--recordings", "rekam.csv", "--quiet"] + options)
        try #require(outcome.exitCode == 0, "\(outcome.errors)")
        return workdir
    }

    private func verify(_ workdir: Workdir, _ options: [String] = []) async throws -> Program.Outcome {
        try await workdir.run(["verify", "run", "--rules", "rules", "--lang", "en"] + options)
    }

    @Test(arguments: [[], ["--sample", "2"], ["--sample", "1000"], ["--no-decide"]])
    func anUntouchedRunHolds(options: [String]) async throws {
        for made in [["--persons"], [], ["--no-digest"]] {
            let workdir = try await run(made)
            let outcome = try await verify(workdir, options)
            #expect(outcome.exitCode == 0, "\(outcome.output)\(outcome.errors)")
            #expect(outcome.output.hasSuffix("Everything is the same.\n"))
            #expect(workdir.names(in: "run").allSatisfy { !$0.hasPrefix(".") })
        }
    }

    @Test(arguments: [
        ("dp4.csv", "dp4.csv: its contents changed (its size did not)"),
        ("rekam.csv", "rekam.csv: its contents changed (its size did not)"),
        ("rules/terms.json5", "rules/terms.json5: this rule was changed"),
        ("run/flagged.csv", "run/flagged.csv: its contents changed (its size did not)"),
        ("run/summary.json", "run/summary.json: its contents changed (its size did not)"),
        ("run/persons.csv", "run/persons.csv: its contents changed (its size did not)"),
    ])
    func oneChangedByteIsNoticed(file: String, expected: String) async throws {
        let workdir = try await run()
        var bytes = try workdir.bytes(file)
        let place = try #require(bytes.lastIndex { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "1") })
        bytes[place] = UInt8(ascii: "2")
        try workdir.write(file, bytes)
        let outcome = try await verify(workdir, ["--no-decide"])
        #expect(outcome.exitCode == 1)
        #expect(outcome.errors.contains(expected + "\n"), "\(outcome.errors)")
    }

    @Test func everyOutputIsWatched() async throws {
        let workdir = try await run()
        for name in workdir.names(in: "run") {
            let file = "run/" + name
            let whole = try workdir.bytes(file)
            var bytes = whole
            let place = try #require(bytes.lastIndex { (0x30...0x38).contains($0) } ?? bytes.indices.last)
            bytes[place] = bytes[place] == 0x39 ? 0x38 : bytes[place] + 1
            try workdir.write(file, bytes)
            let outcome = try await verify(workdir, ["--no-decide"])
            #expect(outcome.exitCode == 1 || name == "manifest.json", "\(name): \(outcome.output)")
            try workdir.write(file, whole)
        }
    }

    /// Results and manifest made to agree do not deceive a second decision.
    @Test(arguments: [[], ["--sample", "1000"]]) func aForgedDecisionIsFound(options: [String]) async throws {
        let workdir = try await run(["--persons", "--no-digest"])
        let text = try workdir.text("run/persons.csv").replacing(
            "unrecorded,11,no_recording", with: "unrecorded,12,no_recording")
        try workdir.write("run/persons.csv", text)
        let outcome = try await verify(workdir, options)
        #expect(outcome.exitCode == 1)
        #expect(outcome.errors.contains("run/persons.csv:4: deciding again gives"), "\(outcome.errors)")
    }

    @Test(arguments: ["en", "id"]) func fromAnotherFolderItSaysWhereToGo(language: String) async throws {
        let workdir = try await run()
        try workdir.write("lain/catatan.txt", "")
        let outcome = try await Program.run(
            ["verify", "../run", "--rules", "../rules", "--lang", language],
            in: workdir.url.appendingPathComponent("lain"))
        #expect(outcome.exitCode == 1)
        #expect(
            outcome.errors.contains(
                language == "en"
                    ? "../run: none of its lists is here: run verify in the folder in which check was run"
                    : "../run: tidak satu pun daftarnya ada di sini: jalankan verify di folder tempat check dijalankan"),
            "\(outcome.errors)")
    }

    @Test func missingInputsAreSaidAndNothingIsDecided() async throws {
        let workdir = try await run()
        try FileManager.default.removeItem(atPath: workdir.path("rekam.csv"))
        let outcome = try await verify(workdir, ["--json"])
        #expect(outcome.exitCode == 1)
        #expect(outcome.output.contains("\"mode\": \"impossible\""))
        #expect(outcome.output.contains("cannot be read: no such file or folder"))
    }

    @Test func filesMadeFromTheRunAreWatched() async throws {
        let workdir = try await run()
        let made = try await workdir.run(["report", "run", "--rules", "rules", "--lang", "en"])
        #expect(made.exitCode == 0, "\(made.errors)")
        let whole = try await verify(workdir, ["--no-decide"])
        #expect(whole.exitCode == 0, "\(whole.output)\(whole.errors)")
        #expect(whole.output.contains("files made from the run (report, outreach, diff)\n"))
        let page = "run/report/report.html"
        let bytes = try workdir.bytes(page)
        try workdir.write(page, bytes + [32])
        #expect(try await verify(workdir, ["--no-decide"]).errors.contains(page + ": changed: "))
        try workdir.write(page, bytes)
        try workdir.write("run/report/form.xlsx", "mine")
        let added = try await verify(workdir, ["--no-decide"])
        #expect(added.errors.contains("run/report/form.xlsx: this file is not named by the folder's manifest.json\n"))
        #expect(added.exitCode == 1)
    }

    /// What a manifest says of itself, and its digest made to agree.
    @Test(arguments: ["\"people\": 3", "\"votingDay\": \"2018-06-27\"", "\"headingRow\": 1"])
    func aForgedManifestIsFound(_ text: String) async throws {
        let workdir = try await run(["--persons", "--no-digest"])
        let manifest = try workdir.text("run/manifest.json")
        let forged = manifest.replacing(text, with: text.replacing(/[0-9](?="?$)/, with: "8"))
        try #require(forged != manifest)
        try workdir.write("run/manifest.json", forged)
        let outcome = try await verify(workdir)
        #expect(outcome.exitCode == 1)
        #expect(outcome.errors.contains("run/manifest.json: "), "\(outcome.errors)")
    }

    @Test func aDigestThatWasKeptIsCompared() async throws {
        let workdir = try await run()
        let whole = try await verify(workdir, ["--no-decide"])
        let digest = try #require(whole.output.firstMatch(of: /\b[0-9a-f]{64}\b/).map { String($0.output) })
        #expect(whole.output.contains("Digest of the run: \(digest.prefix(16)), in full"))
        for kept in [digest, String(digest.prefix(16)), digest.uppercased()] {
            #expect(try await verify(workdir, ["--no-decide", "--against", kept]).exitCode == 0)
        }
        let other = try await verify(workdir, ["--no-decide", "--against", String(digest.reversed())])
        #expect(other.exitCode == 1)
        #expect(other.errors.contains("run/manifest.json: the digest of this run is not the one that was kept\n"))
        #expect(try await verify(workdir, ["--against", "12xy"]).exitCode == 2)
    }

    @Test(arguments: ["report", "outreach", "pace"]) func nothingIsMadeOfAChangedRun(_ command: String) async throws {
        let workdir = try await run()
        let text = try workdir.text("run/flagged.csv")
        let changed = text.replacing("Siregar", with: "Sinegar")
        try #require(changed != text)
        try workdir.write("run/flagged.csv", changed)
        let outcome = try await workdir.run(
            [command, "run", "--rules", "rules", "--lang", "en"]
                + (command == "report" ? [] : ["--deadline", "2018-05-31"]))
        #expect(outcome.exitCode == 3, "\(outcome.output)")
        #expect(
            outcome.errors.contains(
                "run/flagged.csv: this file was changed after the check: it does not agree with manifest.json"))
        #expect(!workdir.exists("run/\(command)"))
    }

    /// The manifest can be checked without the program.
    @Test func standardToolsCheckTheManifest() async throws {
        let workdir = try await run()
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/jq") else { return }
        try workdir.tool(
            "/bin/sh",
            [
                "-c",
                #"cd run && jq -r '.outputs[] | "\(.sha256) *\(.name)"' manifest.json | sha256sum -c --quiet > ../said 2>&1 && echo fine > ../verdict"#,
            ])
        #expect(workdir.exists("verdict"), "\((try? workdir.text("said")) ?? "")")
    }
}

/// Runs over lists that are not one plain file each, decided again.
@Suite(.enabled(if: Program.canCheck)) struct VerifyGivenListsTests {
    private static let heading = ["NIK", "NAMA", "TANGGAL LAHIR", "STATUS KAWIN", "JENIS KELAMIN", "KODE DESA"]

    private static func person(_ serial: Int) -> [String] {
        ["127190170890\(serial)", "Orang \(serial)", "17-08-1990", "B", "L", "1271901001"]
    }

    /// Three sheets, one of them a cover.
    private static let workbook = WorkbookFile([
        ("Sampul", [["DAFTAR PENDUDUK"]]), ("TPS 1", [heading, person(1001), person(1002)]),
        ("TPS 2", [heading, person(1003), person(1002)]),
    ]).bytes

    private static let headless = Lists.people.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
    private static let columns =
        "nkk: 'A', nik: 2, name: 'C', birth_date: 'D', marital_status: 5, sex: 'F', region: 'G', tps: 'H'"
    private static let maps: [(String, String)] = [
        ("own.json5", "{ lists: [ { heading_row: null, columns: { \(columns) } } ] }"),
        ("named.json5", "{ lists: [ { file: 'dp4.csv', heading_row: null, columns: { \(columns) } } ] }"),
        (
            "both.json5",
            """
            { lists: [ { file: 'dp4.csv', heading_row: null, columns: { \(columns) } },
                       { file: 'rekam.csv', heading_row: 1, columns: { nik: 'NIK', class: 'STATUS', recorded_on: 'TGL REKAM' } } ] }
            """
        ),
    ]

    /// Cells that a spreadsheet would run, and a row of which only the number is filled.
    private static let rough = #"""
        NO,NIK,NAMA,TANGGAL LAHIR,STATUS KAWIN,JENIS KELAMIN,RT,KODE DESA
        1,"=""1271901708900001""",=Budi,-,-,L,-,1271901001
        2,,,,,,,
        3,1271901708900001,"Budi ""B""",17-08-1990,B,L,001,1271901001
        4,-,+,@,=,-,-,-

        """#

    static let given: [[String]] = [
        ["--population", "dp4.xlsx"], ["--population", "dp4.xlsx#TPS 2"],
        ["--population", "dp4.xlsx#TPS 2", "--population", "dp4.xlsx#TPS 1"],
        ["--population", "people.csv", "--population", "more/people.csv"],
        ["--recordings", "other/people.csv", "--region", "1271", "--population", "people.csv"],
        ["--population", "dp4.csv", "--map", "own.json5"], ["--population", "dp4.csv", "--map", "named.json5"],
        ["--recordings", "rekam.csv", "--population", "dp4.csv", "--map", "both.json5"],
        ["--population", "rough.csv"],
    ]

    @Test(arguments: given) func theyHold(_ lists: [String]) async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.xlsx", Self.workbook)
        try workdir.write("dp4.csv", Self.headless)
        try workdir.write("people.csv", Lists.people)
        try workdir.write("rough.csv", Self.rough)
        try workdir.write("other/people.csv", Lists.recordings)
        try workdir.write("more/people.csv", Lists.people + "\n")
        try workdir.write("rekam.csv", Lists.recordings)
        for (name, map) in Self.maps { try workdir.write(name, map) }
        let check = Array(Lists.check.prefix(7)) + lists + ["--persons", "--out", "run", "--quiet"]
        let checked = try await workdir.run(check)
        try #require(checked.exitCode == 0, "\(checked.errors)")
        for options in [[], ["--sample", "1000"]] {
            let outcome = try await workdir.run(["verify", "run", "--rules", Program.rules, "--lang", "en"] + options)
            #expect(outcome.exitCode == 0, "\(options): \(outcome.output)\(outcome.errors)")
            #expect(outcome.output.contains(options.isEmpty ? "Decided again: all" : "(a sample)"))
        }
    }

    @Test func aChangedByteOfAWorkbookIsNoticed() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.xlsx", Self.workbook)
        let check = Array(Lists.check.prefix(7)) + ["--population", "dp4.xlsx#TPS 2", "--out", "run", "--quiet"]
        #expect(try await workdir.run(check).exitCode == 0)
        var bytes = Self.workbook
        bytes[bytes.count / 2] ^= 1
        try workdir.write("dp4.xlsx", bytes)
        let outcome = try await workdir.run(["verify", "run", "--rules", Program.rules, "--lang", "en"])
        #expect(outcome.exitCode == 1)
        #expect(outcome.errors.contains("dp4.xlsx: its contents changed (its size did not)\n"), "\(outcome.errors)")
    }
}
