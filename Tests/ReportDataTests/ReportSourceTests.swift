import Diagnostics
import MadeUpRuns
import Readiness
import Rules
import RunFolder
import Testing

@testable import ReportData

/// A run with everything its reports are made from.
@Suite struct ReportSourceTests {
    private static let words = ["CARD_ISSUED", "PRR", nil, "ENROLL_FAILURE_AT_CENTRAL"]

    private func made(_ people: [MadeUpPerson] = (1...40).map { MadeUpPerson($0, regency: $0 > 30 ? "1212" : "1271") })
        throws -> MadeUpRun
    {
        try MadeUpRun([
            ("population", people.populationList),
            ("recordings", people.recordings { number, _ in Self.words[number % 4] }),
        ])
    }

    private func source(_ run: MadeUpRun, _ language: Language = .english) throws(Failure) -> ReportSource {
        do {
            return try ReportSource(
                run.run(), book: ShippedRules.book(), language: language, office: Office(), programVersion: "1.2.3")
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.internal, [])
        }
    }

    /// The equations that show that nobody is lost hold, and each is what its words say.
    @Test func everythingReconciles() throws {
        let source = try source(made())
        let lines = Reconciliation(source).lines
        #expect(lines.count == 5)
        #expect(lines.allSatisfy { $0.holds })
        #expect(lines.map(\.values.left) == [40, 40, 40, 40, 40])
        #expect(lines.first?.title == "Rows read = decided + rejected + skipped")
        #expect(
            try Reconciliation(self.source(made(), .indonesian)).lines.last?.title
                == "Seluruhnya = jumlah kabupaten/kota")
    }

    /// Areas of every level hold the same people, in order.
    @Test(arguments: AreaTable.Level.allCases) func areasAddUp(level: AreaTable.Level) throws {
        let areas = try source(made()).areas
        let found = areas.areas(level)
        #expect(found.reduce(0) { $0 + $1.totals.persons } == 40)
        #expect(found.reduce(0) { $0 + $1.totals.recorded } == areas.total.recorded)
        #expect(found.map(\.code) == found.map(\.code).sorted(by: RegionOrder.precedes))
        #expect(found.allSatisfy { $0.code.count == level.rawValue })
        #expect(areas.areas(.kabupaten).map(\.totals.persons) == [10, 30])
        let stations = areas.stations()
        #expect(stations.reduce(0) { $0 + $1.totals.persons } == 40)
        #expect(areas.hasStations && stations.allSatisfy { !$0.station.isEmpty })
    }

    /// A file of the run that says something other than its summary is refused by its name.
    @Test(arguments: [("tally.csv", "ready,"), ("tally.csv", "unrecorded,")])
    func aTableThatSomebodyChangedIsRefused(name: String, outcome: String) throws {
        let run = try made()
        let text = try run.text(name)
        let line = try #require(text.split(separator: "\n").first { $0.contains(",\(outcome)") })
        try run.forge(name) { $0.replace(line + "\n", with: "") }
        let failure = #expect(throws: Failure.self) { try source(run) }
        #expect(failure?.findings.map(\.code) == ["run_disagrees"])
        #expect(
            failure?.findings.first?.message.english == "the sums of this file are not those of summary.json")
        #expect(failure?.findings.first?.location?.file == "\(run.path)/\(name)")
    }

    @Test func agesAreThoseOfTheUnrecorded() throws {
        let run = try made()
        let ages = try withExtendedLifetime(run) { try UnrecordedAges(source(run)) }
        #expect(ages.outcomes.map(\.id) == ["unrecorded"])
        #expect(ages.bands.reduce(0) { $0 + $1.persons } == 10)
        #expect(ages.bands.first?.kind == .firstTime && ages.bands.last?.kind == .unknown)
        // Born 1950 to 1989: 28 to 68 years old.
        for band in ages.bands where band.persons > 0 {
            guard case .years(let from, let through?) = band.kind else {
                Issue.record("somebody of no age")
                continue
            }
            #expect(from >= 25 && through <= 69 && through == from + 4)
        }
        #expect(ages.bands.reduce(0) { $0 + $1.ofUnknownSex } == 0)
    }

    /// A list of flagged people with one less than was counted is refused.
    @Test func agesOfOtherPeopleAreRefused() throws {
        let run = try made()
        let text = try run.text("flagged.csv")
        let line = try #require(text.split(separator: "\n").first { $0.contains(",unrecorded,") })
        try run.forge("flagged.csv") { $0.replace(line + "\n", with: "") }
        let failure = #expect(throws: Failure.self) { _ = try UnrecordedAges(source(run)) }
        #expect(failure?.findings.map(\.code) == ["run_disagrees"])
    }

    @Test func namesAndStampsAreInTheirLanguage() throws {
        let run = try made()
        let (english, indonesian) = (try source(run), try source(run, .indonesian))
        #expect(english.name("") == "Region not known" && indonesian.name("") == "Wilayah tidak diketahui")
        #expect(english.name("999999") == "999999")
        #expect(english.count(12_345) == "12,345" && indonesian.count(12_345) == "12.345")
        let digest = try #require(try run.run().manifest.digest)
        let stamp = RunStamp(english)
        #expect(stamp.digest == digest)
        #expect(
            stamp.full
                == "Made by SiapPilih 1.2.3 from run \(digest); ruleset pkpu-2-2017; as of 23 March 2018; voting day "
                + "27 June 2018.")
        #expect(RunStamp(indonesian).full.hasSuffix("data per 23 Maret 2018; pemungutan suara 27 Juni 2018."))
        #expect(english.warnings.isEmpty)
    }

    @Test(arguments: [
        ("2018-06-27", "27 Juni 2018", "27 June 2018"), ("x", "x", "x"), ("2018-02-30", "2018-02-30", "2018-02-30"),
    ])
    func datesInWords(iso: String, indonesian: String, english: String) {
        #expect(LongDate.text(iso, .indonesian) == indonesian)
        #expect(LongDate.text(iso, .english) == english)
    }

    @Test func stationsStandByNumberThenByText() {
        let stations = ["", "10", "2", "A", "1", "02", "B", "010"]
        #expect(stations.sorted(by: StationOrder.precedes) == ["1", "02", "2", "010", "10", "A", "B", ""])
    }

    @Test(arguments: [("L", "L"), ("laki-laki", "L"), ("P", "P"), ("x", nil), ("", nil)] as [(String, String?)])
    func codesOfWords(word: String, code: String?) throws {
        #expect(CodeWords("sex", of: try ShippedRules.ruleset()).code(word) == code)
    }

    /// Cells of people come back as they were put in, row by row.
    @Test func peopleOfAnAreaKeepTheirCells() throws {
        let run = try made()
        let table = try run.run().people(.flagged, PersonRows.columns)
        var rows = PersonRows()
        var names: [String] = []
        while try table.next() {
            names.append(table.text(.name))
            rows.append(table)
        }
        #expect(rows.count == names.count && !rows.isEmpty)
        #expect(rows.count == 30)
        #expect((0..<rows.count).map { rows.text($0, .name) } == names)
        #expect(rows.text(0, .row).isEmpty && rows.text(99, .name).isEmpty)
        #expect(PersonRows().isEmpty)
    }
}
