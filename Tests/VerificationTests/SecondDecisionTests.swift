import Columns
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

@testable import Verification

/// Deciding again: a run that was forged, manifest and all, is found by what its lists say.
@Suite struct SecondDecisionTests {
    private static let people = (1...40).map { MadeUpPerson($0) }
    private static let recordings = people.recordings { number, _ in number.isMultiple(of: 2) ? "CARD_ISSUED" : nil }

    private func made(persons: Bool = true) throws -> MadeUpRun {
        try MadeUpRun([("population", Self.people.populationList), ("recordings", Self.recordings)]) {
            $0.persons = persons
        }
    }

    private func verify(_ made: MadeUpRun, _ decide: Verify.Decide) throws -> Verification {
        try Verify.run(
            made.run(), book: ShippedRules.book(), ruleset: ShippedRules.ruleset(),
            rulesDirectory: ShippedRules.directory, programVersion: "1.2.3", decide: decide)
    }

    private func texts(_ found: Verification, _ made: MadeUpRun) -> [String] {
        found.differences.map { $0.rendered(in: .english).replacing("\(made.folder.path)/", with: "") }
    }

    @Test func aForgedOutcomeIsFound() throws {
        let made = try made()
        try made.forge("persons.csv") {
            $0.replace(",unrecorded,11,no_recording", with: ",ready,,", maxReplacements: 1)
        }
        #expect(try verify(made, .nothing).holds)
        #expect(texts(try verify(made, .all), made) == ["hasil/persons.csv:3: deciding again gives other contents"])
        #expect(
            texts(try verify(made, .sample(40)), made) == [
                "hasil/persons.csv:3: deciding again gives this person another outcome"
            ])
    }

    @Test func aPersonTakenAwayIsFound() throws {
        let made = try made()
        let line = try #require(try made.text("persons.csv").split(separator: "\n").last)
        try made.forge("persons.csv") { $0.replace(line + "\n", with: "") }
        #expect(
            texts(try verify(made, .sample(40)), made) == [
                "hasil/persons.csv: lacks 0-population.csv row 41, which deciding again writes"
            ])
    }

    /// Deciding again writes the same form, and reads it.
    @Test(arguments: [Verify.Decide.all, .sample(40)]) func filesForSpreadsheetsAreProvedToo(_ decide: Verify.Decide)
        throws
    {
        let made = try MadeUpRun([("population", Self.people.populationList), ("recordings", Self.recordings)]) {
            $0.forSpreadsheets = true
        }
        #expect(try made.text("persons.csv").contains(";=\"1271"))
        let found = try verify(made, decide)
        #expect(found.holds)
        #expect(texts(found, made) == [])
    }

    /// Without `persons.csv` the flagged and the ineligible are compared.
    @Test func flaggedPeopleAreComparedWhereThereIsNoListOfAll() throws {
        let made = try made(persons: false)
        try made.forge("flagged.csv") { $0.replace(",no_recording,", with: ",nik_empty,", maxReplacements: 1) }
        let found = try verify(made, .sample(40))
        #expect(found.decided == .sample(people: 40))
        #expect(
            texts(found, made) == ["hasil/flagged.csv:2: deciding again gives this person another outcome"])
    }

    /// A file that deciding again does not write, and one that it writes and the run has not.
    @Test func surplusAndMissingFilesAreFound() throws {
        let made = try made()
        var manifest = try made.run().manifest
        let report = try #require(manifest.outputs.first { $0.name == "collect.csv" })
        let place = try #require(manifest.outputs.firstIndex { $0.name == "collect.csv" })
        manifest.outputs[place] = OutputReport(name: "zz.csv", bytes: report.bytes, sha256: report.sha256)
        manifest.digest = manifest.computedDigest
        try made.folder.write("hasil/zz.csv", try made.text("collect.csv"))
        try Data(manifest.document).write(to: URL(fileURLWithPath: "\(made.path)/manifest.json"))
        #expect(
            texts(try verify(made, .all), made).sorted() == [
                "hasil/collect.csv: deciding again also writes this file",
                "hasil/zz.csv: deciding again does not write this file",
            ])
    }

    /// About as many are chosen as are wanted, the same every time, whatever became of them.
    @Test(arguments: [0, 1, 10, 39]) func aSampleIsTheSameEveryTime(people: Int) throws {
        let made = try made()
        guard case .sample(let first) = try verify(made, .sample(people)).decided,
            case .sample(let second) = try verify(made, .sample(people)).decided
        else {
            Issue.record("nothing was sampled")
            return
        }
        #expect(first == second)
        #expect(first <= 40)
        if people == 0 { #expect(first == 0) }
    }

    /// A row that is chosen brings every row of its NIK along: duplicates are met as in the whole.
    @Test func rowsOfOneNIKAreChosenTogether() throws {
        let twice = Self.people + Self.people
        let made = try MadeUpRun([("population", twice.populationList), ("recordings", Self.recordings)])
        for people in [5, 20, 60] {
            let folder = try RunDirectory.begin(at: "\(made.folder.path)/contoh", force: true, digests: false)
            let lists = try SampledLists(
                made.options.lists, maps: [], regions: nil, ruleset: ShippedRules.ruleset(),
                seed: "benih \(people)", people: people, of: 80, in: folder)
            let rows = Set(lists.rows.map(\.row))
            #expect(!rows.isEmpty && rows.count < 80)
            #expect(rows.allSatisfy { rows.contains($0 <= 41 ? $0 + 40 : $0 - 40) })
            // The written rows are numbered as their originals are.
            let first = try #require(lists.lists.first)
            let name = String(first.path.split(separator: "/").last ?? "")
            let originals = (2..<2 + rows.count).compactMap { lists.original(list: name, row: $0)?.row }
            #expect(originals == rows.sorted())
            #expect(lists.original(list: name, row: 2 + rows.count) == nil)
            #expect(lists.original(list: name, row: 1) == nil)
            #expect(lists.original(list: "lain.csv", row: 2) == nil)
            folder.discard()
        }
        #expect(try verify(made, .sample(20)).holds)
    }

    /// A run knows its lists and options well enough to be made again.
    @Test func theOptionsOfTheRunComeBack() throws {
        let made = try made()
        let again = SecondDecision(
            run: try made.run(), ruleset: try ShippedRules.ruleset(), book: try ShippedRules.book(),
            programVersion: "1.2.3")
        #expect(again.lists == made.options.lists)
        var expected = made.options
        expected.out = "lain"
        let options = try again.options(lists: again.lists, maps: [], out: "lain")
        #expect(
            options.reported.map(\.name) == ["election", "ruleset", "profile", "as-of", "persons"]
                + ["accept-role", "accept-strikes"])
        // Some rows of a list tell less of it, and may all be struck: the run was judged as a whole.
        #expect(options.acceptedRoles.contains("deaths") && options.acceptedStrikes.contains("deaths"))
        #expect(options.asOf == expected.asOf)
        #expect(options.persons)
        #expect(options.digests)
    }
}
