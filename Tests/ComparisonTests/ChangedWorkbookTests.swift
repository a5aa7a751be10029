import Columns
import Diagnostics
import Files
import MadeUpRuns
import Readiness
import Rules
import RunFolder
import Testing

@testable import Comparison

/// `changed.xlsx`: the people of `people.csv` by name, in the same order.
@Suite struct ChangedWorkbookTests {
    private static let people = (1...9).map { MadeUpPerson($0, regency: $0 > 6 ? "1212" : "1271") }
    private static let newcomer = MadeUpPerson(20)
    private static let leaver = MadeUpPerson(21)

    /// The first two become ready, the third goes back, the fourth is ready both times; the eighth gets a card.
    private static let runs = Result {
        let folder = try TemporaryFolder()
        func run(_ out: String, _ asOf: String, _ people: [MadeUpPerson], ready: Set<Int>) throws -> MadeUpRun {
            try MadeUpRun(
                [
                    ("population", people.populationList),
                    ("recordings", people.recordings { number, _ in ready.contains(number) ? "CARD_ISSUED" : nil }),
                ], asOf: asOf, in: folder, out: out)
        }
        return (
            before: try run("sebelum", "2018-03-01", people + [leaver], ready: [2, 3]),
            after: try run("sesudah", "2018-03-23", people + [newcomer], ready: [0, 1, 3, 7, 9])
        )
    }

    private func diff(
        _ out: String, _ change: (inout Diff.Options) -> Void = { _ in }
    ) throws -> (folder: TemporaryFolder, warnings: [Finding]) {
        let (before, after) = try Self.runs.get()
        let folder = try TemporaryFolder()
        var options = Diff.Options(out: "\(folder.path)/\(out)")
        change(&options)
        let made = try Diff.run(
            before.run(), after.run(), ruleset: ShippedRules.ruleset(), programVersion: "1.2.3", options: options)
        return (folder, made.warnings)
    }

    private func sheets(_ folder: TemporaryFolder, _ out: String) throws -> [(name: String, rows: [[String]])] {
        try WorkbookCells.sheets("\(folder.path)/\(out)/changed.xlsx", spools: folder.path)
    }

    /// Rows below the heading.
    private static func people(_ rows: [[String]]) -> [[String]] {
        let heading = rows.firstIndex { $0.count > 2 && $0[1] == "NIK" } ?? rows.count
        return rows.dropFirst(heading + 1).filter { $0.count > 19 }
    }

    @Test(arguments: Language.allCases) func everyoneWhoChangedStandsThereByName(_ language: Language) throws {
        let made = try diff("beda") { $0.language = language }
        let sheets = try sheets(made.folder, "beda")
        #expect(sheets.map { $0.name.prefix(4) } == ["1212", "1271"])
        let rows = sheets.flatMap { Self.people($0.rows) }
        let people = Self.people
        func row(_ nik: String) throws -> [String] { try #require(rows.first { $0[1] == nik }) }
        func title(_ change: DiffChange) -> String { change.title.text(in: language) }
        for (place, change) in [(0, DiffChange.becameReady), (1, .becameReady), (2, .wentBack), (7, .becameReady)] {
            let found = try row(people[place].nik)
            #expect(found[0] == people[place].name && found[2] == title(change))
            #expect(found[19] == String(place + 2))
        }
        let outcomes = Dictionary(
            uniqueKeysWithValues: try ShippedRules.ruleset().outcomes.map { ($0.id, $0.title.text(in: language)) })
        let back = try row(people[2].nik)
        #expect(Array(back[3...6]) == [outcomes["ready"], "", outcomes["unrecorded"], "11"])
        #expect(try row(Self.leaver.nik)[0...2] == [Self.leaver.name, Self.leaver.nik, title(.left)])
        #expect(rows.count == 6)
    }

    /// The same people in the same order as by pseudonym; rows of the same list and number.
    @Test func itHasThePeopleOfTheTable() throws {
        let made = try diff("beda")
        let table = try made.folder.text("beda/people.csv").split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let rows = try sheets(made.folder, "beda").flatMap { Self.people($0.rows) }
        #expect(rows.map { [$0[18], $0[19]] } == table.map { [$0[2], $0[3]] })
    }

    /// Who is ready stands in no list with names: the NIK stands there, and that is said.
    @Test func whoIsReadyInNoListStandsThereByNIK() throws {
        let made = try diff("beda")
        let rows = try sheets(made.folder, "beda").flatMap { Self.people($0.rows) }
        let row = try #require(rows.first { $0[1] == Self.newcomer.nik })
        #expect(row[0].isEmpty && row[2] == DiffChange.new.title.indonesian)
        let said = try #require(made.warnings.first { $0.code == "changed_without_name" })
        #expect(
            said.rendered(in: .english)
                == "changed.xlsx has 1 person without a name, by NIK, list and row alone: no file of a run names those who are ready; look the row up in the list"
        )
        #expect(
            said.rendered(in: .indonesian)
                == "changed.xlsx memuat 1 orang tanpa nama, hanya dengan NIK, daftar, dan baris: nama orang yang siap tidak ada di folder hasil; cari barisnya di daftar asal"
        )
    }

    @Test func whoHadThemWholeIsLogged() throws {
        let made = try diff("beda")
        let log = try Self.runs.get().after.text("access.log")
        #expect(log.contains("diff: 6 people by name, NIKs whole, into \(made.folder.path)/beda\n"))
        #expect(!log.contains(Self.newcomer.nik))
    }

    /// More people than an office looks through are written where somebody asks for it alone; it is said either way.
    @Test func manyAreWrittenWhereAskedFor() throws {
        let few = try diff("beda") { $0.unasked = 5 }
        #expect(try Directories.status(of: "\(few.folder.path)/beda/changed.xlsx") == nil)
        let said = try #require(few.warnings.first)
        #expect(
            said.rendered(in: .english)
                == "6 people changed: changed.xlsx was not made; people.csv has all by pseudonym; make it all the same with --workbooks"
        )
        #expect(
            said.rendered(in: .indonesian)
                == "6 orang berubah: changed.xlsx tidak dibuat; people.csv memuat semua, disamarkan; buat juga dengan --workbooks"
        )
        let asked = try diff("beda") {
            $0.unasked = 5
            $0.workbooks = .always
        }
        #expect(try sheets(asked.folder, "beda").count == 2)
    }

    /// Where nobody changed there is nothing to open, and nothing to log.
    @Test func nobodyMakesNoWorkbook() throws {
        let after = try Self.runs.get().after
        let folder = try TemporaryFolder()
        let made = try Diff.run(
            after.run(), after.run(), ruleset: ShippedRules.ruleset(), programVersion: "1.2.3",
            options: Diff.Options(out: "\(folder.path)/beda"))
        #expect(!made.summary.hasChanges && made.warnings.isEmpty)
        #expect(try Directories.status(of: "\(folder.path)/beda/changed.xlsx") == nil)
    }

    /// What it is, of which runs and what to mind stands above the people of every sheet, also on paper.
    @Test func everySheetSaysWhatItIs() throws {
        let made = try diff("beda") { $0.language = .english }
        let names = try [Self.runs.get().before, Self.runs.get().after].map { String(try $0.run().name.prefix(16)) }
        for sheet in try sheets(made.folder, "beda") {
            #expect(sheet.rows.first?.first == "Changes from 2018-03-01 to 2018-03-23")
            #expect(sheet.rows[1][0].contains(names[0]) && sheet.rows[1][0].contains(names[1]))
        }
    }

    /// Rows of one NIK may be other people's: whoever swapped rows did not change, and what is left says so.
    @Test func rowsOfASharedNIKAreDoubtful() throws {
        var (one, other, third) = (MadeUpPerson(30), MadeUpPerson(30), MadeUpPerson(30))
        (one.name, other.name, third.name) = ("ALI TETAP", "BUDI ANAK", "CITRA PERGI")
        other.birthDate = "05|05|2010"
        third.region = "1212901001"
        let folder = try TemporaryFolder()
        func run(_ out: String, _ people: [MadeUpPerson]) throws -> Run {
            try MadeUpRun([("population", people.populationList)], in: folder, out: out).run()
        }
        let made = try Diff.run(
            run("sebelum", [one, other, third]), run("sesudah", [other, one]), ruleset: ShippedRules.ruleset(),
            programVersion: "1.2.3", options: Diff.Options(out: "\(folder.path)/beda", language: .english))
        #expect(made.summary.count(.becameIneligible) == 0 && made.summary.count(.left) == 1)
        let rows = try sheets(folder, "beda").flatMap { Self.people($0.rows) }
        #expect(rows.map { $0[0] } == ["CITRA PERGI"])
        #expect(rows.map { $0[9] } == ["this NIK is listed more than once: it may be another person's row"])
    }

    /// A name of the earlier run says so; its address does not stand beside a region of the later run.
    @Test func anAddressStaysWithItsRegion() throws {
        var mover = MadeUpPerson(31)
        let other = MadeUpPerson(32)
        let folder = try TemporaryFolder()
        func run(_ out: String, _ status: String?) throws -> Run {
            try MadeUpRun(
                [
                    ("population", [mover, other].populationList),
                    ("recordings", [mover, other].recordings { number, _ in number == 1 ? "PRR" : status }),
                ],
                asOf: out == "sebelum" ? "2018-03-01" : "2018-03-23", in: folder, out: out
            ).run()
        }
        let before = try run("sebelum", nil)
        mover.region = "1212901001"
        let made = try Diff.run(
            before, run("sesudah", "CARD_ISSUED"), ruleset: ShippedRules.ruleset(), programVersion: "1.2.3",
            options: Diff.Options(out: "\(folder.path)/beda", language: .english))
        #expect(made.warnings.isEmpty)
        let row = try #require(try sheets(folder, "beda").flatMap { Self.people($0.rows) }.first)
        #expect(row[0] == mover.name && row[11] == "2018-03-01")
        #expect(row[9] == "name of the earlier run; the later list may have another")
        #expect(Array(row[14...17]) == ["", "", "", ""])
    }

    /// Without names nothing is written that holds a NIK, and nothing is logged.
    @Test func withoutNamesNothingIsLogged() throws {
        let folder = try TemporaryFolder()
        func run(_ out: String, _ numbers: ClosedRange<Int>) throws -> MadeUpRun {
            try MadeUpRun([("population", numbers.map { MadeUpPerson($0) }.populationList)], in: folder, out: out)
        }
        let (before, after) = (try run("sebelum", 1...3), try run("sesudah", 2...4))
        let made = try Diff.run(
            before.run(), after.run(), ruleset: ShippedRules.ruleset(), programVersion: "1.2.3",
            options: Diff.Options(out: "\(folder.path)/beda", workbooks: .never))
        #expect(made.summary.hasChanges && made.outputs.map(\.name) == ["people.csv", "summary.json"])
        #expect(try Directories.status(of: "\(after.path)/access.log") == nil)
    }
}
