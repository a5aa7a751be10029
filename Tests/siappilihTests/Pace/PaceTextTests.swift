import Civil
import Diagnostics
import Options
import Rules
import Testing

@testable import siappilih

/// What `pace` says without a run: what must be recorded a day, and whether a capacity will do.
@Suite struct PaceTextTests {
    private func options(_ words: [String]) throws -> PaceOptions {
        PaceOptions(
            try Arguments(words + ["--rules", Shipped.rules], options: PaceCommand.command.options(nil)))
    }

    private func text(_ words: [String], _ language: String = "en") throws -> [String] {
        var options = try options(words)
        let report = try options.report()
        let console = Console(words: ["--lang", language], environment: [:])
        return PaceText(report, deadline: options.deadlineTitle, console: console).lines
    }

    @Test func theGovernorsFigureComesOut() throws {
        #expect(
            try text(["--outstanding", "271135", "--days", "22"]) == [
                "Pace of recording", "  22 working days (as given)",
                "  Still to record, or to record again: 271,135 people",
                "  At least 12,325 recordings a day are needed; 271,135 in a month of 22 working", "  days",
            ])
    }

    @Test func oneDayIsOneDay() throws {
        let lines = try text(["--outstanding", "1", "--days", "1", "--capacity", "1"])
        #expect(lines.contains("  1 working day (as given)"))
        #expect(
            lines.joined(separator: "\n").contains("Capacity 1 a day: 1 working day; left on the deadline: 0 people"))
    }

    @Test func oneIsNotSeveral() throws {
        #expect(
            try text(["--outstanding", "1", "--days", "3"]).dropFirst(2).joined(separator: "\n").hasPrefix(
                "  Still to record, or to record again: 1 person\n  At least 1 recording a day is needed;"))
    }

    @Test(arguments: [
        (["--outstanding", "0", "--days", "3"], "Tidak ada lagi yang harus direkam."),
        (["--outstanding", "5", "--days", "0"], "Tidak ada hari kerja lagi sampai tenggat."),
        (
            ["--outstanding", "5", "--from", "2018-03-05", "--deadline", "2018-03-02"],
            "Tenggat sudah lewat: tidak ada laju yang memenuhinya."
        ),
    ])
    func whatCannotBeMetIsSaid(words: [String], line: String) throws {
        #expect(try text(words, "id").last == "  " + line)
    }

    @Test(arguments: [
        ("100", "  Capacity 100 a day: done by 2018-03-09; left on the deadline: 0 people"),
        ("50", "  Capacity 50 a day: done by 2018-03-16; left on the deadline: 250 people"),
        ("0", "  Capacity 0 a day: never done; left on the deadline: 500 people"),
    ])
    func aCapacityEndsSomeDay(capacity: String, line: String) throws {
        let words = ["--outstanding", "500", "--from", "2018-03-05", "--deadline", "2018-03-09"]
        #expect(try text(words + ["--capacity", capacity]).last == line)
    }

    @Test(arguments: [
        ([], ["neither a run nor --outstanding given; use: siappilih pace RUN, or --outstanding N"]),
        (
            ["--outstanding", "5", "--days", "3", "--deadline", "2018-03-05"],
            ["--days and --deadline exclude each other"]
        ),
        (["hasil", "--outstanding", "5"], ["--outstanding goes without a run"]),
        (
            ["--outstanding", "5", "--days", "3", "--capacity", "5", "--capacity", "1271=5"],
            ["--capacity N and --capacity KAB=N exclude each other"]
        ),
        (["--outstanding", "5", "--days", "3", "--capacity", "1271=5"], ["--capacity KAB=N needs a run"]),
        (
            ["--outstanding", "5"], ["no deadline given; use --deadline YYYY-MM-DD, --days N, or --election ID"]
        ),
        (
            ["--outstanding", "5", "--days", "x", "--election", "pilkada-2108"],
            [
                "--days needs a number from 0 to 100000",
                "unknown election 'pilkada-2108'; did you mean 'pilkada-2018'?",
            ]
        ),
    ])
    func whatDoesNotFitIsRefused(words: [String], messages: [String]) throws {
        var options = try options(words)
        let failure = #expect(throws: Failure.self) { _ = try options.report() }
        #expect(failure?.kind == .usage)
        #expect(failure?.findings.map { $0.rendered(in: .english) } == messages)
    }

    /// The target for recording, while there is time; then the day before polling day.
    @Test func theDeadlineIsTheElections() throws {
        let election = try #require(RuleAccess(directory: Shipped.rules).book.election("pilkada-2018"))
        let target = try #require(election.recordingDeadline)
        let early = try #require(DefaultDeadline(election, from: target.date))
        #expect(early.day == target.date && early.title == target.title)
        let after = try #require(target.date.adding(days: 1))
        let late = try #require(DefaultDeadline(election, from: after))
        #expect(late.day == election.votingDay.adding(days: -1))
        #expect(late.title.english == "the day before polling day")
        #expect(DefaultDeadline(nil, from: after) == nil)
    }
}
