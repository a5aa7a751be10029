import Columns
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
                try $0.renewDigest()
            },
            noticed: [true, false, false, true, true], hasReport: false),
        Row(
            testDescription: "warnings, with the digest",
            change: {
                try $0.warn()
                try $0.renewDigest()
            },
            noticed: [true, false, false, false, false], hasReport: false),
        Row(
            testDescription: "the same below a report",
            change: { try $0.forge("run", "flagged.csv", "Siregar", "Sinegar") }, noticed: always),
        Row(
            testDescription: "the voting day, with the digest",
            change: {
                try $0.replace("run/manifest.json", "2018-06-27", "2018-06-28")
                try $0.renewDigest()
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
        digest = try Self.digest(workdir.text("run/manifest.json"))
    }

    func replace(_ file: String, _ old: String, _ new: String) throws {
        let text = try workdir.text(file)
        let changed = text.replacing(old, with: new)
        try #require(changed != text, "\(file) has no \(old)")
        try workdir.write(file, changed)
    }

    /// Changes a file and what its folder's manifest says of it.
    func forge(_ folder: String, _ file: String, _ old: String, _ new: String) throws {
        let before = try workdir.bytes("\(folder)/\(file)")
        try replace("\(folder)/\(file)", old, new)
        let after = try workdir.bytes("\(folder)/\(file)")
        let manifest = "\(folder)/manifest.json"
        try replace(manifest, Digest.hex(of: before), Digest.hex(of: after))
        if before.count != after.count {
            try replace(manifest, "\"bytes\": \(before.count),", "\"bytes\": \(after.count),")
        }
        if folder == "run" { try renewDigest() }
    }

    func renewDigest() throws {
        let manifest = try workdir.text("run/manifest.json")
        let (old, new) = (try Self.object(manifest)["digest"] as? String, try Self.digest(manifest))
        // Warnings stand in no digest.
        if old != new { try replace("run/manifest.json", try #require(old), new) }
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

    private static func object(_ manifest: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(manifest.utf8)) as? [String: Any])
    }

    /// The digest of a run, from what its manifest says of it; a run with no options but those that are said elsewhere.
    private static func digest(_ manifest: String) throws -> String {
        let manifest = try object(manifest)
        var lines = [["siappilih run 2"]]
        func files(_ key: String, _ names: [String]) throws -> [[String]] {
            try #require(manifest[key] as? [[String: Any]]).map { file in
                names.map { name in
                    (file[name] as? String) ?? (file[name] as? NSNumber).map { "\($0)" } ?? ""
                }
            }
        }
        lines += try files("inputs", ["role", "list", "bytes", "sha256", "region"]).map { ["input"] + $0 }
        lines += try files("rules", ["path", "bytes", "sha256"]).map { ["rule"] + $0 }
        for (name, key) in [
            ("election", "election"), ("ruleset", "ruleset"), ("profile", "profile"), ("voting-day", "votingDay"),
            ("as-of", "asOf"),
        ] {
            lines.append(["option", name, try #require(manifest[key] as? String)])
        }
        let options = try #require(manifest["options"] as? [String: Any])
        for name in options.keys.sorted() where !["election", "as-of"].contains(name) {
            lines.append(["option", name, "\(try #require(options[name] as? String))"])
        }
        let counts = try #require(manifest["counts"] as? [String: NSNumber])
        for name in counts.keys.sorted() { lines.append(["count", name, "\(counts[name] ?? 0)"]) }
        lines += try files("outputs", ["name", "bytes", "sha256"]).map { ["output"] + $0 }
        return Digest.hex(of: Array(lines.map { $0.joined(separator: "\t") + "\n" }.joined().utf8))
    }
}
