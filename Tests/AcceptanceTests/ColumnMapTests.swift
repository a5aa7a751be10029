import Foundation
import Testing

/// `check --map`: columns that somebody named.
@Suite(.enabled(if: Program.canCheck)) struct ColumnMapTests {
    private static let headless = Lists.people.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
    private static let columns =
        "nkk: 'A', nik: 2, name: 'C', birth_date: 'D', marital_status: 5, sex: 'F', region: 'G', tps: 'H'"
    private static let files = ["collect.csv", "flagged.csv", "ineligible.csv", "persons.csv", "tally.csv"]

    private func results(_ workdir: Workdir) throws -> [[UInt8]] {
        try Self.files.map { name in
            // Row numbers are one less where there is no heading row.
            let lines = String(decoding: try workdir.bytes("run/" + name), as: UTF8.self).split(separator: "\n")
            return Array(
                lines.map { line in
                    name == "tally.csv"
                        ? String(line)
                        : line.split(separator: ",", omittingEmptySubsequences: false).dropFirst(2).joined(
                            separator: ",")
                }.joined(separator: "\n").utf8)
        }
    }

    /// A list without a heading row, with its columns named by letter or number, gives the decisions of the one with.
    @Test func aListWithoutAHeadingIsDecidedAlike() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        let options = Lists.check + ["--persons", "--force"]
        #expect(try await workdir.run(options).exitCode == 0)
        let expected = try results(workdir)
        try workdir.write("dp4.csv", Self.headless)
        try workdir.write(
            "map.json5",
            "{ lists: [ { file: 'dp4.csv', role: 'population', heading_row: null, columns: { \(Self.columns) } } ] }")
        let outcome = try await workdir.run(options + ["--map", "map.json5"])
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(try results(workdir) == expected)
        #expect(try workdir.text("run/manifest.json").contains("map.json5"))

        // Without a file's name the map is for the list it follows; a job file may give it to a list as well.
        try workdir.write("map.json5", "{ lists: [ { heading_row: null, columns: { \(Self.columns) } } ] }")
        let astray = try await workdir.run(options + ["--map", "map.json5"])
        #expect(astray.exitCode == 3 && astray.errors.contains("write --map right after its list"))
        var after = options
        after.insert(contentsOf: ["--map", "map.json5"], at: (after.firstIndex(of: "dp4.csv") ?? 0) + 1)
        #expect(try await workdir.run(after).exitCode == 0)
        #expect(try results(workdir) == expected)
        try workdir.write(
            "job.json5",
            """
            { election: 'pilkada-2018', population: { file: 'dp4.csv', map: 'map.json5' }, as_of: '2017-11-18',
              persons: true, out: 'run', rules: '\(Program.rules)' }
            """)
        let job = try await workdir.run(["check", "job.json5", "--force"])
        #expect(job.exitCode == 0, "\(job.errors)")
        #expect(try results(workdir) == expected)
    }

    /// What `inspect` writes, `check` takes, and decides as without it.
    @Test func aProposedMapChangesNothing() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", "DAFTAR PENDUDUK,,,,,,,\n,,,,,,,\n" + Lists.people)
        let options = Lists.check + ["--persons", "--force"]
        #expect(try await workdir.run(options).exitCode == 0)
        let expected = try Self.files.map { try workdir.bytes("run/" + $0) }
        let inspected = try await workdir.run(
            ["inspect", "--rules", Program.rules, "dp4.csv", "--write-map", "map.json5"])
        #expect(inspected.exitCode == 0, "\(inspected.errors)")
        let outcome = try await workdir.run(options + ["--map", "map.json5"])
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(try Self.files.map { try workdir.bytes("run/" + $0) } == expected)
        #expect(try await workdir.run(["inspect", "dp4.csv", "--write-map", "map.json5"]).exitCode == 2)
    }

    /// A list without a heading is told by what its cells hold; the proposal is a start.
    @Test func columnsAreGuessedFromCells() async throws {
        let workdir = try Workdir()
        try workdir.write("x.csv", Self.headless)
        let map = try await workdir.run(["inspect", "--rules", Program.rules, "x.csv", "--write-map", "-"])
        #expect(map.exitCode == 0, "\(map.errors)")
        #expect(map.output.contains("heading_row: null,"))
        #expect(map.output.contains("role: 'population',"))
        #expect(map.output.contains("nik: 'B',") && map.output.contains("nkk: 'A',"))
        #expect(map.output.contains("name: 'C',") && map.output.contains("birth_date: 'D',"))
    }

    struct Bad: CustomTestStringConvertible, Sendable {
        let name: String
        let entry: String
        var testDescription: String { name }
    }

    static let bad = [
        Bad(
            name: "map-unknown-column",
            entry: "file: 'dp4.csv', heading_row: 1, columns: { nik: 'B', name: 'C', birthdate: 'D' }"),
        Bad(name: "map-unknown-cell", entry: "file: 'dp4.csv', heading_row: 1, columns: { nik: 'ZZ', name: 'NAMMA' }"),
        Bad(name: "map-missing-column", entry: "file: 'dp4.csv', heading_row: 1, columns: { nik: 'B', name: null }"),
        Bad(name: "map-cell-twice", entry: "file: 'dp4.csv', heading_row: 1, columns: { nik: 'B', name: 'B' }"),
        Bad(name: "map-unknown-key", entry: "file: 'dp4.csv', headingrow: 1, columns: { nik: 'B', name: 'C' }"),
        Bad(name: "map-other-file", entry: "file: 'dp5.csv', heading_row: 1, columns: { nik: 'B', name: 'C' }"),
        Bad(
            name: "map-wrong-role",
            entry: "file: 'dp4.csv', role: 'deaths', heading_row: 1, columns: { nik: 'B' }"),
        Bad(name: "map-no-such-row", entry: "file: 'dp4.csv', heading_row: 99, columns: { nik: 'B', name: 'C' }"),
    ]

    @Test(arguments: bad) func whatIsWrongIsSaidWithItsPlace(bad: Bad) async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        try workdir.write("map.json5", "{ lists: [\n  { \(bad.entry) },\n] }\n")
        var text = ""
        for language in ["id", "en"] {
            let outcome = try await workdir.run(Lists.check + ["--map", "map.json5", "--lang", language])
            #expect(outcome.exitCode == (bad.name == "map-other-file" ? 2 : 3))
            #expect(!workdir.exists("run"))
            text += outcome.errors
        }
        try Golden.expect(text, bad.name)
    }
}
