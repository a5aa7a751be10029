import Foundation
import Testing

/// Code tables and folders with letters that hide or stand out.
@Suite(.enabled(if: Program.canCheck)) struct OfficePlaceTests {
    /// Two words that fold to one, under two classes: the profile is refused with both places.
    @Test(arguments: ["TERCETAK", "tercetak", "TER\u{200B}CETAK", "TER\u{AD}CETAK", "TERCETAK "])
    func aWordOfTwoClassesIsRefused(_ word: String) async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        try FileManager.default.copyItem(atPath: Program.rules, toPath: workdir.path("rules"))
        let file = "rules/profiles/dukcapil.json5"
        let text = try workdir.text(file)
        let changed = text.replacing("issued: [", with: "issued: [\n'\(word)', ")
        try #require(changed != text)
        try workdir.write(file, changed)
        let options = Lists.check.map { $0 == Program.rules ? "rules" : $0 }
        let outcome = try await workdir.run(options)
        #expect(outcome.exitCode == 3, "\(outcome.output)")
        let lines = changed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for line in lines.indices where lines[line].contains("CETAK'") || lines[line].contains("'\(word)'") {
            let isWord = lines[line].contains("'TERCETAK'") || lines[line].contains("'\(word)'")
            if isWord { #expect(outcome.errors.contains("dukcapil.json5:\(line + 1)"), "\(outcome.errors)") }
        }
    }

    /// A run folder whose path holds letters beyond ASCII is read by every command.
    @Test(arguments: ["hasil é", "ħasil キロ"]) func aFolderOfAnyName(_ out: String) async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        for folder in [out, out + " 2"] {
            let outcome = try await workdir.run(
                Lists.check.map { $0 == "run" ? folder : $0 } + ["--persons", "--quiet"])
            #expect(outcome.exitCode == 0, "\(outcome.errors)")
        }
        let manifest = try workdir.text(out + "/manifest.json")
        #expect(manifest.contains("\"flagged.csv\"") && manifest.contains("\"summary.json\""))
        let rules = ["--rules", Program.rules]
        let commands = [
            ["verify", out], ["report", out], ["outreach", out], ["diff", out, out + " 2"],
            ["pace", out, "--deadline", "2018-06-26"],
        ]
        for command in commands {
            let outcome = try await workdir.run(command + (command[0] == "diff" ? [] : rules))
            #expect(outcome.exitCode == 0, "\(command): \(outcome.errors)\(outcome.output)")
        }
        // The folder in which one works may be called so too.
        let home = workdir.url.appendingPathComponent(out)
        let inside = try await Program.run(
            ["check"] + Array(Lists.check.dropFirst().dropLast(3)) + ["../dp4.csv", "--out", "di dalam", "--quiet"],
            in: home)
        #expect(inside.exitCode == 0, "\(inside.errors)")
        let proof = try await Program.run(["verify", "di dalam"] + rules, in: home)
        #expect(proof.exitCode == 0, "\(proof.errors)\(proof.output)")
    }
}
