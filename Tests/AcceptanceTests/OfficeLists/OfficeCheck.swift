import Foundation
import Testing

/// One check of small lists as an office gives them, into `run`.
struct OfficeCheck {
    let workdir: Workdir
    let outcome: Program.Outcome

    /// - Parameters:
    ///   - lists: option and text of each list, in order; the first is `population`.
    init(
        _ lists: [(option: String, text: String)], options: [String] = [], asOf: String = "2018-03-23",
        language: String = "en"
    ) async throws {
        let files = lists.enumerated().map { number, list in
            (list.option, "list-\(number + 1).csv", Array(list.text.utf8))
        }
        try await self.init(files: files, options: options, asOf: asOf, language: language)
    }

    init(
        files: [(option: String, name: String, bytes: [UInt8])], options: [String] = [], asOf: String = "2018-03-23",
        language: String = "en"
    ) async throws {
        workdir = try Workdir()
        for file in files { try workdir.write(file.name, file.bytes) }
        outcome = try await workdir.run(
            [
                "check", "--rules", Program.rules, "--election", "pilkada-2018", "--as-of", asOf, "--persons",
                "--lang", language, "--out", "run",
            ] + files.flatMap { ["--" + $0.option, $0.name] } + options)
    }

    var run: Run { Run(workdir: workdir, folder: "run") }
    /// What it says, on one line.
    var said: String { (outcome.output + outcome.errors).split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    func persons() throws -> [[String: String]] {
        try #require(outcome.exitCode == 0, "\(outcome.errors)")
        return try run.table("persons.csv").rows
    }

    /// Row and code of every row that was not decided.
    func aside() throws -> [String] {
        try run.table("rejected.csv").rows.map { "\($0["row"] ?? "") \($0["code"] ?? "")" }
    }

    /// A cell of everybody, from the two files of people who need something done.
    func cells(_ column: String) throws -> [String] {
        let rows = try run.table("flagged.csv").rows + run.table("ineligible.csv").rows
        return rows.sorted { (Int($0["row"] ?? "") ?? 0) < (Int($1["row"] ?? "") ?? 0) }.map { $0[column] ?? "" }
    }

    /// Refused with code 3, at a row of the first list where one is meant, and nothing is written.
    func expectRefusal(row: Int? = nil, _ words: String...) {
        #expect(outcome.exitCode == 3, "\(outcome.output)\(outcome.errors)")
        #expect(!workdir.exists("run"))
        if let row { #expect(outcome.errors.contains("list-1.csv:\(row):"), "\(outcome.errors)") }
        for word in words { #expect(said.lowercased().contains(word), "\(outcome.errors)") }
        #expect(!Lists.hasLongDigits(said))
    }
}
