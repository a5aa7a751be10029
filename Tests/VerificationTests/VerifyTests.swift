import Diagnostics
import Files
import Foundation
import MadeUpRuns
import Readiness
import Rules
import RunFolder
import Testing

@testable import Verification

/// Proving a run: whatever is no longer as it was is named, and nothing else.
@Suite struct VerifyTests {
    private static let people = (1...30).map { MadeUpPerson($0) }
    private static let words = ["CARD_ISSUED", "CARD_PRINTED", "PRR", "ENROLL_FAILURE_AT_CENTRAL"]

    /// A run whose rules lie in its folder, so that they may be changed.
    private struct Proven {
        let made: MadeUpRun
        var rules: String { "\(made.folder.path)/rules" }

        init(digests: Bool = true, persons: Bool = true) throws {
            let recordings = people.recordings { number, _ in number % 5 == 4 ? nil : words[number % 5] }
            made = try MadeUpRun([("population", people.populationList), ("recordings", recordings)]) {
                $0.digests = digests
                $0.persons = persons
            }
            try FileManager.default.copyItem(atPath: ShippedRules.directory, toPath: rules)
        }

        func verify(_ decide: Verify.Decide = .nothing, version: String = "1.2.3") throws -> Verification {
            try Verify.run(
                made.run(), book: ShippedRules.book(), ruleset: ShippedRules.ruleset(), rulesDirectory: rules,
                programVersion: version, decide: decide)
        }

        /// What differs, as people read it, without the folder.
        func differences(_ decide: Verify.Decide = .nothing) throws -> [String] {
            try verify(decide).differences.map {
                $0.rendered(in: .english).replacing("\(made.folder.path)/", with: "")
            }
        }

        func change(_ name: String, _ change: (inout String) -> Void) throws {
            var text = try made.folder.text(name)
            change(&text)
            try made.folder.write(name, text)
        }

        func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(made.folder.path)/\(name)") }
    }

    /// What the run did not make is said: nothing is known of it.
    @Test func filesBesideTheResultsAreSaid() throws {
        let run = try Proven()
        try run.made.folder.write("hasil/flagged-2.xlsx", "mine")
        try run.made.folder.write("hasil/access.log", "noted")
        let found = try run.verify()
        #expect(found.holds)
        #expect(
            found.notes.filter { $0.code == "file_beside" }.map {
                [$0.rendered(in: .english), $0.rendered(in: .indonesian)]
            } == [
                [
                    "\(run.made.path)/flagged-2.xlsx: none of this run's results; not checked",
                    "\(run.made.path)/flagged-2.xlsx: bukan hasil pemeriksaan ini; tidak diperiksa",
                ]
            ])
    }

    @Test func aRunThatNobodyTouchedHolds() throws {
        let run = try Proven()
        let found = try run.verify(.all)
        #expect(found.holds)
        #expect(found.notes.isEmpty)
        #expect(found.inputs == 2)
        #expect(found.outputs == run.made.report.outputs.count)
        #expect(found.rules == (try ShippedRules.book().files.count))
        #expect(found.decided == .all(people: 30))
        #expect(try run.verify().decided == .none)
    }

    /// A byte of the same length, one more, one less.
    @Test(arguments: [
        ("0-population.csv", "input_changed"), ("1-recordings.csv", "input_changed"),
        ("hasil/flagged.csv", "output_changed"), ("hasil/tally.csv", "output_changed"),
        ("hasil/summary.json", "output_changed"), ("hasil/persons.csv", "output_changed"),
    ])
    func everyChangeOfAFileIsFound(name: String, code: String) throws {
        let run = try Proven()
        let before = try run.made.folder.text(name)
        let size = before.utf8.count
        try run.change(name) { $0 = String($0.dropLast()) + " " }
        #expect(try run.differences() == ["\(name): its contents changed (its size did not)"])
        #expect(try run.verify().differences.map(\.code) == [code])
        try run.made.folder.write(name, before + "x")
        #expect(try run.differences() == ["\(name): changed: \(size + 1) bytes, expected \(size)"])
        try run.made.folder.write(name, before)
        #expect(try run.verify().holds)
        try run.remove(name)
        #expect(try run.verify().differences.map(\.code) == ["file_unreadable"])
        #expect(try run.verify().differences.first?.location?.file.hasSuffix(name) == true)
    }

    @Test func everyChangeOfTheRulesIsFound() throws {
        let run = try Proven()
        try run.change("rules/terms.json5") { $0 += " " }
        try run.remove("rules/calendars/2019.json5")
        try run.made.folder.write("rules/regions/lain.csv", "code,name\n")
        #expect(
            try run.differences() == [
                "rules/calendars/2019.json5: this rule is no longer there", "rules/terms.json5: this rule was changed",
                "rules/regions/lain.csv: this rule was added later",
            ])
        #expect(try run.verify().differences.map(\.code) == ["rule_missing", "rule_changed", "rule_added"])
    }

    /// The manifest's own digest tells whether somebody wrote into it.
    @Test func aManifestThatWasWrittenToIsFound() throws {
        let run = try Proven()
        try run.change("hasil/manifest.json") {
            $0.replace("\"asOf\": \"2018-03-23\"", with: "\"asOf\": \"2018-03-24\"")
        }
        #expect(
            try run.differences() == ["hasil/manifest.json: the manifest does not agree with its own digest"])
    }

    /// Nothing is decided again from other inputs; the outputs alone being damaged keeps nobody from it.
    @Test func nothingIsDecidedAgainFromOtherInputs() throws {
        let run = try Proven()
        try run.change("1-recordings.csv") { $0 += "\n" }
        let found = try run.verify(.all)
        #expect(found.decided == .impossible)
        #expect(
            found.notes.map { $0.message.english } == [
                "nothing was decided again: an input or a rule is no longer what it was, or was not found"
            ])
        let other = try Proven()
        try other.change("hasil/tally.csv") { $0 += "x" }
        #expect(try other.verify(.all).decided == .all(people: 30))
    }

    @Test func withoutRulesNothingCanBeDecided() throws {
        let run = try Proven()
        let found = try Verify.run(
            run.made.run(), book: nil, ruleset: nil, rulesDirectory: run.rules, programVersion: "1.2.3", decide: .all)
        #expect(found.decided == .impossible)
        #expect(!found.holds)
        #expect(
            found.differences.map { $0.rendered(in: .english) } == [
                "\(run.rules): the rules of this run can no longer be read: nothing was decided again"
            ])
        #expect(
            found.differences.map { $0.rendered(in: .indonesian) } == [
                "\(run.rules): aturan hasil ini tidak dapat dibaca lagi: tidak ada yang diputuskan ulang"
            ])
    }

    @Test func anotherVersionIsSaidAndProvesAllTheSame() throws {
        let found = try Proven().verify(version: "9.9.9")
        #expect(found.holds)
        #expect(
            found.notes.map { $0.message.english } == [
                "this run was made with version 1.2.3, verified with 9.9.9",
                "--no-decide: digests alone; whether the files of the run, the manifest's counts and its warnings follow from the inputs was not compared",
            ])
        #expect(
            found.notes.map { $0.message.indonesian } == [
                "hasil ini dibuat dengan versi 1.2.3, diperiksa dengan 9.9.9",
                "--no-decide: hanya digest; apakah isi berkas hasil, jumlah, dan peringatan manifes memang mengikuti dari masukan tidak diperiksa",
            ])
    }

    /// Without digests a change of size is all that can be seen, and that is said; deciding again sees more.
    @Test func withoutDigestsSizesAreCompared() throws {
        let run = try Proven(digests: false)
        try run.change("hasil/persons.csv") { $0.replace(",ready,", with: ",raedy,", maxReplacements: 1) }
        let found = try run.verify()
        #expect(found.holds)
        #expect(
            found.notes.map { $0.message.english } == [
                "this run was made with --no-digest: only sizes of files can be checked",
                "--no-decide: digests alone; whether the files of the run, the manifest's counts and its warnings follow from the inputs was not compared",
            ])
        #expect(
            try run.differences(.all) == ["hasil/persons.csv:2: deciding again gives other contents"])
        try run.change("hasil/persons.csv") { $0 += "x" }
        #expect(try run.differences().count == 1)
    }

    /// Nothing of a second decision stays beside the run.
    @Test(arguments: [Verify.Decide.all, .sample(5), .sample(1000)])
    func nothingStaysOfASecondDecision(decide: Verify.Decide) throws {
        let run = try Proven()
        let files = try FileManager.default.subpathsOfDirectory(atPath: run.made.folder.path).sorted()
        #expect(try run.verify(decide).holds)
        #expect(try FileManager.default.subpathsOfDirectory(atPath: run.made.folder.path).sorted() == files)
    }
}
