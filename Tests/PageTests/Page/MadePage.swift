import Diagnostics
import Foundation
import MadeUpRuns
import ReportData
import RunFolder

@testable import Page

/// Pages of one run, and their tables as a reader sees them.
enum MadePage {
    /// People by outcome, each of another number.
    private static let statuses: [(word: String?, people: Int)] = [
        ("CARD_ISSUED", 19), ("PRR", 13), ("ENROLL_FAILURE_AT_CENTRAL", 7), (nil, 29),
    ]
    static let counts = [
        "ready": 19, "awaiting_card": 13, "recording_failed": 7, "unrecorded": 29, "ineligible": 0, "unverified": 0,
        "ready_with_suket": 0,
    ]

    static let run = Result {
        let words = statuses.flatMap { Array(repeating: $0.word, count: $0.people) }
        let people = words.indices.map { MadeUpPerson($0 + 1, regency: $0 % 3 == 0 ? "1212" : "1271") }
        return try MadeUpRun([
            ("population", people.populationList), ("recordings", people.recordings { number, _ in words[number] }),
        ])
    }

    static func source(_ language: Language) throws -> ReportSource {
        try ReportSource(
            run.get().run(), book: ShippedRules.book(), language: language, office: Office(), programVersion: "1.2.3")
    }

    static func page(_ language: Language = .english, _ audience: Audience = .office) throws -> String {
        let page = try ReportPage(
            source(language), options: PageOptions(audience: audience, official: OfficialTotals()))
        return String(decoding: page.document, as: UTF8.self)
    }

    /// A table of a page by its caption: what its cells say.
    struct Table {
        let headings: [String]
        let rows: [[String]]

        init?(_ page: String, _ caption: String) {
            let name = caption.replacing("'", with: "&#39;")
            guard let start = page.firstRange(of: "<caption>\(name)</caption>") else { return nil }
            let rest = page[start.upperBound...]
            guard let end = rest.firstRange(of: "</table>") else { return nil }
            var rows = rest[..<end.lowerBound].split(separator: "<tr>").dropFirst().map { Table.cells(String($0)) }
            guard !rows.isEmpty else { return nil }
            headings = rows.removeFirst()
            self.rows = rows
        }

        private static func cells(_ row: String) -> [String] {
            let line = row.firstRange(of: "</tr>").map { String(row[..<$0.lowerBound]) } ?? row
            let cells = line.replacing("<th", with: "<td").components(separatedBy: "<td").dropFirst()
            return cells.map { cell in
                let texts = ("<td" + cell).split(separator: "<").map { $0.drop { $0 != ">" }.dropFirst() }
                return texts.joined().replacing("&amp;", with: "&").replacing("&#39;", with: "'")
            }
        }

        /// What stands in a row, below a heading.
        func cell(_ first: String, _ heading: String) -> String? {
            guard let column = headings.firstIndex(of: heading), let row = rows.first(where: { $0.first == first })
            else { return nil }
            return row.indices.contains(column) ? row[column] : nil
        }
    }
}
