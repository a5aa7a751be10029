import Diagnostics
import Documents
import Files
import Foundation
import MadeUpRuns
import Readiness
import RoleLists
import Rules
import RunFolder
import Testing

@testable import Comparison

/// Two runs of made-up lists, person by person.
@Suite struct DiffTests {
    private static let words = ["CARD_ISSUED", "PRR", "ENROLL_FAILURE_AT_CENTRAL"]

    /// Somebody's place in a list of statuses; nil = no recording.
    private struct Change {
        var before: String?
        var after: String?
        var change: String
        /// Reasons that came with it; nil = whatever they are.
        var why: String?
    }

    private static let changes = [
        Change(before: nil, after: "CARD_ISSUED", change: "became_ready", why: ""),
        Change(before: nil, after: "PRR", change: "advanced"),
        Change(before: "CARD_ISSUED", after: "PRR", change: "went_back"),
        Change(before: "PRR", after: nil, change: "went_back", why: "no_recording"),
        Change(before: nil, after: "ENROLL_FAILURE_AT_CENTRAL", change: "changed", why: "enrol_failed"),
        Change(before: "PRR", after: "PRR", change: "same"),
        Change(before: "CARD_ISSUED", after: "CARD_PRINTED", change: "same"),
    ]

    private static let people = changes.indices.map { MadeUpPerson($0 + 1) }
    private static let newcomer = MadeUpPerson(50)
    private static let leaver = MadeUpPerson(51)
    private static let mover = MadeUpPerson(52)
    private static let nobody: MadeUpPerson = {
        var person = MadeUpPerson(53)
        person.nik = "-"
        return person
    }()

    /// Both runs, in one folder.
    private struct Runs {
        let folder: TemporaryFolder
        let before: MadeUpRun
        let after: MadeUpRun

        init(persons: Bool = true, digests: Bool = true) throws {
            let folder = try TemporaryFolder()
            self.folder = folder
            var moved = mover
            moved.region = "1212901001"
            let lists = [
                people + [leaver, mover, nobody], people + [newcomer, moved, nobody],
            ]
            let recordings = [\Change.before, \Change.after].map { status in
                people.recordings { number, _ in changes[number][keyPath: status] }
            }
            func run(_ place: Int, _ out: String, _ asOf: String) throws -> MadeUpRun {
                try MadeUpRun(
                    [("population", lists[place].populationList), ("recordings", recordings[place])], asOf: asOf,
                    in: folder, out: out
                ) {
                    $0.persons = persons
                    $0.digests = digests
                }
            }
            before = try run(0, "sebelum", "2018-03-01")
            after = try run(1, "sesudah", "2018-03-23")
        }

        func diff(out: String = "beda", capacity: Int = 1 << 19, key: [UInt8]? = nil) throws -> DiffSummary {
            var options = Diff.Options(out: "\(folder.path)/\(out)", key: key)
            options.capacity = capacity
            return try Diff.run(
                before.run(), after.run(), ruleset: ShippedRules.ruleset(), programVersion: "1.2.3", options: options
            ).summary
        }

        func rows(_ name: String) throws -> [[String]] {
            try folder.text(name).split(separator: "\n").dropFirst().map {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
        }
    }

    @Test func everyKindOfChangeIsNamed() throws {
        let runs = try Runs()
        let summary = try runs.diff()
        let rows = try runs.rows("beda/people.csv")
        for (number, change) in Self.changes.enumerated() {
            let row = rows.first { $0[3] == String(number + 2) && $0[2] == "0-population.csv" }
            #expect(row?[1] == (change.change == "same" ? nil : change.change))
            if let why = change.why { #expect(row?[10] == why) }
        }
        #expect(rows.count { $0[1] == "new" } == 1)
        #expect(rows.count { $0[1] == "left" } == 1)
        #expect(rows.filter { $0[1] == "moved" }.map { [$0[4], $0[5]] } == [["1212901001", Self.mover.region]])
        #expect(summary.same == 3)
        #expect(summary.count(.becameReady) == 1)
        #expect(summary.count(.wentBack) == 2)
        #expect(summary.withoutNIK == DiffSummary.Pair(before: 1, after: 1))
        #expect(summary.duplicateKeys == DiffSummary.Pair(before: 0, after: 0))
        #expect(summary.hasChanges)
    }

    /// No NIK and no name stands in what a comparison writes.
    @Test func peopleStandUnderPseudonymsAlone() throws {
        let runs = try Runs()
        _ = try runs.diff()
        for file in ["beda/people.csv", "beda/summary.json", "beda/manifest.json"] {
            let text = try runs.folder.text(file)
            for person in Self.people + [Self.newcomer, Self.leaver, Self.mover] {
                #expect(!text.contains(person.nik) && !text.contains(person.name + ","))
            }
        }
        let people = try runs.rows("beda/people.csv").map { $0[0] }
        #expect(Set(people).count == people.count)
        #expect(people.allSatisfy { $0.count == 32 && $0.allSatisfy(\.isHexDigit) })
    }

    /// Before + gained - lost = after, of every total, for everyone and in every area; rows that are the same too.
    @Test func movementsAddUp() throws {
        let runs = try Runs()
        let summary = try runs.diff()
        let (before, after) = (try runs.before.run().figures(), try runs.after.run().figures())
        #expect(summary.totals["persons"] == .init(before: before.rows.used, after: after.rows.used))
        #expect(summary.totals["recorded"] == .init(before: before.recorded, after: after.recorded))
        #expect(summary.totals["eligible"] == .init(before: before.eligible, after: after.eligible))
        for (total, pair) in summary.totals.map({ ($0.name, $0.value) }) {
            let areas = summary.areas.compactMap { $0.totals[total] }
            #expect(areas.reduce(0) { $0 + $1.before } == pair.before)
            #expect(areas.reduce(0) { $0 + $1.after } == pair.after)
        }
        for fall in summary.falls {
            let lost = fall.losses.reduce(0) { $0 + $1.persons }
            #expect(fall.count.after == fall.count.before + fall.gained - lost)
        }
        let changed = DiffChange.allCases.reduce(0) { $0 + summary.count($1) }
        #expect(changed + summary.same == 11)
    }

    /// Who moved to another kabupaten is lost there and gained here.
    @Test func moversAreElsewhere() throws {
        let summary = try Runs().diff()
        #expect(summary.areas.map(\.region) == ["1212", "1271"])
        #expect(summary.areas[0].totals["persons"] == .init(before: 0, after: 1))
        let fall = summary.falls.first { $0.region == "1271" && $0.total == "persons" }
        #expect(fall?.losses.contains { $0.isElsewhere && $0.persons == 1 } == true)
    }

    /// What is sorted on disk comes out as what is sorted in memory.
    @Test(arguments: [1, 2, 7]) func littleMemoryGivesTheSameFiles(capacity: Int) throws {
        let runs = try Runs()
        let plain = try runs.diff(out: "satu", key: [1, 2, 3])
        let sorted = try runs.diff(out: "dua", capacity: capacity, key: [1, 2, 3])
        #expect(sorted == plain)
        for file in ["people.csv", "summary.json", "manifest.json"] {
            #expect(try runs.folder.text("dua/\(file)") == runs.folder.text("satu/\(file)"))
        }
    }

    /// A key makes pseudonyms of comparisons agree; without it they are those of these two runs.
    @Test func pseudonymsBelongToTheirKey() throws {
        let runs = try Runs()
        func people(_ out: String, _ key: [UInt8]?) throws -> [String] {
            _ = try runs.diff(out: out, key: key)
            return try runs.rows("\(out)/people.csv").map { $0[0] }
        }
        let one = try people("a", [1])
        #expect(try people("b", [1]) == one)
        #expect(Set(try people("c", [2])).isDisjoint(with: one))
        let own = try people("d", nil)
        #expect(Set(own).isDisjoint(with: one))
        #expect(try people("e", nil) == own)
    }

    @Test func theSummaryReadsBackAndKnowsItsRun() throws {
        let runs = try Runs()
        let summary = try runs.diff(out: "sesudah/diff")
        #expect(try DiffSummary(reading: "\(runs.folder.path)/sesudah/diff/summary.json") == summary)
        #expect(try DiffSummary(of: runs.after.run()) == summary)
        #expect(try DiffSummary(of: runs.before.run()) == nil)
        _ = try Diff.run(
            runs.after.run(), runs.before.run(), ruleset: ShippedRules.ruleset(), programVersion: "1",
            options: Diff.Options(out: "\(runs.folder.path)/balik"))
        try FileManager.default.removeItem(atPath: "\(runs.after.path)/diff")
        try FileManager.default.copyItem(
            atPath: "\(runs.folder.path)/balik", toPath: "\(runs.after.path)/diff")
        let failure = #expect(throws: Failure.self) { _ = try DiffSummary(of: runs.after.run()) }
        #expect(failure?.findings.first?.message.english == "this comparison is of another run")
    }

    /// The same found without any file.
    @Test func theSummaryAloneIsTheSame() throws {
        let runs = try Runs()
        let alone = try Diff.summary(
            runs.before.run(), runs.after.run(), ruleset: ShippedRules.ruleset(), spoolingIn: runs.folder.path)
        #expect(try alone == runs.diff())
    }

    @Test func aRunComparedWithItselfHasNoChanges() throws {
        let runs = try Runs()
        let summary = try Diff.summary(
            runs.after.run(), runs.after.run(), ruleset: ShippedRules.ruleset(), spoolingIn: runs.folder.path)
        #expect(!summary.hasChanges)
        #expect(summary.same == 10)
        #expect(summary.falls.isEmpty && summary.transitions.isEmpty)
    }

    @Test func runsWithoutPersonsAreRefused() throws {
        let runs = try Runs(persons: false)
        let failure = #expect(throws: Failure.self) { _ = try runs.diff() }
        #expect(failure?.kind == .input)
        #expect(
            failure?.findings.map { $0.rendered(in: .english) } == [
                "\(runs.before.path): this run was made without --persons, so its people cannot be compared; run "
                    + "siappilih check again with --persons"
            ])
        #expect(!FileManager.default.fileExists(atPath: "\(runs.folder.path)/beda"))
    }

    /// An outcome that the rules do not have, and a row that is no number, where no digest tells.
    @Test(arguments: [(",ready,", ",ruady,", "outcome"), (".csv,2,", ".csv,x,", "row")])
    func tablesThatNoCheckWroteAreRefused(old: String, new: String, column: String) throws {
        let runs = try Runs(digests: false)
        let text = try runs.folder.text("sebelum/persons.csv")
        try runs.folder.write("sebelum/persons.csv", text.replacing(old, with: new, maxReplacements: 1))
        let failure = #expect(throws: Failure.self) { _ = try runs.diff() }
        #expect(failure?.findings.first?.message.english == "the column '\(column)' cannot be read")
        #expect(failure?.findings.first?.location?.row != nil)
    }
}
