import Foundation
import Testing

/// What `check` promises of its output directory and of what it says, whatever the lists hold.
@Suite(.enabled(if: Program.canCheck)) struct InterfaceTests {
    static let district = District(election: .pilkada2018, asOf: Day("2018-04-19"), people: 250, seed: 99)

    static let files = [
        "collect.csv", "collect.xlsx", "duplicates.csv", "flagged.csv", "flagged.xlsx", "ineligible.csv",
        "manifest.json", "persons.csv", "recap-desa.csv",
        "recap-kabupaten.csv", "recap-kecamatan.csv", "recorded-by-week.csv", "rejected.csv", "summary.json",
        "tally.csv",
    ]

    /// Without `--persons`, where no card waits for anybody.
    static let filesOfFew = files.filter { $0 != "persons.csv" && $0 != "collect.xlsx" }

    @Test func theRunDirectoryHoldsTheFilesOfTheContractAndNoOthers() async throws {
        let workdir = try Workdir()
        #expect(try await workdir.check(InterfaceTests.district).exitCode == 0)
        #expect(workdir.names(in: "run") == InterfaceTests.files)
        #expect(try workdir.mode("run") == 0o700)
        for name in InterfaceTests.files { #expect(try workdir.mode("run/" + name) == 0o600, "\(name)") }
        // Nothing is left beside it.
        let inputs = Set(
            InterfaceTests.district.files.compactMap { $0.path.split(separator: "/").first.map(String.init) })
        #expect(Set(workdir.names(in: ".")).subtracting(inputs.union([District.regionFile])) == ["run"])
    }

    @Test func personsAreWrittenOnlyWhenAskedFor() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        let outcome = try await workdir.run(Lists.check)
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(workdir.names(in: "run") == InterfaceTests.filesOfFew)
    }

    @Test func everyFileEndsItsLinesWithALineFeedAlone() async throws {
        let workdir = try Workdir()
        _ = try await workdir.check(InterfaceTests.district)
        for name in InterfaceTests.files where !name.hasSuffix(".xlsx") {
            let bytes = try workdir.bytes("run/" + name)
            #expect(bytes.last == 0x0A, "\(name)")
            #expect(!bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(name)")
            #expect(String(validating: bytes, as: UTF8.self) != nil, "\(name)")
        }
    }

    @Test func headersAreThoseOfTheContract() async throws {
        let workdir = try Workdir()
        _ = try await workdir.check(InterfaceTests.district)
        let run = Run(workdir: workdir, folder: "run")
        #expect(try run.table("recorded-by-week.csv").header == ["region4", "week", "people"])
        #expect(try run.table("rejected.csv").header == ["list", "row", "column", "code", "message"])
        for name in ["flagged.csv", "ineligible.csv", "collect.csv", "duplicates.csv"] {
            #expect(try run.table(name).header == People.listColumns, "\(name)")
        }
    }

    @Test func theManifestNamesEveryInputRuleAndOutput() async throws {
        let workdir = try Workdir()
        _ = try await workdir.check(InterfaceTests.district)
        let text = try workdir.text("run/manifest.json")
        for file in InterfaceTests.district.files { #expect(text.contains("\"" + file.path), "\(file.path)") }
        for name in InterfaceTests.files where name != "manifest.json" { #expect(text.contains(name), "\(name)") }
        #expect(text.contains("lists.json5") && text.contains("pkpu-8-2016.json5"))
    }

    /// A day that makes results easy to take for something else is said, and decides nothing else.
    @Test(arguments: [
        (
            "2018-06-28",
            "siappilih: warning: the as-of date 2018-06-28 is after polling day 2018-06-27: what is dated after that day does not count all the same; check --as-of\n"
        ),
        (
            "2016-09-06",
            "siappilih: warning: the as-of date 2016-09-06 is before pkpu-2-2017 was in force (2016-09-07): its requirements decide all the same; check --as-of\n"
        ),
        ("2018-06-27", ""), ("2016-09-07", ""),
    ])
    func anOddAsOfDateIsSaid(day: String, warning: String) async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        let options = Lists.check + ["--as-of", day, "--json", "--lang", "en"]
        let outcome = try await workdir.run(options)
        #expect(outcome.exitCode == 0)
        let said = outcome.errors.split(separator: "\n").filter { !$0.contains("no list of recordings was given") }
        #expect(said.joined(separator: "\n") == warning.trimmingCharacters(in: .newlines))
        #expect(try workdir.text("run/manifest.json").contains("as_of_") == !warning.isEmpty)
    }

    @Test func anOccupiedDirectoryIsRefusedAndKept() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        try workdir.write("run/mine.txt", "mine")
        let refused = try await workdir.run(Lists.check)
        #expect(refused.exitCode == 2)
        #expect(workdir.names(in: "run") == ["mine.txt"])
    }

    @Test func forceReplacesARunWhole() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        #expect(try await workdir.run(Lists.check + ["--persons"]).exitCode == 0)
        let forced = try await workdir.run(Lists.check + ["--force"])
        #expect(forced.exitCode == 0, "\(forced.errors)")
        #expect(workdir.names(in: "run") == InterfaceTests.filesOfFew)
    }

    @Test func aForcedRunThatFailsLeavesTheOldOne() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        try workdir.write("empty.csv", "")
        #expect(try await workdir.run(Lists.check).exitCode == 0)
        let before = try Run(workdir: workdir, folder: "run").files()
        let failed = try await workdir.run(Lists.check + ["--force", "--population", "empty.csv"])
        #expect(failed.exitCode == 3)
        #expect(try Run(workdir: workdir, folder: "run").files() == before)
        #expect(workdir.names(in: ".") == ["dp4.csv", "empty.csv", "run"])
    }

    @Test func anEmptyDirectoryIsTaken() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        try FileManager.default.createDirectory(atPath: workdir.path("run"), withIntermediateDirectories: true)
        #expect(try await workdir.run(Lists.check).exitCode == 0)
        #expect(try workdir.mode("run") == 0o700)
    }

    /// Whatever is said aloud, no NIK is: sixteen digits in a row stand on neither stream.
    @Test(arguments: [[], ["--json"], ["--strict"], ["--lang", "id"], ["--lang", "en"]])
    func noNIKIsSaidAloud(_ options: [String]) async throws {
        let workdir = try Workdir()
        for file in InterfaceTests.district.files { try workdir.write(file.path, file.bytes) }
        let quietless = Program.checkOptions(.pilkada2018, asOf: Day("2018-04-19"), out: "run").filter {
            $0 != "--quiet"
        }
        let outcome = try await workdir.run(quietless + options + InterfaceTests.district.listArguments)
        #expect(outcome.exitCode == (options == ["--strict"] ? 1 : 0), "\(outcome.errors)")
        #expect(!Lists.hasLongDigits(outcome.output) && !Lists.hasLongDigits(outcome.errors))
    }

    @Test func jsonIsOneDocumentWithItsSchema() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        let outcome = try await workdir.run(Lists.check + ["--json"])
        let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        #expect(document?["schema"] as? Int == 1)
    }

    @Test func quietSaysNothingWhenAllIsWell() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        let outcome = try await workdir.run(Lists.check + ["--quiet"])
        #expect(outcome.output.isEmpty)
    }

    @Test func aJobFileHoldsTheSameOptions() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people)
        try workdir.write("recordings.csv", Lists.recordings)
        let options = ["--recordings", "recordings.csv", "--persons", "--as-of", "2017-11-18"]
        #expect(try await workdir.run(Lists.check + options).exitCode == 0)
        try workdir.write(
            "job.json5",
            """
            { election: 'pilkada-2018', population: ['dp4.csv'], recordings: ['recordings.csv'],
              as_of: '2017-11-18', persons: true, out: 'again', rules: '\(Program.rules)' }
            """)
        let job = try await workdir.run(["check", "job.json5"])
        #expect(job.exitCode == 0, "\(job.errors)")
        let first = try Run(workdir: workdir, folder: "run").files()
        #expect(try Run(workdir: workdir, folder: "again").files() == first)
    }

    @Test func strictMakesARejectedRowAnExitCodeWithAllOutputWritten() async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.csv", Lists.people + "ragged\n")
        #expect(try await workdir.run(Lists.check + ["--strict"]).exitCode == 1)
        #expect(workdir.exists("run/summary.json"))
    }
}
