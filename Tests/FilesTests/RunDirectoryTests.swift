import Columns
import Diagnostics
import Foundation
import Testing

@testable import Files

@Suite struct RunDirectoryTests {
    /// A folder of its own for each test, removed afterwards.
    private func inFolder(_ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("run-\(UUID().uuidString)").path
        try Directories.create(path)
        defer { try? Directories.remove(path) }
        try body(path)
    }

    private func failure(_ body: () throws -> Void) -> Failure? {
        #expect(throws: Failure.self, performing: body)
    }

    private func write(_ path: String, _ text: String) throws {
        let file = try OutputFile(creating: path, digest: false)
        try file.append(text)
        _ = try file.finish()
    }

    private func content(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func nothingStandsUntilPublished() throws {
        try inFolder { folder in
            let run = try RunDirectory.begin(at: "\(folder)/out", force: false)
            let report = try run.write("a.csv", Array("x\n".utf8))
            #expect(report == OutputReport(name: "a.csv", bytes: 2, sha256: Digest.hex(of: Array("x\n".utf8))))
            #expect(try Directories.status(of: "\(folder)/out") == nil)
            #expect(try run.publish().isEmpty)
            #expect(try Directories.names(in: folder) == ["out"])
            #expect(content("\(folder)/out/a.csv") == "x\n")
        }
    }

    @Test func aRunThatGoesAwayLeavesNothing() throws {
        try inFolder { folder in
            do {
                let run = try RunDirectory.begin(at: "\(folder)/out", force: false)
                _ = try run.write("a.csv", [])
            }
            #expect(try Directories.names(in: folder).isEmpty)
        }
    }

    @Test func anEmptyDirectoryIsTaken() throws {
        try inFolder { folder in
            try Directories.create("\(folder)/out")
            let run = try RunDirectory.begin(at: "\(folder)/out/", force: false)
            _ = try run.write("a.csv", [])
            _ = try run.publish()
            #expect(try Directories.names(in: "\(folder)/out") == ["a.csv"])
        }
    }

    @Test func aFullDirectoryNeedsForce() throws {
        try inFolder { folder in
            try Directories.create("\(folder)/out")
            try write("\(folder)/out/\(RunDirectory.manifestName)", "old")
            let refused = failure { _ = try RunDirectory.begin(at: "\(folder)/out", force: false) }
            #expect(refused?.kind == .usage)
            #expect(
                refused?.findings.first?.rendered(in: .english)
                    == "\(folder)/out: the output folder is not empty; choose a new folder, or replace it with --force")
            let run = try RunDirectory.begin(at: "\(folder)/out", force: true)
            _ = try run.write("new.csv", [])
            #expect(content("\(folder)/out/\(RunDirectory.manifestName)") == "old")
            // A file of that name makes no run.
            #expect(try run.publish().map(\.code) == ["output_kept_beside"])
            #expect(try Directories.names(in: folder) == ["out", "out.old-1"])
            #expect(try Directories.names(in: "\(folder)/out") == ["new.csv"])
        }
    }

    /// A run of two files, one in a folder, and its manifest.
    private func publish(_ out: String, text: String = "x\n", digests: Bool = true) throws -> [Finding] {
        let run = try RunDirectory.begin(at: out, force: true)
        var reports = [try run.write("a.csv", Array(text.utf8))]
        reports.append(try run.write("deep/b.csv", Array("y\n".utf8)))
        let outputs = reports.map {
            let digest = digests ? #""\#($0.sha256 ?? "")""# : "null"
            return #"{"name": "\#($0.name)", "bytes": \#($0.bytes), "sha256": \#(digest)}"#
        }
        let manifest = #"{"program": {"name": "siappilih"}, "outputs": [\#(outputs.joined(separator: ", "))]}"#
        _ = try run.write(RunDirectory.manifestName, Array(manifest.utf8))
        return try run.publish()
    }

    @Test func whatTheProgramCanMakeAgainIsReplaced() throws {
        try inFolder { folder in
            #expect(try publish("\(folder)/out").isEmpty)
            try write("\(folder)/out/\(RunDirectory.logName)", "noted")
            try write("\(folder)/out/\(RunDirectory.pageSecretName("0a1b-2c3d-4e5f-6789"))", "secret")
            #expect(try publish("\(folder)/out/report").isEmpty)
            try Directories.remove("\(folder)/out/deep/b.csv")
            #expect(try publish("\(folder)/out", text: "z\n").isEmpty)
            #expect(try Directories.names(in: folder) == ["out"])
            #expect(content("\(folder)/out/a.csv") == "z\n")
            // What belongs to the folder stays with it.
            #expect(content("\(folder)/out/\(RunDirectory.logName)") == "noted")
            #expect(content("\(folder)/out/\(RunDirectory.pageSecretName("0a1b-2c3d-4e5f-6789"))") == "secret")
        }
    }

    @Test(arguments: [
        "a.csv", "deep/b.csv", "notes.txt", "deep/notes.txt", "report/a.csv", "report/reply.xlsx",
        "public-names.salt", "deep/public-0a1b-2c3d-4e5f-6789.salt",
    ])
    func whatPeopleWroteIsKeptBeside(_ file: String) throws {
        try inFolder { folder in
            #expect(try publish("\(folder)/out").isEmpty)
            #expect(try publish("\(folder)/out/report").isEmpty)
            try Directories.remove("\(folder)/out/\(file)")
            try write("\(folder)/out/\(file)", "mine")
            let findings = try publish("\(folder)/out")
            #expect(
                findings.first?.rendered(in: .english)
                    == "\(folder)/out: the old folder holds \(file), which this program did not make or which was changed since, so it was kept as \(folder)/out.old-1"
            )
            #expect(
                findings.first?.rendered(in: .indonesian)
                    == "\(folder)/out: folder lama memuat \(file), yang bukan buatan program ini atau diubah sesudahnya, jadi disimpan sebagai \(folder)/out.old-1"
            )
            #expect(content("\(folder)/out.old-1/\(file)") == "mine")
            #expect(content("\(folder)/out/a.csv") == "x\n")
        }
    }

    /// Where no digests were made, a file of the same size that was written later than the manifest is somebody's.
    @Test func withoutDigestsTheTimeTells() throws {
        try inFolder { folder in
            #expect(try publish("\(folder)/out", digests: false).isEmpty)
            #expect(try publish("\(folder)/out", digests: false).isEmpty)
            try Directories.remove("\(folder)/out/a.csv")
            try write("\(folder)/out/a.csv", "w\n")
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: 5)], ofItemAtPath: "\(folder)/out/a.csv")
            #expect(try publish("\(folder)/out").map(\.code) == ["output_kept_beside"])
            #expect(content("\(folder)/out.old-1/a.csv") == "w\n")
        }
    }

    @Test func aLinkIsNotFollowedAndNotLost() throws {
        try inFolder { folder in
            #expect(try publish("\(folder)/out").isEmpty)
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/out/deep/up", withDestinationPath: "\(folder)/out")
            #expect(try publish("\(folder)/out").map(\.code) == ["output_kept_beside"])
        }
    }

    @Test func whatTheProgramDidNotWriteIsKeptBeside() throws {
        try inFolder { folder in
            try Directories.create("\(folder)/out")
            try write("\(folder)/out/thesis.txt", "mine")
            let run = try RunDirectory.begin(at: "\(folder)/out", force: true)
            let findings = try run.publish()
            #expect(findings.map(\.code) == ["output_kept_beside"])
            #expect(content("\(folder)/out.old-1/thesis.txt") == "mine")
        }
    }

    @Test func anInputIsNeverReplaced() throws {
        try inFolder { folder in
            try Directories.create("\(folder)/lists")
            try write("\(folder)/lists/a.csv", "NIK\n")
            for (out, inputs) in [("lists", ["lists/a.csv"]), ("lists/a.csv", ["lists/a.csv"]), ("lists", ["lists"])] {
                let refused = failure {
                    _ = try RunDirectory.begin(
                        at: "\(folder)/\(out)", force: true, protecting: inputs.map { "\(folder)/\($0)" })
                }
                #expect(refused?.kind == .usage)
                #expect(refused?.findings.first?.code == "output_is_input")
            }
            #expect(content("\(folder)/lists/a.csv") == "NIK\n")
        }
    }

    @Test func whatCannotBeWrittenIsSaidBeforeWorkBegins() throws {
        try inFolder { folder in
            try write("\(folder)/file", "")
            for out in ["missing/out", "file", "file/out"] {
                let refused = failure { _ = try RunDirectory.begin(at: "\(folder)/\(out)", force: true) }
                #expect(refused?.kind == .output)
            }
            #expect(try Directories.names(in: folder) == ["file"])
        }
    }

    /// Both found it empty: the later one says so, and the earlier one stands whole.
    @Test func theLaterOfTwoRunsIntoOneFolderIsRefused() throws {
        try inFolder { folder in
            let first = try RunDirectory.begin(at: "\(folder)/out", force: false)
            let second = try RunDirectory.begin(at: "\(folder)/out", force: false)
            _ = try first.write("a.csv", Array("first".utf8))
            _ = try second.write("a.csv", Array("second".utf8))
            #expect(try first.publish().isEmpty)
            let refused = failure { _ = try second.publish() }
            #expect(refused?.kind == .usage)
            #expect(refused?.findings.map(\.code) == ["output_filled_meanwhile"])
            let message = Bilingual(
                id: "folder hasil sudah diisi proses lain selagi ini berjalan; hasil ini tidak ditulis",
                en: "another process has filled the output folder meanwhile; these results were not written")
            #expect(refused?.findings.first?.message == message)
            second.discard()
            #expect(try Directories.names(in: folder) == ["out"])
            #expect(content("\(folder)/out/a.csv") == "first")
        }
    }

    /// Where the disk knows no locks, a note tells whose a staging directory is.
    @Test(arguments: [
        ("\(Processes.own) \(Processes.computer)\n", true), ("999999999 \(Processes.computer)\n", false),
        ("999999999 elsewhere\n", true), ("torn", true),
    ])
    func aNoteHoldsADirectory(note: String, isHeld: Bool) throws {
        try inFolder { folder in
            let old = try Staging.make(Place("\(folder)/out", force: false, protecting: [])).path
            try write("\(old)/\(StagingClaim.noteName)", note)
            let run = try RunDirectory.begin(at: "\(folder)/out", force: false)
            _ = try run.publish()
            let left = isHeld ? [String(old.dropFirst(folder.utf8.count + 1)), "out"] : ["out"]
            #expect(try Directories.names(in: folder) == left)
        }
    }

    /// What a run that died left of a single file stands in nobody's way.
    @Test func aFileLeftBesideIsReplaced() throws {
        try inFolder { folder in
            try write("\(folder)/.map.json5.siappilih-new", "half")
            try NewFile.write(Array("{}".utf8), to: "\(folder)/map.json5", replacing: false)
            #expect(try Directories.names(in: folder) == ["map.json5"])
            #expect(content("\(folder)/map.json5") == "{}")
        }
    }

    @Test func whatADeadRunLeftIsSweptAndALivingOneIsNot() throws {
        try inFolder { folder in
            // A directory as one that died leaves it: made by `Staging`, no longer held.
            let place = try Place("\(folder)/out", force: false, protecting: [])
            try write("\(Staging.make(place).path)/a.csv", "")
            for name in ["notes", "dead", "0123456789abc000000"] {
                try Directories.create("\(folder)/.out.siappilih-\(name)")
                try write("\(folder)/.out.siappilih-\(name)/mine.txt", "mine")
            }
            let living = try RunDirectory.begin(at: "\(folder)/out", force: false)
            let second = try RunDirectory.begin(at: "\(folder)/out", force: false)
            _ = try living.write("a.csv", [])
            // Those of the two, and what is not theirs.
            #expect(try Directories.names(in: folder).count == 5)
            second.discard()
            _ = try living.publish()
            #expect(try Directories.names(in: folder).count == 4)
            #expect(content("\(folder)/.out.siappilih-notes/mine.txt") == "mine")
        }
    }
}
