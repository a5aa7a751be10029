import Foundation
import Testing

/// What the program takes from where and how it is started.
@Suite(.enabled(if: Program.canCheck)) struct SurroundingsTests {
    /// The rules lie beside the program, above it, or in the `share` folder of where it was installed.
    @Test(arguments: [
        ("rules", "siappilih"), ("hasil é/rules", "hasil é/bin/siappilih"),
        ("share/siappilih/rules", "bin/siappilih"), ("rules", "a/b/c/d/e/siappilih"),
    ])
    func rulesAreFoundByTheProgramsPlace(rules: String, program: String) async throws {
        let workdir = try Workdir()
        try workdir.write("work/note.txt", "")
        try install(rules, program, in: workdir)
        let outcome = try await Program.run(
            ["rules", "list", "--json"], in: workdir.url.appendingPathComponent("work"), program: workdir.path(program))
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("pilkada-2018"))
        #expect(outcome.errors.isEmpty)
    }

    @Test func rulesTooFarFromTheProgramAreNotFound() async throws {
        let workdir = try Workdir()
        try workdir.write("work/note.txt", "")
        try install("rules", "a/b/c/d/e/f/siappilih", in: workdir)
        let outcome = try await Program.run(
            ["rules", "list", "--lang", "en"], in: workdir.url.appendingPathComponent("work"),
            program: workdir.path("a/b/c/d/e/f/siappilih"))
        #expect(outcome.exitCode == 3)
        #expect(
            outcome.errors
                == "siappilih: the folder of the rules was not found; name it with --rules DIR or SIAPPILIH_RULES\n")
    }

    private func install(_ rules: String, _ program: String, in workdir: Workdir) throws {
        for (source, target) in [(Program.rules, rules), (Program.path ?? "", program)] {
            let place = workdir.url.appendingPathComponent(target)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: source, toPath: place.path)
        }
    }

    /// Lines that span what is read at a time are whole.
    @Test func standardInputIsReadToItsEnd() async throws {
        let workdir = try Workdir()
        let numbers = 0..<6000
        let input = numbers.map { #"{"expr":"\#($0) + 1","bindings":{}}"# }.joined(separator: "\n")
        let outcome = try await workdir.run(["rules", "eval"], input: input)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(input.utf8.count > 3 << 16)
        let expected = numbers.map { #"{"type":"int","value":\#($0 + 1)}"# + "\n" }.joined()
        #expect(outcome.output == expected)
    }

    /// What is set aside while a list is looked at lies in the folder that `TMPDIR` names, and is gone afterwards.
    @Test(arguments: ["sementara", "sementara é %41", "sementara/"])
    func spoolsLieWhereTheSystemSays(folder: String) async throws {
        let workdir = try Workdir()
        let sample = Program.root.appendingPathComponent("samples/penduduk-1204-nias.xlsx")
        try workdir.write("dp4.xlsx", [UInt8](try Data(contentsOf: URL(fileURLWithPath: sample.path))))
        let arguments = ["inspect", "dp4.xlsx", "--rules", Program.rules, "--lang", "en"]
        let missing = try await workdir.run(arguments, environment: ["TMPDIR": workdir.path("tidak ada/x")])
        #expect(missing.exitCode == 4)
        #expect(
            missing.errors == "dp4.xlsx: what this file holds cannot be set aside in \(workdir.path("tidak ada/x")): "
                + "no such file or folder; free some space in that folder, or let TMPDIR name another one\n")
        try FileManager.default.createDirectory(
            at: workdir.url.appendingPathComponent(folder), withIntermediateDirectories: true)
        let outcome = try await workdir.run(arguments, environment: ["TMPDIR": workdir.path(folder)])
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(workdir.names(in: folder).isEmpty)
        #expect(outcome.output.contains("population"))
    }
}
