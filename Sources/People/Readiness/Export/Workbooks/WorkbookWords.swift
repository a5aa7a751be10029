import Diagnostics
import Rules
import RunFolder

/// What workbooks of people say for the ids of a line.
struct WorkbookWords: Sendable {
    let language: Language
    private let titles: [PersonColumn: [String: String]]
    private let names: [String: String]
    private let headings: PersonHeadings

    init(_ ruleset: Ruleset, names: [String: String], _ language: Language) {
        func table(_ titles: [(id: String, title: Bilingual)]) -> [String: String] {
            Dictionary(titles.map { ($0.id, $0.title.text(in: language)) }) { first, _ in first }
        }
        self.language = language
        self.names = names
        headings = PersonHeadings(ruleset, language)
        titles = [
            .outcome: table(ruleset.outcomes.map { ($0.id, $0.title) }),
            .reasons: table(ruleset.reasons.map { ($0.id, $0.title) }),
            .nextStep: table(ruleset.nextSteps.map { ($0.id, $0.title) }),
        ]
    }

    func heading(_ column: WorkbookColumn) -> String {
        if let heading = column.heading { return heading.text(in: language) }
        guard case .cell(let cell) = column.content else { return "" }
        return headings.text(cell)
    }

    /// The words for a cell; a cell without ids stays as it is.
    func text(_ cell: String, _ column: PersonColumn) -> String {
        guard let titles = titles[column] else { return cell }
        return cell.split(separator: ";").map { titles[String($0)] ?? String($0) }.joined(separator: "; ")
    }

    func name(_ region: String) -> String { names[region] ?? "" }

    func say(_ indonesian: String, _ english: String) -> String {
        Bilingual(id: indonesian, en: english).text(in: language)
    }

    /// What the sheet of a kabupaten is called; words for people whose region is not known.
    func sheet(_ kabupaten: String) -> String {
        guard !kabupaten.isEmpty else { return say("tanpa kode wilayah", "no region code") }
        return names[kabupaten].map { "\(kabupaten) \($0)" } ?? kabupaten
    }
}
