import Columns
import Diagnostics
import Files
import MadeUpRuns
import RoleLists
import RunFolder
import Testing

@testable import Readiness

/// A whole check of made-up lists: what is written does not depend on how the lists are cut and by how many they are
/// read.
@Suite struct CheckTests {
    private static let words = ["CARD_ISSUED", "CARD_PRINTED", "PRR", "ENROLL_FAILURE_AT_CENTRAL"]
    private static let outcomes = ["ready", "ready", "awaiting_card", "recording_failed", "unrecorded"]
    private static let steps = ["none", "collect_card", "issue_suket", "record_again", "record"]

    private static let people = (1...48).map { MadeUpPerson($0) }
    /// Every fifth has no recording.
    private static let recordings = people.recordings { number, _ in
        number % 5 == 4 ? nil : words[number % 5]
    }

    private func check(_ change: (inout CheckOptions) -> Void = { _ in }) throws -> MadeUpRun {
        try MadeUpRun(
            [("population", Self.people.populationList), ("recordings", Self.recordings)], change: change)
    }

    @Test func everyoneIsDecidedByTheirRecording() throws {
        let run = try check()
        let rows = try run.rows("persons.csv")
        #expect(rows.map { $0[1] } == (2...49).map(String.init))
        #expect(rows.map { $0[2] } == Self.people.map(\.nik))
        #expect(rows.map { $0[3] } == Self.people.map(\.region))
        #expect(rows.map { $0[4] } == Self.people.indices.map { Self.outcomes[$0 % 5] })
    }

    /// Each list of people holds those whose outcome belongs there, by region, then as the lists have them.
    @Test func listsOfPeopleStandInRegionOrder() throws {
        let run = try check()
        let order = Self.people.indices.sorted {
            (Self.people[$0].region, $0) < (Self.people[$1].region, $1)
        }
        func niks(_ isWanted: (Int) -> Bool) -> [String] { order.filter(isWanted).map { Self.people[$0].nik } }
        #expect(try run.rows("flagged.csv").map { $0[3] } == niks { $0 % 5 >= 2 })
        #expect(try run.rows("collect.csv").map { $0[3] } == niks { $0 % 5 == 1 })
        #expect(try run.rows("ineligible.csv").isEmpty)
        #expect(try run.rows("flagged.csv").map { $0[20] } == order.filter { $0 % 5 >= 2 }.map { Self.steps[$0 % 5] })
    }

    @Test func aLineOfFlaggedCarriesTheRowAndWhatWasFound() throws {
        let line = try #require(try check().rows("flagged.csv").first { $0[1] == "5" })
        #expect(
            line == [
                "0-population.csv", "5", "1271910505549001", Self.people[3].nik, "WARGA E", "MEDAN", "1954-05-05", "B",
                "P", "JL. MELATI", "001", "002", "", "1271911001", "001", "recording_failed", "11", "enrol_failed",
                "ENROLL_FAILURE_AT_CENTRAL", "2017-02-01", "record_again",
            ])
    }

    /// One row in every five has no recording; everything that is counted adds up to the rows.
    @Test func countsAddUp() throws {
        let report = try check().report
        let rows = report.summary.rows
        #expect(rows == RowCounts(read: 48, used: 48))
        #expect(report.inputs.allSatisfy { $0.rows.isReconciled })
        #expect(report.inputs.map(\.rows.read) == [48, 39])
        #expect(!report.hasDataProblems)
        let tally = try check().rows("tally.csv")
        #expect(tally.reduce(0) { $0 + (Int($1[6]) ?? 0) } == 48)
        for recap in ["recap-kabupaten.csv", "recap-kecamatan.csv", "recap-desa.csv"] {
            #expect(try check().rows(recap).reduce(0) { $0 + (Int($1[2]) ?? 0) } == 48)
        }
    }

    @Test(arguments: [1, 2, 3, 8]) func anyNumberOfThreadsGivesTheSameBytes(threads: Int) throws {
        let plain = try check().results()
        #expect(plain.count == 14)
        #expect(try check { $0.threads = threads }.results() == plain)
    }

    /// However little memory there is, the same comes out.
    @Test func littleMemoryGivesTheSameBytes() throws {
        let few = try check { $0.memory = 64 << 20 }
        #expect(try few.results() == check().results())
    }

    /// The same people in two files: the same counts.
    @Test(arguments: [1, 24, 47]) func aSplitListGivesTheSameTotals(first: Int) throws {
        let parts = [Self.people[..<first].populationList, Self.people[first...].populationList]
        let split = try MadeUpRun(
            [("population", parts[0]), ("population", parts[1]), ("recordings", Self.recordings)])
        let whole = try check()
        for name in ["tally.csv", "recap-desa.csv", "recorded-by-week.csv"] {
            #expect(try split.text(name) == whole.text(name))
        }
        #expect(split.report.summary.rows == whole.report.summary.rows)
        #expect(split.report.summary.document == whole.report.summary.document)
    }

    /// The order of rows is nobody's outcome.
    @Test func shuffledRowsAreDecidedAlike() throws {
        let shuffled = Self.people.indices.map { Self.people[$0 * 29 % 48] }
        #expect(Set(shuffled.map(\.nik)).count == 48)
        let other = try MadeUpRun([
            ("recordings", Self.recordings), ("population", shuffled.populationList),
        ])
        let whole = try check()
        func outcomes(_ run: MadeUpRun) throws -> Set<[String]> {
            Set(try run.rows("persons.csv").map { Array($0[2...]) })
        }
        #expect(try outcomes(other) == outcomes(whole))
        #expect(try other.text("tally.csv") == whole.text("tally.csv"))
    }

    /// One person more is one person more somewhere, and nothing else changes.
    @Test func aFurtherPersonAddsOne() throws {
        let more = Self.people + [MadeUpPerson(49)]
        let run = try MadeUpRun([("population", more.populationList), ("recordings", Self.recordings)])
        let (before, after) = (try check().text("persons.csv"), try run.text("persons.csv"))
        #expect(after.hasPrefix(before))
        #expect(after.dropFirst(before.count).contains(",unrecorded,11,no_recording\n"))
    }

    @Test func withoutPersonsThereIsNoFileOfEveryone() throws {
        let run = try check { $0.persons = false }
        #expect(!run.report.outputs.contains { $0.name == "persons.csv" })
        var with = try check().results()
        with["persons.csv"] = nil
        #expect(try run.results() == with)
    }

    @Test func digestsAreThoseOfTheFiles() throws {
        let run = try check()
        for input in run.report.inputs {
            let name = String(input.path.split(separator: "/").last ?? "")
            #expect(input.sha256 == Digest.hex(of: Array(try run.folder.text(name).utf8)))
        }
        for output in run.report.outputs {
            #expect(output.sha256 == Digest.hex(of: try run.bytes(output.name)))
        }
        let without = try check { $0.digests = false }
        #expect(without.report.inputs.allSatisfy { $0.sha256 == nil })
        #expect(without.report.outputs.allSatisfy { $0.sha256 == nil })
    }

    /// Outputs and inputs stand in the manifest as the report names them.
    @Test func theManifestSaysWhatWasDone() throws {
        let run = try check()
        let manifest = try run.run().manifest
        #expect(manifest.digest == manifest.computedDigest)
        #expect(manifest.inputs == run.report.inputs)
        #expect(manifest.outputs.map(\.name) == run.report.outputs.map(\.name))
        #expect(
            manifest.identity
                == RunIdentity(
                    election: "pilkada-2018", ruleset: "pkpu-2-2017", profile: "kpu-2018", votingDay: "2018-06-27",
                    asOf: "2018-03-23"))
        #expect(manifest.counts["people"] == 48)
        #expect(manifest.program.version == "1.2.3")
    }

    /// A folder that holds something is left alone.
    @Test func resultsNeverReplaceWhatIsThere() throws {
        let run = try check()
        let before = try run.text("tally.csv")
        let failure = #expect(throws: Failure.self) {
            _ = try MadeUpRun(run.options.lists, asOf: "2018-03-23", in: run.folder)
        }
        #expect(failure?.kind == .usage)
        #expect(try run.text("tally.csv") == before)
    }
}
