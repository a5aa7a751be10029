import Foundation
import Testing

@Suite(.enabled(if: Program.canCheck)) struct DiffTests {
    @Test func everyChangeIsExplainedAndTotalsAddUp() async throws {
        let month = try await OfficeMonth.shared.value
        let outcome = try await month.run(["diff", "a", "b", "--out", "compared", "--exit-code", "--json"])
        #expect(outcome.exitCode == 1)
        let run = Run(workdir: month.workdir, folder: "compared/diff")
        #expect(try month.workdir.text("compared/diff/summary.json") == outcome.output)
        let summary = try run.json("summary.json")
        let people = try run.table("people.csv")
        let (before, after) = (
            try Run(workdir: month.workdir, folder: "a").json("summary.json"),
            try Run(workdir: month.workdir, folder: "b").json("summary.json")
        )
        func counts(_ summary: [String: Any], _ key: String) -> [String: Int] { summary[key] as? [String: Int] ?? [:] }

        // Totals are those of the runs.
        let totals = try #require(summary["totals"] as? [String: [String: Int]])
        #expect(totals["eligible"]?["before"] == before["eligible"] as? Int)
        #expect(totals["recorded"]?["after"] == after["recorded"] as? Int)
        // Each outcome: after = before − left it + came to it.
        let transitions = try #require(summary["transitions"] as? [[String: Any]])
        for (id, count) in counts(after, "outcomes") {
            let came = transitions.filter { $0["to"] as? String == id }.compactMap { $0["persons"] as? Int }.reduce(
                0, +)
            let went = transitions.filter { $0["from"] as? String == id }.compactMap { $0["persons"] as? Int }.reduce(
                0, +)
            #expect(count == (counts(before, "outcomes")[id] ?? 0) + came - went, "\(id)")
        }
        // people.csv holds each change once, and changes add up.
        let changes = counts(summary, "changes")
        for (change, count) in changes { #expect(people.rows.count { $0["change"] == change } == count, "\(change)") }
        let listed = try #require(totals["persons"])
        #expect(
            (summary["same"] as? Int ?? 0) + changes.values.reduce(0, +) - (changes["left"] ?? 0) == listed["after"])
        for change in ["new", "left", "became_ready", "advanced", "went_back", "became_ineligible"] {
            #expect(changes[change] ?? 0 > 0, "the sample has no \(change)")
        }
        // Whoever fell back or away has a reason.
        for row in people.rows where ["went_back", "became_ineligible"].contains(row["change"]) {
            #expect(row["why"] != "", "\(row)")
        }
        // Per area the same.
        let areas = try #require(summary["areas"] as? [[String: Any]])
        let sum = areas.compactMap { ($0["totals"] as? [String: [String: Int]])?["persons"]?["after"] }.reduce(0, +)
        #expect(sum == listed["after"])
        // Every fall: after = before + gained − losses.
        for fall in try #require(summary["falls"] as? [[String: Any]]) {
            let lost = (fall["losses"] as? [[String: Any]] ?? []).compactMap { $0["persons"] as? Int }.reduce(0, +)
            #expect(fall["after"] as? Int == (fall["before"] as? Int ?? 0) + (fall["gained"] as? Int ?? 0) - lost)
        }
        // Nothing that names anybody.
        #expect(!Lists.hasLongDigits(try month.workdir.text("compared/diff/people.csv")))
        #expect(people.rows.allSatisfy { $0["person"]?.utf8.count == 32 })
    }

    @Test func repeatingGivesTheSameBytes() async throws {
        let month = try await OfficeMonth.shared.value
        for out in ["one", "two"] { _ = try await month.run(["diff", "a", "b", "--out", out, "--quiet"]) }
        #expect(try month.files("one") == month.files("two"))
        let same = try await month.run(["diff", "b", "b", "--out", "none", "--exit-code", "--quiet"])
        #expect(same.exitCode == 0)
    }

    @Test func aKeyMakesPseudonymsAgree() async throws {
        let month = try await OfficeMonth.shared.value
        for (out, first, second) in [("k1", "a", "b"), ("k2", "b", "a")] {
            let outcome = try await month.run(["diff", first, second, "--out", out, "--key", "secret", "--quiet"])
            #expect(outcome.exitCode == 0)
        }
        #expect(try month.workdir.mode("secret") == 0o600)
        func people(_ out: String) throws -> Set<String?> {
            Set(try Run(workdir: month.workdir, folder: "\(out)/diff").table("people.csv").rows.map { $0["person"] })
        }
        #expect(try people("k1") == people("k2"))
        _ = try await month.run(["diff", "a", "b", "--out", "k3", "--quiet"])
        #expect(try people("k1").isDisjoint(with: people("k3")))
    }

    /// A fall in the recorded total is shown with its cause.
    @Test func aFallIsShownWithItsCause() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        try workdir.write("rekam.csv", Lists.recordings)
        let options = ["--rules", Program.rules, "--persons", "--quiet"]
        _ = try await workdir.run(Lists.check + ["--recordings", "rekam.csv"] + options)
        try workdir.write("mati.csv", "NIK,TANGGAL MENINGGAL\n1271901708900001,2017-11-01\n")
        _ = try await workdir.run(
            Lists.check.dropLast() + ["run2", "--recordings", "rekam.csv", "--deaths", "mati.csv"] + options)
        let outcome = try await workdir.run(["diff", "run", "run2", "--lang", "en", "--rules", Program.rules])
        #expect(
            outcome.output.contains("Recorded 2 -> 1 (-1): gained 0, lost:\n      1: Not eligible (Deceased)"),
            "\(outcome.output)")
        #expect(
            try Run(workdir: workdir, folder: "run2/diff").table("people.csv").rows.map { $0["why"] } == ["deceased"])
    }

    /// Without a NIK only list and row tell who is who, which is said.
    @Test func rowsThatMovedAreSaid() async throws {
        let workdir = try Workdir()
        let options = ["--rules", Program.rules, "--persons", "--quiet"]
        let unknown = "1271900101120003,-,Ani Siregar,17-08-1970,S,P,1271901001,1\n"
        let newcomer = "1271900101120004,1271901708900009,Adi Siregar,17-08-1990,B,L,1271901001,1\n"
        try workdir.write("dp4.csv", Lists.people + unknown)
        _ = try await workdir.run(Lists.check + options)
        try workdir.write("dp4.csv", Lists.people + newcomer + unknown)
        _ = try await workdir.run(Lists.check.dropLast() + ["run2"] + options)
        let outcome = try await workdir.run(["diff", "run", "run2", "--lang", "en", "--rules", Program.rules])
        #expect(outcome.output.contains("Without a usable NIK: 1 person, then 1; they are known by list and row"))
        let run = Run(workdir: workdir, folder: "run2/diff")
        #expect(try run.json("summary.json")["withoutNIK"] as? [String: Int] == ["before": 1, "after": 1, "change": 0])
        #expect(
            try run.table("people.csv").rows.map { $0["change"] }.sorted { ($0 ?? "") < ($1 ?? "") } == [
                "left", "new", "new",
            ])
    }

    @Test func runsWithoutPersonsAreRefused() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        _ = try await workdir.run(Lists.check + ["--quiet"])
        let outcome = try await workdir.run(["diff", "run", "run", "--lang", "en", "--rules", Program.rules])
        #expect(outcome.exitCode == 3)
        #expect(
            outcome.errors
                == "run: this run was made without --persons, so its people cannot be compared; run siappilih check again with --persons\n"
        )
    }
}
