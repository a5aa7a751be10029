public import Diagnostics

extension RuleBook {
    /// What `rules list` prints: elections, instruments, profiles and calendars, a line each.
    public func listing(in language: Language) -> String {
        var page = Page(language)
        page.heading(Bilingual(id: "Pemilihan", en: "Elections"))
        page.table(
            elections.map { election in
                let words = Bilingual(
                    id:
                        "pemungutan suara \(election.votingDay), aturan \(election.instrument), profil \(election.profile)",
                    en: "voting day \(election.votingDay), ruleset \(election.instrument), profile \(election.profile)")
                return [election.id, election.title.text(in: language), words.text(in: language)]
            })
        page.heading(Bilingual(id: "Perangkat aturan", en: "Rulesets"))
        page.table(
            instruments.map { instrument in
                let base = instrument.restates.map { Bilingual(id: "menyatakan ulang \($0)", en: "restates \($0)") }
                return [instrument.id, instrument.title.text(in: language), base?.text(in: language) ?? ""]
            })
        page.heading(Bilingual(id: "Profil kode", en: "Code profiles"))
        page.table(
            profiles.map { [$0.id, $0.title.text(in: language), $0.confidence.title.text(in: language)] })
        page.heading(Bilingual(id: "Kalender", en: "Calendars"))
        page.table(
            calendars.map { calendar in
                let words = Bilingual(
                    id: "\(calendar.days.count) hari libur kerja", en: "\(calendar.days.count) days off")
                return [String(calendar.year), words.text(in: language), calendar.confidence.title.text(in: language)]
            })
        return page.text
    }
}

/// Plain text with headings and aligned columns.
struct Page {
    let language: Language
    private(set) var text = ""

    init(_ language: Language) { self.language = language }

    mutating func line(_ words: String, indent: Int = 0) {
        text += words.isEmpty ? "\n" : String(repeating: " ", count: indent) + words + "\n"
    }

    mutating func line(_ words: Bilingual, indent: Int = 0) { line(words.text(in: language), indent: indent) }

    /// A heading, after a blank line unless it is the first.
    mutating func heading(_ words: Bilingual) {
        if !text.isEmpty { text += "\n" }
        line(words)
    }

    /// Rows of cells, every column but the last as wide as its widest cell.
    mutating func table(_ rows: [[String]], indent: Int = 2) {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        for row in rows {
            var words = ""
            for (column, cell) in row.enumerated() where !cell.isEmpty {
                let start = widths[..<column].reduce(0) { $0 + $1 + 2 }
                words += String(repeating: " ", count: max(0, start - words.count)) + cell
            }
            line(words, indent: indent)
        }
    }
}
