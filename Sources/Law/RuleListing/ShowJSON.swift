import Civil
import Rules
import Schema

/// `rules show --json`: the one document asked for; an election comes with its ruleset.
struct ShowDocument: Encodable {
    let schema = 1
    /// The day whose wordings these are; nil: all wordings.
    var asOf: String?
    var election: ElectionPage?
    var ruleset: InstrumentPage?
    var profile: ProfilePage?
    var calendar: CalendarPage?
}

struct CitationPage: Encodable {
    var instrument: String
    var provision: JSONText.Text
    var confidence: Confidence
    var note: JSONText.Text?

    init(_ citation: Citation) {
        instrument = citation.instrument
        provision = .init(citation.provision)
        confidence = citation.confidence
        note = citation.note.map(JSONText.Text.init)
    }
}

struct ElectionPage: Encodable {
    struct Stage: Encodable {
        var id: String
        var title: JSONText.Text
        var from: String?
        var until: String?
        var cite: [CitationPage]
        var confidence: Confidence
    }
    struct Deadline: Encodable {
        var date: String
        var kind: RecordingDeadline.Kind
        var title: JSONText.Text
        var source: String
        var confidence: Confidence
        var note: JSONText.Text?
    }
    var id: String
    var title: JSONText.Text
    var votingDay: String
    var ruleset: String
    var profiles: [String]
    var calendars: [Int]
    var stages: [Stage]
    var recordingDeadline: Deadline?
    var notes: [JSONText.Text]

    init(_ election: Election) {
        id = election.id
        title = .init(election.title)
        votingDay = election.votingDay.description
        ruleset = election.instrument
        profiles = [election.profile, election.statuses]
        calendars = election.calendars
        stages = election.stages.map {
            Stage(
                id: $0.id, title: .init($0.title), from: $0.period.from?.description,
                until: $0.period.until?.description,
                cite: $0.citations.map(CitationPage.init), confidence: $0.confidence)
        }
        recordingDeadline = election.recordingDeadline.map {
            Deadline(
                date: $0.date.description, kind: $0.kind, title: .init($0.title), source: $0.source,
                confidence: $0.confidence, note: $0.note.map(JSONText.Text.init))
        }
        notes = election.notes.map(JSONText.Text.init)
    }
}

struct ProfilePage: Encodable {
    var id: String
    var title: JSONText.Text
    var source: JSONText.Text
    var confidence: Confidence
    /// Table, then code, then the words that mean it.
    var tables: [String: [String: [String]]]

    init(_ profile: CodeProfile) {
        id = profile.id
        title = .init(profile.title)
        source = .init(profile.source)
        confidence = profile.confidence
        tables = profile.tables.mapValues { Dictionary($0.map { ($0.code, $0.words) }) { first, _ in first } }
    }
}

struct CalendarPage: Encodable {
    struct Day: Encodable {
        var date: String
        var kind: WorkCalendar.Kind
        var title: JSONText.Text
        var confidence: Confidence
        var source: String
    }
    var year: Int
    var confidence: Confidence
    var days: [Day]

    init(_ calendar: WorkCalendar) {
        year = calendar.year
        confidence = calendar.confidence
        days = calendar.days.map {
            Day(
                date: $0.date.description, kind: $0.kind, title: .init($0.title), confidence: $0.confidence,
                source: $0.source)
        }
    }
}
