import Diagnostics
import MadeUpRuns
import ReportData
import Rules
import RunFolder
import Testing

@testable import Reports

/// The recapitulation: each figure under its own heading, in every sheet.
@Suite struct RecapTests {
    private struct Table {
        let heading: [String]
        let rows: [[String]]

        /// - Parameter mark: a heading by which the table is known.
        init(_ made: MadeReport, sheet name: String, mark: String) throws {
            let sheet = try #require(try made.sheets("recap.xlsx").first { $0.name == name })
            let top = try #require(sheet.rows.firstIndex { $0.contains(mark) })
            heading = sheet.rows[top]
            rows = Array(sheet.rows[(top + 1)...])
        }

        func figure(_ title: String, _ code: String) -> String? {
            guard let column = heading.firstIndex(of: title), let row = rows.first(where: { $0.first == code })
            else { return nil }
            return row.indices.contains(column) ? row[column] : nil
        }
    }

    @Test(arguments: Language.allCases, [AreaTable.Level.kabupaten, .kecamatan, .desa])
    func outcomesStandUnderTheirOwnTitles(language: Language, level: AreaTable.Level) throws {
        let made = try MadeReport(language)
        let source = made.source
        let people = source.text("Jumlah orang", "People")
        let table = try Table(made, sheet: Self.name(level), mark: people)
        let areas = source.areas.areas(level)
        #expect(areas.count >= 2)
        for area in areas {
            #expect(table.figure(people, area.code) == "\(area.totals.persons)")
            for (place, term) in source.areas.words.outcomes.enumerated() {
                #expect(table.figure(source.text(term.title), area.code) == "\(area.totals.outcomes[place])")
            }
            #expect(
                table.figure(source.text("Memenuhi syarat (penyebut)", "Eligible (denominator)"), area.code)
                    == "\(area.totals.eligible)")
            #expect(
                table.figure(source.text("Sudah rekam (pembilang)", "Recorded (numerator)"), area.code)
                    == "\(area.totals.recorded)")
        }
    }

    @Test func codesAndSexesStandUnderTheirOwnTitles() throws {
        let made = try MadeReport(.english)
        let source = made.source
        let table = try Table(made, sheet: "Kecamatan codes", mark: "Sex not known")
        for area in source.areas.areas(.kecamatan) {
            let totals = area.totals
            for (place, term) in source.areas.words.codes.enumerated() {
                let title = "\(term.code) \(source.text(term.title))"
                #expect(table.figure(title, area.code) == "\(totals.codes[place])")
            }
            #expect(table.figure("Men", area.code) == "\(totals.men)")
            #expect(table.figure("Women", area.code) == "\(totals.women)")
            #expect(table.figure("Sex not known", area.code) == "\(totals.ofUnknownSex)")
            #expect(table.figure("All", area.code) == "\(totals.men + totals.women + totals.ofUnknownSex)")
        }
    }

    /// Published totals stand beside ours with their difference; where none are known the cells wait for them.
    @Test func officialTotalsStandBesideOurs() throws {
        let made = try MadeReport(.english) {
            $0.official.lines["1271"] = OfficialTotals.Line(eligible: 40, recorded: 30, notRecorded: 11)
        }
        let table = try Table(made, sheet: "Summary", mark: "Difference within the official totals")
        let area = try #require(made.source.areas.areas(.kabupaten).first { $0.code == "1271" })
        let row = try #require(table.rows.first { $0.first?.hasPrefix("1271 ") == true })
        let (eligible, recorded) = (area.totals.eligible, area.totals.recorded)
        #expect(
            row.prefix(8) == [
                "1271 \(made.source.name("1271"))", "\(eligible)", "40", "\(eligible - 40)", "\(recorded)", "30",
                "\(recorded - 30)", "-1",
            ])
        let whole = try #require(table.rows.first { $0.first == "All" })
        #expect(whole[1] == "\(made.source.areas.total.eligible)" && whole[2].isEmpty && whole[5].isEmpty)
    }

    private static func name(_ level: AreaTable.Level) -> String {
        switch level {
        case .kabupaten: "Kabupaten"
        case .kecamatan: "Kecamatan"
        default: "Desa"
        }
    }

    /// A sheet cuts a word that is longer than its column.
    @Test(arguments: Language.allCases, [false, true])
    func headingsFitTheirColumns(_ language: Language, _ isCodes: Bool) throws {
        let source = try MadeReport.source(language)
        let table = RecapTable(
            source, areas: source.areas.areas(.kabupaten), hasStations: false, isCodes: isCodes,
            frame: SheetFrame(source))
        for column in table.columns {
            let longest = column.heading.split(separator: " ").map(\.count).max() ?? 0
            #expect(Double(longest) < column.width, "\(column.heading)")
        }
    }
}
