import Diagnostics
import ReportData
import RoleLists
import Rules
import RunFolder
import Testing

@testable import Page

/// The tables of the page: each figure in its own row, below its own heading, in either language.
@Suite struct PageTablesTests {
    private func table(_ language: Language, _ indonesian: String, _ english: String, _ audience: Audience = .office)
        throws -> MadePage.Table
    {
        let caption = language == .english ? english : indonesian
        return try #require(MadePage.Table(MadePage.page(language, audience), caption))
    }

    @Test(arguments: Language.allCases) func outcomesHaveTheirPeople(language: Language) throws {
        let source = try MadePage.source(language)
        let table = try table(language, "Orang menurut hasil", "People by outcome")
        let people = source.text("Orang", "People")
        let outcomes = source.ruleset.outcomes
        #expect(Set(table.rows.dropLast().compactMap(\.first)) == Set(outcomes.map { source.text($0.title) }))
        for term in outcomes {
            #expect(table.cell(source.text(term.title), people) == "\(MadePage.counts[term.id] ?? -1)")
        }
        #expect(table.cell(source.text("Seluruhnya", "All"), people) == "68")
    }

    /// Outcomes are headings here, areas the rows.
    @Test(arguments: Language.allCases) func outcomesOfAreasStandBelowTheirTitles(language: Language) throws {
        let source = try MadePage.source(language)
        let table = try table(language, "Hasil per kabupaten/kota", "Outcomes by kabupaten/kota")
        let areas = source.areas.areas(.kabupaten)
        #expect(areas.count == 2)
        for area in areas {
            for (place, term) in source.areas.words.outcomes.enumerated() {
                #expect(
                    table.cell("\(area.code) \(source.name(area.code))", source.text(term.title))
                        == "\(area.totals.outcomes[place])")
            }
        }
        for term in source.ruleset.outcomes {
            #expect(
                table.cell(source.text("Seluruhnya", "All"), source.text(term.title))
                    == "\(MadePage.counts[term.id] ?? -1)")
        }
    }

    @Test(arguments: Language.allCases) func coverageIsThatOfEachArea(language: Language) throws {
        let source = try MadePage.source(language)
        let table = try table(language, "Cakupan per kabupaten/kota", "Coverage by kabupaten/kota")
        for area in source.areas.areas(.kabupaten) {
            let name = "\(area.code) \(source.name(area.code))"
            let totals = area.totals
            #expect(table.cell(name, source.text("Memenuhi syarat", "Eligible")) == "\(totals.eligible)")
            #expect(table.cell(name, source.text("Sudah rekam", "Recorded")) == "\(totals.recorded)")
            #expect(table.cell(name, source.text("Belum tercakup", "Not covered")) == "\(totals.notRecorded)")
        }
        // 19 and 13 of 68 are recorded.
        let share = table.cell(source.text("Seluruhnya", "All"), source.text("Cakupan", "Coverage"))
        #expect(share?.hasPrefix(language == .english ? "47.1" : "47,1") == true)
    }

    @Test(arguments: Language.allCases) func codesStandBesideTheirForm(language: Language) throws {
        let source = try MadePage.source(language)
        let table = try table(
            language, "Orang menurut kode dan formulir KPU", "People by KPU's code and form")
        #expect(table.rows.count == source.ruleset.kpuCodes.count)
        for (place, term) in source.areas.words.codes.enumerated() {
            let code = "\(term.code)"
            #expect(table.cell(code, source.text("Artinya", "Meaning")) == source.text(term.title))
            #expect(table.cell(code, source.text("Orang", "People")) == "\(source.areas.total.codes[place])")
            let form = source.profile.forms.first { $0.codes.contains(term.code) }?.name
            #expect(table.cell(code, source.text("Formulir", "Form")) == form ?? "–")
        }
    }

    @Test(arguments: Language.allCases) func reasonsHaveTheirPeople(language: Language) throws {
        let source = try MadePage.source(language)
        let table = try table(language, "Orang menurut alasan", "People by reason")
        let found = source.ruleset.reasons.filter {
            table.cell(source.text($0.title), source.text("Orang", "People")) != nil
        }
        #expect(!found.isEmpty && found.count == table.rows.count)
        for term in found {
            #expect(
                table.cell(source.text(term.title), source.text("Orang", "People"))
                    == "\(source.figures.reasons[term.id] ?? -1)")
        }
        let numbers = table.rows.compactMap { $0.last.flatMap { Int($0) } }
        #expect(numbers == numbers.sorted(by: >))
    }

    /// What became of every row that was read: for the office. Everybody else sees no name of a file.
    @Test func listsHaveTheirRows() throws {
        let table = try table(.english, "Daftar yang dibaca", "Lists read")
        #expect(table.headings.prefix(7) == ["Kind", "List", "Rows read", "Used", "Left out", "Rejected", "Skipped"])
        #expect(
            table.rows.map { Array($0.dropFirst().prefix(6)) } == [
                ["0-population.csv", "68", "68", "–", "0", "0"], ["1-recordings.csv", "39", "39", "0", "0", "0"],
            ])
        let digests = try MadePage.source(.english).run.manifest.inputs.map { $0.sha256 ?? "" }
        #expect(table.rows.map { $0.last ?? "" } == digests && digests.allSatisfy { $0.utf8.count == 64 })
        let page = try MadePage.page(.english, .everyone)
        #expect(MadePage.Table(page, "Lists read") == nil && !page.contains("population.csv"))
        for digest in digests { #expect(!page.contains(digest)) }
    }
}
