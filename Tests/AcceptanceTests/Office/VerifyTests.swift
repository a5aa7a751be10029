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

    @Test func missingInputsAreSaidAndNothingIsDecided() async throws {
        let workdir = try await run()
        try FileManager.default.removeItem(atPath: workdir.path("rekam.csv"))
        let outcome = try await verify(workdir, ["--json"])
        #expect(outcome.exitCode == 1)
        #expect(outcome.output.contains("\"mode\": \"impossible\""))
        #expect(outcome.output.contains("cannot be read: no such file or folder"))
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
