public import Diagnostics
public import Rules

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
                    id: "\(calendar.days.count) hari libur kerja",
                    en: "\(calendar.days.count) \(Plural.of(calendar.days.count, "day", "days")) off")
                return [String(calendar.year), words.text(in: language), calendar.confidence.title.text(in: language)]
            })
        return page.text
    }
}
