import Foundation
import Testing

/// Lists as offices keep them: the people decided are exactly the people put in, with every column.
@Suite(.enabled(if: Program.canCheck)) struct OfficeListTests {
    /// So many lists are given to one run.
    private static let listsARun = 20

    private struct Found: Hashable {
        let list: String
        let row: String
        let cells: [String: String]
    }

    private static let columns = [
        "nkk", "nik", "name", "birth_place", "birth_date", "marital_status", "sex", "address", "rt", "rw", "disability",
        "region", "tps",
    ]

    @Test(arguments: 1...25) func thePeopleDecidedAreThosePutIn(_ seed: UInt64) async throws {
        var random = SeededRandom(seed: seed &* 7919)
        var lists: [OfficeList] = []
        var serial = 0
        for number in 1...Self.listsARun {
            let list = OfficeList(number: number, serial: serial, &random)
            serial += list.people.count
            lists.append(list)
        }
        let workdir = try Workdir()
        for list in lists { try workdir.write(list.file, list.bytes) }
        let outcome = try await workdir.run(
            [
                "check", "--rules", Program.rules, "--election", "pilkada-2018", "--as-of", "2018-03-23", "--persons",
                "--quiet", "--out", "run",
            ] + lists.flatMap { ["--population", $0.file] })
        try #require(outcome.exitCode == 0, "seed \(seed): \(outcome.errors)")
        let run = Run(workdir: workdir, folder: "run")

        let put = lists.flatMap(\.people)
        let expected = Set(put.map { Found(list: $0.list, row: String($0.entry.row), cells: $0.entry.cells) })
        let rows = try run.table("flagged.csv").rows + run.table("ineligible.csv").rows
        let found = Set(
            rows.map { row in
                var cells: [String: String] = [:]
                for column in Self.columns { cells[column] = row[column] ?? "" }
                return Found(list: row["list"] ?? "", row: row["row"] ?? "", cells: cells)
            })
        let missing = expected.subtracting(found).sorted { ($0.list, $0.row) < ($1.list, $1.row) }
        let strange = found.subtracting(expected).sorted { ($0.list, $0.row) < ($1.list, $1.row) }
        #expect(missing.isEmpty, "seed \(seed), put in and not found: \(missing.prefix(3))")
        #expect(strange.isEmpty, "seed \(seed), found and not put in: \(strange.prefix(3))")

        // Nobody beside them is decided, and every other row is said.
        let persons = try run.table("persons.csv").rows.map { "\($0["list"] ?? "") \($0["row"] ?? "")" }
        #expect(Set(persons) == Set(put.map { "\($0.list) \($0.entry.row)" }) && persons.count == put.count)
        let aside = try run.table("rejected.csv").rows
        #expect(aside.count == lists.flatMap(\.sheets).map(\.asides).reduce(0, +), "seed \(seed)")
        #expect(aside.allSatisfy { $0["code"]?.hasPrefix("skipped_") == true }, "seed \(seed)")
        let counts = try #require(try run.json("summary.json")["rows"] as? [String: Int])
        #expect(counts["read"] == put.count + aside.count && counts["decided"] == put.count)
    }
}
