import Foundation
import Testing

/// The program knows no name that the rules define: whichever is renamed, every result stays as it was but for the name,
/// or loading says where the rules no longer hold together.
@Suite(.enabled(if: Program.canCheck)) struct RenameTests {
    /// Results under some rules; nil where they were refused.
    struct Results: Sendable {
        var files: [String: String] = [:]
        var refusal: String?
    }

    static let district = District(election: .pilkada2018, asOf: Day("2017-11-18"), people: 700, seed: 4711)
    static let shipped = Task { try await results(nil) }

    @Test(arguments: RuleRename.all) func aNameChangesNoResult(_ rename: RuleRename) async throws {
        let before = try await Self.shipped.value
        try #require(before.refusal == nil, "\(before.refusal ?? "")")
        let after = try await Self.results(rename)
        if let refusal = after.refusal {
            // With the place, and not by an accident later on.
            #expect(refusal.hasPrefix("rules/"), "\(refusal)")
            #expect(!Self.free.contains(rename.kind), "\(refusal)")
            return
        }
        let files = before.files.keys.filter { $0.hasPrefix("run/") || Self.followed.contains(rename.kind) }
        #expect(files.sorted() == after.files.keys.sorted())
        for (file, text) in before.files where after.files[file] != nil {
            #expect(rename.restored(after.files[file] ?? "") == text, "\(file)")
        }
    }

    /// Names that a lawyer may change as they like.
    static let free: Set<RuleRename.Kind> = [
        .reason, .outcome, .step, .attribute, .requirement, .role, .equalRows, .target, .document, .stage,
    ]

    /// Kinds of names for which field lists and the pace are made as well.
    static let followed: Set<RuleRename.Kind> = [.outcome, .step, .attribute, .document]

    @Test func everyKindOfNameIsTried() {
        for kind in RuleRename.Kind.allCases { #expect(RuleRename.all.contains { $0.kind == kind }, "\(kind)") }
        #expect(RuleRename.all.count { $0.kind == .reason } > 40)
    }

    /// The people of the test are such that the names matter.
    @Test func theNamesOccur() async throws {
        let before = try await Self.shipped.value
        let text = before.files.values.joined()
        for name in ["collect_card", "first_time", "recording_failed", "nik_damaged", "nik_masked", "record_again"] {
            #expect(text.contains(name), "\(name)")
        }
        #expect(before.files["run/collect.csv"]?.contains("collect_card") ?? false)
        let lists = try #require(before.files["outreach.json"])
        let document = try JSONSerialization.jsonObject(with: Data(lists.utf8)) as? [String: Any]
        let counts = try #require(document?["lists"] as? [String: Int])
        #expect((counts["firstTime"] ?? 0) > 0 && (counts["failed"] ?? 0) > 0 && (counts["visit"] ?? 0) > 0)
    }

    private static func results(_ rename: RuleRename?) async throws -> Results {
        let workdir = try Workdir()
        for (path, bytes) in rename?.documents() ?? RuleRename.documents { try workdir.write("rules/" + path, bytes) }
        for file in district.files { try workdir.write(file.path, file.bytes) }
        let election = rename?.kind == .document && rename?.name == district.election.id ? rename?.newName : nil
        let rules = ["--rules", "rules", "--lang", "en", "--quiet"]
        let checked = try await workdir.run(
            [
                "check", "--election", election ?? district.election.id, "--as-of", district.asOf.description,
                "--persons",
            ]
                + ["--no-digest", "--out", "run"] + rules + district.listArguments)
        if checked.exitCode != 0 {
            return Results(refusal: checked.errors.isEmpty ? "exit code \(checked.exitCode)" : checked.errors)
        }
        var results = Results()
        // Workbooks say in words what the CSV beside them says in ids.
        for (name, bytes) in try Run(workdir: workdir, folder: "run").files() where !name.hasSuffix(".xlsx") {
            results.files["run/" + name] = String(decoding: bytes, as: UTF8.self)
        }
        // What these make of the rules rests on few kinds of names.
        guard rename.map({ followed.contains($0.kind) }) ?? true else { return results }
        for command in ["outreach", "pace"] {
            let outcome = try await workdir.run([command, "run", "--json"] + rules)
            try #require(outcome.exitCode == 0, "\(outcome.errors)")
            results.files[command + ".json"] = outcome.output
        }
        return results
    }
}
