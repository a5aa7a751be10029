import Foundation
import Testing

/// The table of `docs/verify.md`, row by row: which command notices which change.
@Suite(.enabled(if: Program.canCheck)) struct NoticedChangesTests {
    /// One change of a run, and who notices it.
    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var change: @Sendable (RunToForge) throws -> Void
        /// `verify`, `--no-decide`, `--sample`, then the latter two with `--against`.
        var noticed: [Bool]
        /// Whether what is made from the run is refused.
        var isRefused = false
        /// Whether a report was made into the run before: it bears the digest of the run.
        var hasReport = true
    }

    private static let always = [true, true, true, true, true]

    static let rows: [Row] = [
        Row(testDescription: "an input", change: { try $0.replace("dp4.csv", "Budi", "Bodi") }, noticed: always),
        Row(
            testDescription: "a rule", change: { try $0.replace("rules/terms.json5", "1", "2") }, noticed: always),
        Row(
            testDescription: "a file of the run",
            change: {
                try $0.replace("run/flagged.csv", "Siregar", "Sinegar")
                try $0.replace("run/persons.csv", "no_recording", "no_recordinG")
            },
            noticed: always, isRefused: true),
        Row(
            testDescription: "a line of the manifest",
            change: { try $0.replace("run/manifest.json", "2018-06-27", "2018-06-28") }, noticed: always,
            isRefused: true),
        Row(
            testDescription: "a file of report/", change: { try $0.replace("run/report/report.html", "2018", "2019") },
            noticed: always),
        Row(
            testDescription: "a file more in report/", change: { try $0.workdir.write("run/report/mine.txt", "mine") },
            noticed: always),
        Row(
            testDescription: "the manifest of report/ taken away",
            change: { try FileManager.default.removeItem(atPath: $0.workdir.path("run/report/manifest.json")) },
            noticed: always),
        Row(
            testDescription: "an outcome, with manifest and digest",
            change: { try $0.forge("run", "persons.csv", "unrecorded,11,no_recording", "unrecorded,11,not_listed_x") },
            noticed: [true, false, true, true, true], hasReport: false),
        Row(
            testDescription: "a name, with manifest and digest",
            change: { try $0.forge("run", "flagged.csv", "Siregar", "Sinegar") },
            noticed: [true, false, false, true, true], hasReport: false),
        Row(
            testDescription: "counts, with the digest",
            change: {
                try $0.replace("run/manifest.json", "\"people\": 3", "\"people\": 4")
                try ManifestToForge.agree($0.workdir, "run")
            },
            noticed: [true, false, false, true, true], hasReport: false),
        Row(
            testDescription: "warnings, with the digest",
            change: {
                try $0.warn()
                try ManifestToForge.agree($0.workdir, "run")
            },
            noticed: [true, false, false, false, false], hasReport: false),
        Row(
            testDescription: "the same below a report",
            change: { try $0.forge("run", "flagged.csv", "Siregar", "Sinegar") }, noticed: always),
        Row(
            testDescription: "the voting day, with the digest",
            change: {
                try $0.replace("run/manifest.json", "2018-06-27", "2018-06-28")
                try ManifestToForge.agree($0.workdir, "run")
            },
            noticed: always),
        Row(
            testDescription: "a file of report/, with its manifest",
            change: { try $0.forge("run/report", "report.html", "2018", "2019") },
            noticed: [false, false, false, false, false]),
    ]

    @Test(arguments: rows) func whoNoticesIt(_ row: Row) async throws {
        let run = try await RunToForge(hasReport: row.hasReport)
        try row.change(run)
        let digest = ["--against", run.digest]
        let ways = [
            [], ["--no-decide"], ["--sample", "1000"], ["--no-decide"] + digest, ["--sample", "1000"] + digest,
        ]
        for (options, isNoticed) in zip(ways, row.noticed) {
            let outcome = try await run.workdir.run(
                ["verify", "run", "--rules", "rules", "--lang", "en"] + options)
            #expect(outcome.exitCode == (isNoticed ? 1 : 0), "\(options): \(outcome.output)\(outcome.errors)")
        }
        for maker in RunToForge.makers {
            let outcome = try await run.workdir.run(maker + ["--rules", Program.rules, "--lang", "en"])
            #expect(outcome.exitCode == (row.isRefused ? 3 : 0), "\(maker): \(outcome.output)\(outcome.errors)")
        }
    }
}

/// A run with a report, for somebody who can write every file of it.
struct RunToForge: Sendable {
    let workdir: Workdir
    /// Of the run as `check` made it.
    let digest: String

    /// What is made from the run.
    static let makers = [
        ["report", "run", "--out", "made-report"],
        ["outreach", "run", "--deadline", "2018-05-31", "--out", "made-outreach"],
        ["diff", "earlier", "run", "--key", "key", "--out", "made-diff"], ["pace", "run"],
    ]

    init(hasReport: Bool) async throws {
        workdir = try Workdir()
        try workdir.tool("/bin/cp", ["-r", Program.rules, "rules"])
        try workdir.write("dp4.csv", Lists.people)
        try workdir.write("rekam.csv", Lists.recordings)
        var check = Lists.check
        check[2] = "rules"
        let outcome = try await workdir.run(check + ["--recordings", "rekam.csv", "--quiet", "--persons"])
        try #require(outcome.exitCode == 0, "\(outcome.errors)")
        try workdir.tool("/bin/cp", ["-r", "run", "earlier"])
        if hasReport {
            let report = try await workdir.run(["report", "run", "--rules", "rules"])
            try #require(report.exitCode == 0, "\(report.errors)")
        }
        let manifest = try workdir.text("run/manifest.json")
        digest = String(try #require(manifest.firstMatch(of: /"digest": "([0-9a-f]{64})"/)).output.1)
    }

    func replace(_ file: String, _ old: String, _ new: String) throws {
        let text = try workdir.text(file)
        let changed = text.replacing(old, with: new)
        try #require(changed != text, "\(file) has no \(old)")
        try workdir.write(file, changed)
    }

    /// Changes a file and what its folder's manifest says of it.
    func forge(_ folder: String, _ file: String, _ old: String, _ new: String) throws {
        try replace("\(folder)/\(file)", old, new)
        try ManifestToForge.agree(workdir, folder)
    }

    /// Adds a warning that no check of these lists gives.
    func warn() throws {
        let text = try workdir.text("run/manifest.json")
        let warning =
            #"{ "code": "made_up", "file": null, "row": null, "column": null, "message": { "id": "-", "en": "-" } }"#
        let changed = text.replacing(/"warnings": \[(\s*\])?/) { found in
            "\"warnings\": [ \(warning)" + (found.output.1 == nil ? "," : "]")
        }
        try #require(changed != text)
        try workdir.write("run/manifest.json", changed)
    }
}
