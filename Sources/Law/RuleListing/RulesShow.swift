public import Civil
public import Diagnostics
public import Rules
import Schema

/// What `rules show` is asked for.
public struct ShownRules: Sendable {
    /// The id of an election, an instrument or a profile, or the year of a calendar.
    public var id: String
    /// The day whose wordings are shown: for an election the voting day unless it is given, for an instrument all.
    public var asOf: CivilDate?
    /// For an election: instead of its own instrument.
    public var instrument: String?

    public init(id: String, asOf: CivilDate? = nil, instrument: String? = nil) {
        self.id = id
        self.asOf = asOf
        self.instrument = instrument
    }
}

extension RuleBook {
    /// What `rules show` prints: an election with its rules, an instrument, a profile or a calendar.
    ///
    /// - Throws: `Failure(.usage)` naming what there is, where an id is not known.
    public func page(of shown: ShownRules, in language: Language) throws(Failure) -> String {
        var page = Page(language)
        switch try document(shown) {
        case .election(let election, let instrument, let day):
            page.show(election)
            page.line("")
            page.line(Bilingual(id: "Aturan yang berlaku pada \(day)", en: "Rules in force on \(day)"))
            page.show(instrument, terms: terms)
        case .instrument(let instrument): page.show(instrument, terms: terms)
        case .profile(let profile): page.show(profile)
        case .calendar(let calendar): page.show(calendar)
        }
        return page.text
    }

    enum ShownDocument {
        case election(Election, Instrument, CivilDate)
        case instrument(Instrument)
        case profile(CodeProfile)
        case calendar(WorkCalendar)
    }

    func document(_ shown: ShownRules) throws(Failure) -> ShownDocument {
        if let election = election(shown.id) {
            let id = shown.instrument ?? election.instrument
            guard let instrument = instrument(id) else {
                let what = Bilingual(id: "perangkat aturan", en: "ruleset")
                throw Failure(.usage, .unknownID("ruleset", id, what, instruments.map(\.id)))
            }
            let day = shown.asOf ?? election.votingDay
            return .election(election, instrument.wording(on: day), day)
        }
        if let instrument = instrument(shown.id) {
            return .instrument(shown.asOf.map(instrument.wording) ?? instrument)
        }
        if let profile = profile(shown.id) { return .profile(profile) }
        if let calendar = calendars.first(where: { String($0.year) == shown.id }) { return .calendar(calendar) }
        let known =
            elections.map(\.id) + instruments.map(\.id) + profiles.map(\.id) + calendars.map { String($0.year) }
        let what = Bilingual(id: "dokumen aturan", en: "rule document")
        throw Failure(.usage, .unknownID("document", shown.id, what, known))
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
        line("\(profile.source.text(in: language)) [\(profile.confidence.title.text(in: language))]")
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
                "\(citation.instrument), \(citation.provision.text(in: language)) "
                + "[\(citation.confidence.title.text(in: language))]"
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
