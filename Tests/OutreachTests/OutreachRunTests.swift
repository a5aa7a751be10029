import Civil
import Columns
import Diagnostics
import Documents
import Files
import Foundation
import MadeUpRuns
import Readiness
import Rules
import RunFolder
import Testing

@testable import Outreach

/// Field lists and plan of a whole run: nobody is lost, nobody is asked for twice.
@Suite struct OutreachRunTests {
    private static let words = ["CARD_ISSUED", "PRR", nil, "ENROLL_FAILURE_AT_CENTRAL", "CARD_PRINTED", nil]
    private static let people = (1...60).map { number in
        var person = MadeUpPerson(number, regency: number > 50 ? "1212" : "1271")
        if number == 7 { person.nik = "-" }
        return person
    }

    private func run() throws -> MadeUpRun {
        try MadeUpRun([
            ("population", Self.people.populationList),
            ("recordings", Self.people.recordings { number, _ in Self.words[number % 6] }),
        ])
    }

    /// What was made of a run, in its folder.
    private struct Made {
        let run: MadeUpRun
        let report: OutreachReport

        func text(_ name: String) throws -> String { try run.folder.text("lapangan/\(name)") }

        var files: [String] {
            get throws {
                try FileManager.default.subpathsOfDirectory(atPath: "\(run.folder.path)/lapangan").filter {
                    $0.contains(".")
                }.sorted()
            }
        }

        /// The rows of all kecamatan, by the names of their columns.
        var people: [[String: String]] {
            get throws {
                try files.filter { $0.hasSuffix(".csv") && $0 != "plan.csv" }.flatMap { try rows($0) }
            }
        }

        func rows(_ name: String) throws -> [[String: String]] {
            let lines = try text(name).split(separator: "\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
            guard let heading = lines.first else { return [] }
            return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(heading, $0)) }
        }
    }

    private func made(_ run: MadeUpRun? = nil, change: (inout OutreachOptions) -> Void = { _ in }) throws -> Made {
        let run = try run ?? self.run()
        let (from, deadline) = (CivilDate(iso: "2018-03-26"), CivilDate(iso: "2018-06-26"))
        var options = OutreachOptions(
            out: "\(run.folder.path)/lapangan", from: try #require(from), deadline: try #require(deadline))
        options.language = .english
        options.force = true
        change(&options)
        let book = try ShippedRules.book()
        let report = try Outreach.run(
            run.run(), book: book, ruleset: ShippedRules.ruleset(), fieldWork: #require(book.fieldWork),
            programVersion: "1.2.3", options: options, clock: RunClock(seconds: 1_521_800_000, isFixed: true))
        return Made(run: run, report: report)
    }

    /// Those whose next step is a recording are visited, those who need a letter or a card get it, the rest is asked.
    @Test func everybodyStandsOnOneList() throws {
        let made = try made()
        let steps = try made.run.rows("flagged.csv").map { $0[20] } + made.run.rows("collect.csv").map { $0[20] }
        let work = try #require(try ShippedRules.book().fieldWork)
        let visit = steps.count { work.visitSteps.contains($0) }
        let handOut = steps.count { work.handOutSteps.contains($0) }
        #expect(made.report.counts.visit == visit && visit > 0)
        #expect(made.report.counts.handOut == handOut && handOut > 0)
        #expect(made.report.counts.office == steps.count - visit - handOut)
        #expect(made.report.counts.cards == (try made.run.rows("collect.csv").count))
        #expect(made.report.counts.flagged == (try made.run.rows("flagged.csv").count))
        let rows = try made.people
        #expect(rows.count { $0["list"] == "visit" } == visit)
        #expect(rows.count { $0["list"] == "hand_out" } == handOut)
        #expect(Set(rows.map { "\($0["desa"] ?? "")/\($0["list"] ?? "")/\($0["number"] ?? "")" }).count == rows.count)
    }

    /// Every person to visit has a day or stands in the remainder, in stretches without a gap.
    @Test(arguments: [1, 2, 50]) func thePlanCoversEverybody(perDevice: Int) throws {
        let made = try made { options in
            options.perDevice = perDevice
            if perDevice == 1, let early = CivilDate(iso: "2018-03-29") { options.deadline = early }
        }
        let plan = made.report.plan
        #expect(plan.peoplePlanned + plan.peopleLeft == made.report.counts.visit)
        #expect((plan.peopleLeft > 0) == (perDevice == 1))
        let rows = try made.rows("plan.csv")
        #expect(rows.reduce(0) { $0 + (Int($1["people"] ?? "") ?? 0) } == made.report.counts.visit)
        // Numbers of one desa follow each other without a gap.
        for (_, parts) in Dictionary(grouping: rows, by: { $0["desa"] ?? "" }) {
            let spans = parts.compactMap { row -> (Int, Int)? in
                guard let first = Int(row["first_person"] ?? ""), let people = Int(row["people"] ?? "") else {
                    return nil
                }
                return (first, people)
            }.sorted { $0.0 < $1.0 }
            var next = 1
            for (first, people) in spans {
                #expect(first == next)
                next += people
            }
        }
        for visit in plan.visits {
            #expect(visit.days.allSatisfy { $0 >= (CivilDate(iso: "2018-03-26") ?? $0) })
            #expect(visit.days == visit.days.sorted() && !visit.days.isEmpty)
        }
    }

    /// NIKs are masked unless somebody asks for them whole, and that is written down.
    @Test func wholeNumbersAreAskedForAndLogged() throws {
        let masked = try made()
        let text = try masked.files.filter { $0.hasSuffix(".csv") }.map { try masked.text($0) }.joined()
        for person in Self.people where person.nik.count == 16 { #expect(!text.contains(person.nik)) }
        #expect(!FileManager.default.fileExists(atPath: "\(masked.run.path)/access.log"))
        let whole = try made { $0.isUnmasked = true }
        let names = try Set(whole.people.compactMap { $0["nik"] })
        #expect(names.contains { nik in Self.people.contains { $0.nik == nik } })
        let log = try whole.run.text("access.log")
        #expect(log.hasPrefix("2018-03-23T10:13:20Z\t"))
        #expect(
            log.contains("\toutreach --unmask: \(whole.report.counts.visit) people on visit lists, NIKs whole, into "))
        #expect(log.split(separator: "\n").count == 1)
    }

    /// The manifest lists every file, and the same run gives the same bytes.
    @Test func filesAreListedAndTheSameEveryTime() throws {
        let one = try made()
        let manifest = try DerivedManifest(reading: "\(one.run.folder.path)/lapangan/manifest.json")
        #expect(manifest.kind == "outreach")
        #expect(Set(manifest.outputs.map(\.file.name) + ["manifest.json"]) == Set(try one.files))
        #expect(manifest.outputs.count == one.report.files)
        #expect(manifest.options["unmask"] == "false" && manifest.options["from"] == "2018-03-26")
        // The same bytes by any number of threads.
        let other = try made { $0.threads = 3 }
        let again = try DerivedManifest(reading: "\(other.run.folder.path)/lapangan/manifest.json")
        #expect(again.outputs.map(\.file) == manifest.outputs.map(\.file))
    }

    /// A calendar for each team, whose events are its visits.
    @Test func teamsHaveTheirCalendars() throws {
        let made = try made { $0.teams = OutreachOptions.Teams(standard: 1, byKabupaten: ["1271": 3]) }
        let calendars = try made.files.filter { $0.hasSuffix(".ics") }
        let teams = Set(made.report.plan.visits.map { "plan/\($0.kabupaten)-\($0.team).ics" })
        #expect(Set(calendars) == teams)
        let events = try calendars.reduce(0) { count, name in
            count + (try made.text(name).split(separator: "BEGIN:VEVENT").count - 1)
        }
        #expect(
            events
                == made.report.plan.visits.filter { !$0.isJoined }.reduce(0) { $0 + PlanFiles.stretches($1.days).count }
        )
    }

    /// Teams of a kabupaten that the run has nobody of would go nowhere.
    @Test func teamsOfAnUnknownAreaAreRefused() throws {
        let failure = try #require(throws: Failure.self) {
            _ = try made { $0.teams = OutreachOptions.Teams(standard: 1, byKabupaten: ["9999": 3, "1271": 2]) }
        }
        #expect(failure.kind == .usage)
        #expect(
            failure.findings.map(\.message) == [
                Bilingual(
                    id: "--teams 9999=N: tidak ada orang dari kabupaten/kota 9999 dalam hasil ini",
                    en: "--teams 9999=N: nobody of the kabupaten/kota 9999 is in this run")
            ])
        #expect(
            failure.findings.first?.remedy
                == Bilingual(
                    id: "kode kabupaten/kota ada di recap-kabupaten.csv",
                    en: "the codes of its kabupaten/kota stand in recap-kabupaten.csv"))
    }

    /// Holidays of a year that nobody wrote down are said to be unknown.
    @Test func unknownHolidaysAreSaid() throws {
        let made = try made { $0.deadline = CivilDate(iso: "2031-01-02") ?? $0.deadline }
        #expect(made.report.warnings.map(\.code) == ["calendar_unknown"])
        #expect(
            made.report.warnings.first?.message.english
                == "the holidays of 2020, 2021, 2022 are not known: every Monday to Friday counts as a working day")
    }

    /// A run in which somebody was taken off a list is refused, and nothing of it is written.
    @Test func listsThatLoseSomebodyAreRefused() throws {
        let run = try run()
        let text = try run.text("flagged.csv")
        let line = try #require(text.split(separator: "\n").last)
        try run.forge("flagged.csv") { $0.replace(line + "\n", with: "") }
        let failure = #expect(throws: Failure.self) { _ = try made(run) }
        #expect(failure?.findings.map(\.code) == ["run_disagrees"])
        #expect(
            failure?.findings.first?.message.english
                == "the people on the lists are not as many as tally.csv says; this run was changed")
        #expect(!FileManager.default.fileExists(atPath: "\(run.folder.path)/lapangan"))
    }
}
