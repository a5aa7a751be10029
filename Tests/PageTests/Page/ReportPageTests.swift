import Diagnostics
import MadeUpRuns
import ReportData
import Rules
import RunFolder
import Testing

@testable import Page

/// The whole page of a run: its figures under their own words, in one file that asks nothing of anybody.
@Suite struct ReportPageTests {
    private func source(_ language: Language) throws -> ReportSource { try MadePage.source(language) }

    private func page(_ language: Language = .english, _ audience: Audience = .office) throws -> String {
        try MadePage.page(language, audience)
    }

    /// The texts of a row's cells, for each row of the page's tables.
    private func rows(_ page: String) -> [[String]] {
        page.split(separator: "<tr>").dropFirst().map { row in
            let cells = (row.firstRange(of: "</tr>").map { row[..<$0.lowerBound] } ?? row)
                .split(separator: "<").map { $0.drop { $0 != ">" }.dropFirst() }
            return cells.map(String.init).filter { !$0.isEmpty }
        }
    }

    /// Each outcome's own number stands beside its own title, in either language.
    @Test(arguments: Language.allCases) func numbersStandUnderTheirOwnWords(language: Language) throws {
        let source = try source(language)
        let rows = rows(try page(language))
        for term in source.ruleset.outcomes {
            let title = term.title.text(in: language).replacing("&", with: "&amp;")
            let own = rows.filter { $0.first == title }
            #expect(!own.isEmpty)
            for row in own { #expect(row.dropFirst().first == "\(MadePage.counts[term.id] ?? -1)", "\(title)") }
        }
        let all = rows.filter { $0.first == source.text("Seluruhnya", "All") }
        #expect(all.contains { $0.contains("68") })
    }

    /// Areas bear their own figures: what they sum up to is everyone.
    @Test func areasAddUpOnThePage() throws {
        let source = try source(.english)
        let rows = rows(try page())
        for area in source.areas.areas(.kabupaten) {
            let own = rows.filter { $0.first?.hasPrefix("\(area.code) ") == true }
            #expect(
                own.contains {
                    $0.contains("\(area.totals.eligible)") && $0.contains("\(area.totals.recorded)")
                        && $0.contains("\(area.totals.notRecorded)")
                }, "\(area.code)")
        }
    }

    /// Every element is closed, in the order in which it was opened.
    @Test(arguments: Language.allCases, [Audience.office, .everyone]) func thePageIsWellFormed(
        language: Language, audience: Audience
    ) throws {
        var page = try page(language, audience)
        for raw in ["style", "script"] {
            while let start = page.firstRange(of: "<\(raw)>"), let end = page.firstRange(of: "</\(raw)>") {
                page.removeSubrange(start.lowerBound..<end.upperBound)
            }
        }
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
        var open: [Substring] = []
        var ids: [String] = []
        for part in page.split(separator: "<").dropFirst() {
            let tag = part.prefix { $0 != ">" }
            let name = tag.prefix { $0 != " " && $0 != "/" }
            if tag.hasPrefix("/") {
                #expect(open.popLast() == tag.dropFirst())
            } else if !tag.hasSuffix("/"), !["meta", "br", "hr", "input"].contains(name) {
                open.append(name)
            }
            if let id = tag.firstRange(of: " id=\"") { ids.append(String(tag[id.upperBound...].prefix { $0 != "\"" })) }
        }
        #expect(open.isEmpty)
        #expect(Set(ids).count == ids.count)
        // Every entry of the contents leads somewhere.
        for link in page.split(separator: "href=\"#").dropFirst() {
            #expect(ids.contains(String(link.prefix { $0 != "\"" })))
        }
    }

    /// Nothing is asked of a network, and nobody's data stand on the page.
    @Test(arguments: [Audience.office, .everyone]) func thePageHoldsCountsAlone(audience: Audience) throws {
        // The name of a language of drawings is no address.
        let page = try page(.indonesian, audience).replacing("http://www.w3.org/", with: "")
        for mark in ["http://", "https://", "src=", "url(", "@import", "<link", "<img", "<iframe", "<form", "fetch("] {
            #expect(!page.contains(mark), "\(mark)")
        }
        #expect(page.contains("default-src 'none'".replacing("'", with: "&#39;")))
        for number in 1...68 {
            let person = MadeUpPerson(number, regency: (number - 1) % 3 == 0 ? "1212" : "1271")
            #expect(!page.contains(person.nik))
            #expect(!page.contains("\(person.name)<"))
        }
    }

    /// The same run gives the same bytes.
    @Test func thePageIsTheSameEveryTime() throws { #expect(try page() == page()) }

    @Test func sectionsOfAnotherLanguageAreTheSame() throws {
        func sections(_ language: Language) throws -> [String] {
            try page(language).split(separator: "<section").dropFirst().map { part in
                String(part.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" })
            }
        }
        #expect(try sections(.english) == sections(.indonesian))
        #expect(try sections(.english).count >= 9)
    }

    /// What the office typed in stands on its page as text, whatever it is.
    @Test func whatAnOfficeTypesInCannotAct() throws {
        var office = Office()
        office.agency = "<script>alert(1)</script>"
        office.letterNumber = "\"'><b>"
        office.signatory = "X & Y\u{202E}"
        let source = try ReportSource(
            MadePage.run.get().run(), book: ShippedRules.book(), language: .english, office: office,
            programVersion: "1.2.3")
        let page = String(
            decoding: try ReportPage(source, options: PageOptions(audience: .office, official: OfficialTotals()))
                .document,
            as: UTF8.self)
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(!page.contains("<script>alert") && !page.contains("\"'><b>") && !page.contains("\u{202E}"))
    }

    /// Published totals stand beside ours, with the difference.
    @Test func officialTotalsStandBesideOurs() throws {
        var official = OfficialTotals()
        official.lines[""] = OfficialTotals.Line(eligible: 70, recorded: 30, notRecorded: 41)
        let page = String(
            decoding: try ReportPage(
                source(.english), options: PageOptions(audience: .office, official: official)
            ).document, as: UTF8.self)
        let table = try #require(page.firstRange(of: "Compared with official totals"))
        let row = rows(String(page[table.upperBound...])).first { $0.first == "All" }
        #expect(row?.prefix(6) == ["All", "68", "70", "-2", "32", "30"])
    }
}
