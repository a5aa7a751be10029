import Foundation
import Testing

@Suite(.enabled(if: Program.canCheck)) struct PaceTests {
    private func json(_ text: String) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    }

    @Test(arguments: [
        (["--outstanding", "271135", "--days", "22"], 22, 12_324),
        (["--outstanding", "1774867", "--from", "2017-11-20", "--deadline", "2017-12-31"], 27, 65_736),
        (["--outstanding", "18", "--from", "2017-12-01", "--deadline", "2017-12-31"], 18, 1),
        (["--outstanding", "7", "--from", "2017-12-27", "--deadline", "2017-12-27"], 1, 7),
    ])
    func figures(arguments: [String], days: Int, perDay: Int) async throws {
        let workdir = try Workdir()
        let outcome = try await workdir.run(["pace", "--json", "--rules", Program.rules] + arguments)
        #expect(outcome.exitCode == 0)
        let document = try json(outcome.output)
        #expect(document["workingDays"] as? Int == days)
        #expect(document["perDayRounded"] as? Int == perDay)
        if days == 22 { #expect(outcome.output.contains("\"perDay\": 12324.32,")) }
    }

    /// Questions that have no figure have an answer.
    @Test(arguments: [
        (
            ["--outstanding", "9", "--from", "2017-12-28", "--deadline", "2017-12-27"], "overdue",
            "The deadline has passed"
        ),
        (
            ["--outstanding", "9", "--from", "2017-12-30", "--deadline", "2017-12-31"], "no_working_days",
            "No working day"
        ),
        (["--outstanding", "0", "--from", "2017-12-28", "--deadline", "2017-12-27"], "done", "Nobody is left"),
        (["--outstanding", "9", "--days", "0"], "no_working_days", "No working day"),
        (["--outstanding", "9", "--days", "3", "--capacity", "0"], "short", "never done"),
    ])
    func unansweredFiguresHaveAState(arguments: [String], state: String, words: String) async throws {
        let workdir = try Workdir()
        let outcome = try await workdir.run(["pace", "--json", "--rules", Program.rules] + arguments)
        #expect(outcome.exitCode == 0)
        let document = try json(outcome.output)
        #expect(document["state"] as? String == state)
        if state != "short" { #expect((document["perDayRounded"] as? Int) == (state == "done" ? 0 : nil)) }
        let text = try await workdir.run(["pace", "--lang", "en", "--rules", Program.rules] + arguments)
        #expect(text.output.contains(words), "\(text.output)")
    }

    @Test func aRunIsCountedByKabupaten() async throws {
        let month = try await OfficeMonth.shared.value
        let outcome = try await month.run(["pace", "b", "--json", "--capacity", "30"])
        let document = try json(outcome.output)
        let flagged = try Run(workdir: month.workdir, folder: "b").table("flagged.csv").rows
        let left = flagged.count { ["record", "record_again"].contains($0["next_step"]) }
        #expect(document["outstanding"] as? Int == left)
        #expect(document["othersFlagged"] as? Int == flagged.count - left)
        let areas = try #require(document["areas"] as? [[String: Any]])
        #expect(areas.compactMap { $0["outstanding"] as? Int }.reduce(0, +) == left)
        #expect((document["weeks"] as? [Any])?.count == 8)
        #expect(document["forecast"] is [String: Any])
    }

    @Test(arguments: [
        ([], "siappilih: neither a run nor --outstanding given; use: siappilih pace RUN, or --outstanding N\n"),
        (["--outstanding", "-3", "--days", "2"], "siappilih: --outstanding needs a number from 0 to 1000000000000\n"),
        (
            ["--outstanding", "3"],
            "siappilih: no deadline given; use --deadline YYYY-MM-DD, --days N, or --election ID\n"
        ),
        (
            ["--outstanding", "3", "--days", "2", "--deadline", "2018-01-01"],
            "siappilih: --days and --deadline exclude each other\n"
        ),
        (
            ["--outstanding", "3", "--deadline", "31-12-2017"],
            "siappilih: --deadline cannot be read; write year-month-day, such as 2018-02-15\n"
        ),
        (
            ["--outstanding", "3", "--days", "2", "--capacity", "12=5"],
            "siappilih: --capacity is written N, or KAB=N with a code of 4 digits\n"
        ),
    ])
    func unfitQuestionsAreAnswered(arguments: [String], expected: String) async throws {
        let outcome = try await Workdir().run(["pace", "--lang", "en", "--rules", Program.rules] + arguments)
        #expect(outcome.exitCode == 2)
        #expect(outcome.errors == expected)
    }
}
