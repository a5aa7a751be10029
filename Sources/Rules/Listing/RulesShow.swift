import Civil
import Columns
public import Diagnostics

extension RuleBook {
    /// What `rules show ID` prints about an election, an instrument, a profile or a calendar (by its year).
    ///
    /// - Throws: `Failure(.usage)` naming what there is, where the id is not known.
    public func page(of id: String, in language: Language) throws(Failure) -> String {
        var page = Page(language)
        if let election = election(id) {
            page.show(election)
        } else if let instrument = instrument(id) {
            page.show(instrument, terms: terms)
        } else if let profile = profile(id) {
            page.show(profile)
        } else if let calendar = calendars.first(where: { String($0.year) == id }) {
            page.show(calendar)
        } else {
            throw unknownDocument(id)
        }
        return page.text
    }

    func unknownDocument(_ id: String) -> Failure {
        let known =
            elections.map(\.id) + instruments.map(\.id) + profiles.map(\.id) + calendars.map { String($0.year) }
        return Failure(.usage, .unknownID("document", id, Bilingual(id: "dokumen aturan", en: "rule document"), known))
    }
}

extension Page {
    mutating func title(_ id: String, _ title: Bilingual) {
        line("\(id): \(title.text(in: language))")
    }

    mutating func show(_ election: Election) {
        title(election.id, election.title)
        line(Bilingual(id: "Hari pemungutan suara: \(election.votingDay)", en: "Voting day: \(election.votingDay)"))
        line(Bilingual(id: "Perangkat aturan: \(election.instrument)", en: "Ruleset: \(election.instrument)"))
        line(
            Bilingual(
                id: "Profil kode: \(election.profile), \(election.statuses)",
                en: "Code profiles: \(election.profile), \(election.statuses)"))
        if !election.calendars.isEmpty {
            let years = election.calendars.map(String.init).joined(separator: ", ")
            line(Bilingual(id: "Kalender: \(years)", en: "Calendars: \(years)"))
        }
        if !election.stages.isEmpty { heading(Bilingual(id: "Tahapan", en: "Stages")) }
        for stage in election.stages {
            line("\(stage.id): \(stage.title.text(in: language)) (\(words(stage.period)))", indent: 2)
            cite(stage.citations)
        }
        if let deadline = election.recordingDeadline {
            heading(Bilingual(id: "Tenggat perekaman", en: "Recording deadline"))
            let kind =
                switch deadline.kind {
                case .target: Bilingual(id: "target, bukan batas waktu hukum", en: "a target, no deadline of law")
                case .statutory: Bilingual(id: "batas waktu hukum", en: "a deadline of law")
                }
            line("\(deadline.date): \(deadline.title.text(in: language)) (\(kind.text(in: language)))", indent: 2)
            line("\(deadline.source) [\(deadline.confidence.title.text(in: language))]", indent: 4)
            if let note = deadline.note { line(note, indent: 4) }
        }
        if !election.notes.isEmpty { heading(Bilingual(id: "Catatan", en: "Notes")) }
        for note in election.notes { line(note, indent: 2) }
    }

    mutating func show(_ profile: CodeProfile) {
        title(profile.id, profile.title)
        line("\(profile.source) [\(profile.confidence.title.text(in: language))]")
        for (name, codes) in profile.tables.sorted(by: { $0.key < $1.key }) {
            heading(Bilingual(both: name))
            table(codes.map { [$0.code, $0.words.joined(separator: " · ")] })
        }
    }

    mutating func show(_ calendar: WorkCalendar) {
        line("\(calendar.year) [\(calendar.confidence.title.text(in: language))]")
        table(
            calendar.days.map { day in
                let kind =
                    switch day.kind {
                    case .holiday: Bilingual(id: "hari libur", en: "holiday")
                    case .jointLeave: Bilingual(id: "cuti bersama", en: "joint leave")
                    case .polling: Bilingual(id: "pemungutan suara", en: "polling day")
                    }
                return [
                    day.date.description, kind.text(in: language), day.title.text(in: language),
                    "[\(day.confidence.title.text(in: language))]",
                ]
            })
    }

    mutating func cite(_ citations: [Citation], indent: Int = 4) {
        for citation in citations {
            var words =
                "\(citation.instrument), \(citation.provision) [\(citation.confidence.title.text(in: language))]"
            if let note = citation.note { words += ": \(note.text(in: language))" }
            line(words, indent: indent)
        }
    }

    /// `until` shows as the last day in force.
    func words(_ period: Period) -> String {
        let last = period.until.flatMap { $0.adding(days: -1) }
        let words: Bilingual =
            switch (period.from, last) {
            case (let from?, let last?):
                from == last
                    ? Bilingual(both: "\(from)") : Bilingual(id: "\(from) s.d. \(last)", en: "\(from) to \(last)")
            case (let from?, nil): Bilingual(id: "sejak \(from)", en: "from \(from)")
            case (nil, let last?): Bilingual(id: "s.d. \(last)", en: "until \(last)")
            case (nil, nil): Bilingual(id: "tanggal tidak diketahui", en: "dates not known")
            }
        return words.text(in: language)
    }
}
