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
        (["--outstanding", "31", "--from", "2017-01-02", "--deadline", "2017-02-15"], 31, 1),
        (["--outstanding", "9", "--from", "2016-12-12", "--deadline", "2016-12-27"], 10, 1),
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

    /// Where nobody goes back, who was left when a week began is who a check of the day before finds.
    @Test(arguments: [UInt64(1), 2, 3])
    func whoWasLeftIsWhoACheckOfThatDayFinds(seed: UInt64) async throws {
        let workdir = try Workdir()
        try workdir.write("people.csv", MadeRecordings.people(300))
        try workdir.write("recordings.csv", MadeRecordings.rows(of: 300, seed: seed))
        try workdir.write("suket.csv", MadeRecordings.sukets(of: 300, seed: seed))
        func left(_ asOf: String) async throws -> Int {
            let outcome = try await workdir.run(MadeRecordings.check(asOf))
            try #require(outcome.exitCode == 0, "\(outcome.errors)")
            return try Run(workdir: workdir, folder: "run-\(asOf)").table("flagged.csv").rows
                .count { ["record", "record_again"].contains($0["next_step"]) }
        }
        let now = try await left("2018-03-21")
        let document = try json(
            try await workdir.run(["pace", "run-2018-03-21", "--json", "--rules", Program.rules]).output)
        #expect(document["outstanding"] as? Int == now)
        let weeks = try #require(document["weeks"] as? [[String: Any]])
        #expect(weeks.count == 8 && weeks.contains { $0["people"] as? Int ?? 0 > 0 })
        for week in weeks {
            let monday = Day(try #require(week["week"] as? String))
            let before = try await left(monday.previous.description)
            #expect(week["outstandingBefore"] as? Int == before, "\(monday)")
        }
    }

    /// Twenty people recorded long ago and again this year are no progress; who must record again though they once had is
    /// said.
    @Test func whoRecordsAgainIsNoProgress() async throws {
        let workdir = try Workdir()
        try workdir.write("people.csv", MadeRecordings.people(40))
        let rows = (0..<20).map { number in
            let nik = MadeRecordings.nik(number)
            return
                "\(nik),CARD_ISSUED,2013-05-05\n\(nik),\(number == 7 ? "ENROLL_FAILURE_AT_CENTRAL" : "CARD_ISSUED"),2018-0\(1 + number % 3)-12\n"
        }
        try workdir.write("recordings.csv", "NIK,STATUS,TGL REKAM\n" + rows.joined())
        try workdir.write("suket.csv", "NIK,NOMOR,TGL TERBIT\n\(MadeRecordings.nik(0)),1,2018-03-12\n")
        let outcome = try await workdir.run(MadeRecordings.check("2018-03-21"))
        try #require(outcome.exitCode == 0, "\(outcome.errors)")
        let weeks = try Run(workdir: workdir, folder: "run-2018-03-21").table("recorded-by-week.csv")
        #expect(weeks.rows == [["region4": "1206", "week": "2013-04-29", "people": "19"]])
        let document = try json(
            try await workdir.run(["pace", "run-2018-03-21", "--json", "--rules", Program.rules]).output)
        #expect(document["outstanding"] as? Int == 21)
        #expect(document["recordedBefore"] as? Int == 1)
        #expect(document["forecast"] is NSNull)
        let text = try await workdir.run(["pace", "run-2018-03-21", "--lang", "en", "--rules", Program.rules]).output
        #expect(text.contains("1 of them had recorded before"))
        #expect(text.contains("No forecast: hardly anybody was newly recorded in the last 8 whole weeks."))
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
