import Foundation
import Testing

/// `report`: what leaves the office, made from a run and read back.
@Suite(.enabled(if: Program.canCheck)) struct ReportTests {
    /// A run over the shipped sample, and its report.
    private static func made(_ options: [String] = []) async throws -> (workdir: Workdir, summary: [String: Any]) {
        let workdir = try Workdir()
        let samples = Program.root.appendingPathComponent("samples/periksa.json5").path
        let check = try await workdir.run([
            "check", samples, "--rules", Program.rules, "--out", "run", "--quiet",
        ])
        #expect(check.exitCode == 0)
        let report = try await workdir.run(["report", "run", "--rules", Program.rules, "--quiet"] + options)
        #expect(report.exitCode == 0, "\(report.errors)")
        return (workdir, try Run(workdir: workdir, folder: "run").json("summary.json"))
    }

    private static func files(_ workdir: Workdir, _ folder: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: workdir.path(folder))?.compactMap { $0 as? String } ?? []
        return names.filter { $0.contains(".") }.sorted()
    }

    private static func population(_ workdir: Workdir, _ folder: String) -> [String] {
        files(workdir, folder).flatMap { ["--population", "\(folder)/\($0)"] }
    }

    /// The forms are lists themselves: our own reader finds the same people on them, each under its own code.
    @Test(arguments: [("form-ac", [11, 12]), ("form-ab", Array(1...10))])
    func formsReadBackToTheSamePeople(form: String, codes: [Int]) async throws {
        let (workdir, summary) = try await Self.made()
        let expected = try #require(summary["kpuCodes"] as? [String: Int])
        let people = codes.map { expected[String($0)] ?? 0 }.reduce(0, +)
        let outcome = try await workdir.run(
            [
                "check", "--rules", Program.rules, "--election", "pilkada-2018", "--as-of", "2018-03-23", "--persons",
                "--quiet", "--out", "again",
            ] + Self.population(workdir, "run/report/\(form)"))
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let again = try Run(workdir: workdir, folder: "again").json("summary.json")
        let rows = try #require(again["rows"] as? [String: Int])
        #expect(rows["decided"] == people)
        #expect(rows["rejected"] == 0)
        // The NIKs are those of the run, digit for digit (damaged ones as the list had them).
        let table = form == "form-ac" ? "flagged.csv" : "ineligible.csv"
        let before = try Run(workdir: workdir, folder: "run").table(table).rows.compactMap { Self.digits($0["nik"]) }
        let after = try Run(workdir: workdir, folder: "again").table("persons.csv").rows
            .compactMap { Self.digits($0["nik"]) }
        // What the list wrapped or broke up (`="…"`, a trailing `.0`) is clean on the form, so it may hold more.
        var left: [String: Int] = [:]
        for nik in after { left[nik, default: 0] += 1 }
        for nik in before { left[nik, default: 0] -= 1 }
        #expect(left.values.allSatisfy { $0 >= 0 })
    }

    private static func digits(_ nik: String?) -> String? {
        let digits = (nik ?? "").filter(\.isNumber)
        return digits.count == 16 ? digits : nil
    }

    @Test func sameRunGivesSameBytesInPrivateFiles() async throws {
        let (workdir, _) = try await Self.made()
        let second = try await workdir.run(
            ["report", "run", "--rules", Program.rules, "--out", "second", "--quiet"],
            environment: ["TZ": "Asia/Jakarta", "LC_ALL": "id_ID.UTF-8"])
        #expect(second.exitCode == 0)
        let names = Self.files(workdir, "run/report")
        #expect(names == Self.files(workdir, "second/report"))
        #expect(names.contains("recap.xlsx") && names.contains { $0.hasPrefix("dukcapil/") })
        for name in names {
            #expect(try workdir.bytes("run/report/\(name)") == workdir.bytes("second/report/\(name)"), "\(name)")
            #expect(try workdir.mode("run/report/\(name)") == 0o600)
        }
    }

    /// Without --force an older report stays; with it, it is replaced.
    @Test func olderReportIsReplacedOnlyWhenAsked() async throws {
        let (workdir, _) = try await Self.made()
        let refused = try await workdir.run(["report", "run", "--rules", Program.rules])
        #expect(refused.exitCode == 2)
        let forced = try await workdir.run(["report", "run", "--rules", Program.rules, "--force", "--json"])
        #expect(forced.exitCode == 0)
        #expect(workdir.names(in: "run").filter { $0.hasPrefix("report") } == ["report"])
    }

    @Test func maskedCopiesShowNoWholeNumberAndNoRequest() async throws {
        let (workdir, _) = try await Self.made(["--mask", "kpu2020"])
        #expect(!workdir.exists("run/report/dukcapil"))
        let outcome = try await workdir.run(
            [
                "check", "--rules", Program.rules, "--election", "pilkada-2018", "--as-of", "2018-03-23", "--persons",
                "--quiet", "--out", "again",
            ] + Self.population(workdir, "run/report/masked/form-ac"))
        // A list of masked NIKs is refused: none can be read.
        if outcome.exitCode == 0 {
            let rows = try Run(workdir: workdir, folder: "again").table("persons.csv").rows
            #expect(rows.allSatisfy { Self.digits($0["nik"]) == nil })
        } else {
            #expect(outcome.exitCode == 3)
        }
    }

    /// A run whose tables were changed afterwards is not reported on.
    @Test func changedRunIsRefused() async throws {
        let (workdir, _) = try await Self.made()
        let table = try workdir.text("run/flagged.csv")
        let cut = table.split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
        try workdir.write("run/flagged.csv", cut)
        let outcome = try await workdir.run(["report", "run", "--rules", Program.rules, "--out", "x", "--lang", "en"])
        #expect(outcome.exitCode == 3)
        #expect(
            outcome.errors
                == "run/flagged.csv: this file was changed after the check: it does not agree with manifest.json; run the check again; siappilih verify says all that changed\n"
        )
        #expect(!workdir.exists("x/report"))
    }
}
