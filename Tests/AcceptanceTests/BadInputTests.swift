import Foundation
import Testing

/// Jobs that cannot be done: the exit code, the whole message in both languages, and nothing half-written.
@Suite(.enabled(if: Program.canCheck)) struct BadInputTests {
    /// One bad job: files to write, options for `check`, the exit code.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let exitCode: Int32
        var files: [String: String] = ["dp4.csv": Lists.people]
        var options: [String] = []
        var leaves: [String] = []
        var testDescription: String { name }
    }

    private static func population(_ file: String = "dp4.csv") -> [String] {
        ["--election", "pilkada-2018", "--as-of", "2017-11-18", "--population", file, "--out", "run"]
    }

    private static let withoutNIK = "NAMA,TANGGAL LAHIR\nBudi Siregar,17-08-1990\n"
    private static let twoNIKs = """
        NIK,NIK,NAMA
        1271901708900001,1271905709920002,Budi
        1271905709920002,1271901708900001,Siti

        """

    static let cases: [Case] = [
        Case(name: "missing-file", exitCode: 3, options: population("dp5.csv")),
        Case(name: "list-from-stdin", exitCode: 2, options: population("-")),
        Case(name: "empty-file", exitCode: 3, files: ["dp4.csv": ""], options: population()),
        Case(name: "header-only", exitCode: 3, files: ["dp4.csv": "NIK,NAMA\n"], options: population()),
        Case(name: "wrong-role", exitCode: 3, files: ["dp4.csv": Lists.recordings], options: population()),
        Case(
            name: "wrong-role-recordings", exitCode: 3,
            options: population() + ["--recordings", "dp4.csv"]),
        Case(name: "no-nik-column", exitCode: 3, files: ["dp4.csv": withoutNIK], options: population()),
        Case(
            name: "no-name-column", exitCode: 3, files: ["dp4.csv": "NIK,ALAMAT\n1271901708900001,x\n"],
            options: population()),
        Case(
            name: "no-heading", exitCode: 3, files: ["dp4.csv": "1271901708900001,Budi\n1271905709920002,Siti\n"],
            options: population()),
        Case(name: "two-nik-columns", exitCode: 3, files: ["dp4.csv": twoNIKs], options: population()),
        Case(
            name: "directory-as-input", exitCode: 3, files: ["dp4.csv": Lists.people, "folder/x": ""],
            options: population("folder")),
        Case(name: "unknown-election", exitCode: 2, options: population() + ["--election", "pilkada-2081"]),
        Case(name: "unknown-ruleset", exitCode: 2, options: population() + ["--ruleset", "pkpu-8-2061"]),
        Case(name: "unknown-option", exitCode: 2, options: population() + ["--poplation", "x.csv"]),
        Case(name: "unknown-role", exitCode: 2, options: population() + ["--list", "recording=dp4.csv"]),
        Case(name: "no-population", exitCode: 2, options: ["--election", "pilkada-2018", "--out", "run"]),
        Case(name: "no-out", exitCode: 2, options: ["--election", "pilkada-2018", "--population", "dp4.csv"]),
        Case(name: "no-election", exitCode: 2, options: ["--population", "dp4.csv", "--out", "run"]),
        Case(name: "option-without-value", exitCode: 2, options: population() + ["--election"]),
        Case(name: "no-such-day", exitCode: 2, options: population() + ["--as-of", "2018-02-30"]),
        Case(name: "no-threads", exitCode: 2, options: population() + ["--threads", "0"]),
        Case(name: "no-region", exitCode: 2, options: ["--region", "123"] + population()),
        Case(
            name: "out-occupied", exitCode: 2, files: ["dp4.csv": Lists.people, "run/mine.txt": "mine"],
            options: population(), leaves: ["mine.txt"]),
        Case(name: "out-is-input", exitCode: 2, options: population() + ["--out", "dp4.csv"]),
        Case(name: "out-is-input-forced", exitCode: 2, options: population() + ["--out", "dp4.csv", "--force"]),
        Case(
            name: "out-holds-input-forced", exitCode: 2, files: ["run/dp4.csv": Lists.people],
            options: population("run/dp4.csv") + ["--force"], leaves: ["dp4.csv"]),
        Case(name: "out-not-writable", exitCode: 4, options: population() + ["--out", "dp4.csv/run"]),
        Case(name: "no-rules", exitCode: 3, options: population() + ["--rules", "nowhere"]),
        Case(name: "no-job", exitCode: 3, options: ["job.json5"]),
        Case(
            name: "broken-job", exitCode: 3, files: ["job.json5": "{ election: 'pilkada-2018', "],
            options: ["job.json5"]),
        Case(
            name: "unknown-job-field", exitCode: 2,
            files: ["job.json5": "{ electoin: 'pilkada-2018', population: ['dp4.csv'], out: 'run' }"],
            options: ["job.json5"]),
    ]

    @Test(arguments: cases) func theJobIsRefused(_ bad: Case) async throws {
        let workdir = try Workdir()
        for (name, text) in bad.files { try workdir.write(name, text) }
        try await expectRefusal(bad, in: workdir, rules: Program.rules)
    }

    @Test func aPipeIsNoInput() async throws {
        let workdir = try Workdir()
        try workdir.tool("/usr/bin/mkfifo", ["dp4.csv"])
        let bad = Case(name: "pipe-as-input", exitCode: 3, files: [:], options: BadInputTests.population())
        try await expectRefusal(bad, in: workdir, rules: Program.rules)
    }

    @Test(arguments: [
        ("broken-rule-syntax", "instruments/pkpu-8-2016.json5", "{ id: 'pkpu-8-2016', "),
        ("broken-rule-terms", "terms.json5", "{ outcomes: [] }"),
        ("broken-rule-election", "elections/pilkada-2018.json5", "{ id: 'pilkada-2018', voting_day: '2018-06-31' }"),
    ])
    func aBrokenRuleFileIsRefused(_ name: String, _ file: String, _ text: String) async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        try FileManager.default.copyItem(atPath: Program.rules, toPath: workdir.path("rules"))
        try workdir.write("rules/" + file, text)
        let bad = Case(name: name, exitCode: 3, options: BadInputTests.population())
        try await expectRefusal(bad, in: workdir, rules: "rules")
    }

    @Test func aRuleThatNamesNoFactIsRefusedWithACaret() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        try FileManager.default.copyItem(atPath: Program.rules, toPath: workdir.path("rules"))
        let file = "rules/instruments/pkpu-8-2016.json5"
        let text = try workdir.text(file)
        try #require(text.contains("person.birth_date"))
        try workdir.write(file, text.replacing("person.birth_date,", with: "person.birthdate,"))
        let bad = Case(name: "broken-rule-fact", exitCode: 3, options: BadInputTests.population())
        try await expectRefusal(bad, in: workdir, rules: "rules")
    }

    private func expectRefusal(_ bad: Case, in workdir: Workdir, rules: String) async throws {
        let before = workdir.names(in: ".")
        var said = ""
        for language in ["en", "id"] {
            let named = bad.options.contains("--rules") ? [] : ["--rules", rules]
            let outcome = try await workdir.run(["check"] + named + ["--lang", language] + bad.options)
            #expect(outcome.exitCode == bad.exitCode, "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
            said += outcome.errors.replacing(Program.rules, with: "RULES")
        }
        #expect(workdir.names(in: ".") == before)
        #expect(workdir.names(in: "run") == bad.leaves)
        #expect(!Lists.hasLongDigits(said))
        try Golden.expect(said, bad.name)
    }
}
