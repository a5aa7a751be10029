import Foundation
import Testing

/// Every form the program writes is a list that it reads back, with nothing lost.
@Suite(.enabled(if: Program.canCheck)) struct FormsReadBackTests {
    private static let columns = [
        "nkk", "nik", "name", "birth_place", "birth_date", "marital_status", "sex", "address", "rt", "rw",
        "region",
    ]

    /// A person as forms say it: codes by their letters, numbers without zeros in front.
    private static func person(_ row: [String: String], _ columns: [String]) -> [String] {
        columns.map { column in
            let text = (row[column] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let digits = text.filter(\.isNumber)
            switch column {
            case "nkk", "nik": return digits.count >= 16 ? String(digits.prefix(16)) : text
            case "rt", "rw": return Int(digits).map(String.init) ?? ""
            case "sex", "marital_status":
                let words = column == "sex" ? Words.sex : Words.marital
                let word = text.uppercased().replacing("-", with: " ").replacing("_", with: " ")
                return words.first { $0.value.contains { $0.uppercased().replacing("-", with: " ") == word } }?.key
                    ?? text
            default: return text
            }
        }
    }

    private func people(_ run: Run, _ columns: [String]) throws -> [[String]: Int] {
        var people: [[String]: Int] = [:]
        for row in try run.table("flagged.csv").rows + run.table("ineligible.csv").rows {
            people[Self.person(row, columns), default: 0] += 1
        }
        return people
    }

    private static let asOf = ["pilkada-2017": "2017-01-10", "pilkada-2018": "2018-03-23", "pemilu-2019": "2019-03-01"]

    @Test(arguments: asOf.keys.sorted(), ["id", "en"])
    func formsHoldWhatTheRunHolds(_ election: String, _ language: String) async throws {
        let workdir = try Workdir()
        let samples = Program.root.appendingPathComponent("samples/periksa.json5").path
        let known = ["--election", election, "--as-of", Self.asOf[election] ?? ""]
        let check = try await workdir.run(
            ["check", samples, "--rules", Program.rules, "--persons", "--quiet", "--out", "run"] + known)
        try #require(check.exitCode == 0, "\(check.errors)")
        let report = try await workdir.run(["report", "run", "--rules", Program.rules, "--lang", language])
        try #require(report.exitCode == 0, "\(report.errors)")

        let names =
            FileManager.default.enumerator(atPath: workdir.path("run/report"))?.compactMap { $0 as? String } ?? []
        let forms = names.filter { $0.hasPrefix("form-") && $0.hasSuffix(".xlsx") }.sorted()
        let again = try await workdir.run(
            ["check", "--rules", Program.rules, "--persons", "--out", "again", "--lang", "en"] + known
                + forms.flatMap { ["--population", "run/report/\($0)"] })
        try #require(again.exitCode == 0, "\(again.errors)")
        let before = try people(Run(workdir: workdir, folder: "run"), Self.columns)
        let after = try people(Run(workdir: workdir, folder: "again"), Self.columns)
        let lost = before.filter { after[$0.key, default: 0] < $0.value }.keys.sorted { $0[1] < $1[1] }
        let strange = after.filter { before[$0.key, default: 0] < $0.value }.keys.sorted { $0[1] < $1[1] }
        #expect(lost.isEmpty, "\(lost.count): \(lost.prefix(3))")
        #expect(strange.isEmpty, "\(strange.count): \(strange.prefix(3))")
        #expect(!again.output.contains("no column of the"), "\(again.output)")

        let requests = names.filter { $0.hasPrefix("dukcapil/") && $0.hasSuffix(".xlsx") }.sorted()
        let replied = try await workdir.run(
            ["check", samples, "--rules", Program.rules, "--quiet", "--out", "replied"] + known
                + requests.flatMap { ["--reply", "run/report/\($0)"] })
        #expect(!requests.isEmpty && replied.exitCode == 0, "\(replied.errors)")
    }

    /// The run's own file of people is a list as well.
    @Test func theRunsOwnFileIsReadBack() async throws {
        let workdir = try Workdir()
        let samples = Program.root.appendingPathComponent("samples/periksa.json5").path
        let check = try await workdir.run(["check", samples, "--rules", Program.rules, "--quiet", "--out", "run"])
        try #require(check.exitCode == 0, "\(check.errors)")
        let again = try await workdir.run([
            "check", "--rules", Program.rules, "--election", "pilkada-2018", "--as-of", "2018-03-23", "--quiet",
            "--out",
            "again", "--population", "run/flagged.csv", "--population", "run/ineligible.csv",
        ])
        try #require(again.exitCode == 0, "\(again.errors)")
        let columns = Self.columns + ["disability", "tps"]
        #expect(
            try people(Run(workdir: workdir, folder: "run"), columns)
                == people(Run(workdir: workdir, folder: "again"), columns))
    }
}
