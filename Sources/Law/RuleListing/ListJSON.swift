import Civil
public import Diagnostics
import FoundationEssentials
public import Rules

extension RuleBook {
    /// `rules list --json`: one document, `"schema": 1`.
    public func listingJSON() throws(Failure) -> [UInt8] {
        try JSONText.write(
            ListDocument(
                elections: elections.map {
                    .init(
                        id: $0.id, title: .init($0.title), votingDay: $0.votingDay.description, ruleset: $0.instrument,
                        profile: $0.profile)
                },
                rulesets: instruments.map {
                    .init(id: $0.id, title: .init($0.title), restates: $0.restates, confidence: $0.confidence)
                },
                profiles: profiles.map {
                    .init(id: $0.id, title: .init($0.title), restates: nil, confidence: $0.confidence)
                },
                calendars: calendars.map { .init(year: $0.year, daysOff: $0.days.count, confidence: $0.confidence) }))
    }

    /// `rules show ID --json`: one document, `"schema": 1`.
    ///
    /// - Throws: `Failure(.usage)` where an id is not known.
    public func pageJSON(of shown: ShownRules) throws(Failure) -> [UInt8] {
        var document = ShowDocument()
        switch try self.document(shown) {
        case .election(let election, let instrument, let day):
            document.election = ElectionPage(election)
            document.ruleset = InstrumentPage(instrument)
            document.asOf = day.description
        case .instrument(let instrument):
            document.ruleset = InstrumentPage(instrument)
            document.asOf = shown.asOf?.description
        case .profile(let profile): document.profile = ProfilePage(profile)
        case .calendar(let calendar): document.calendar = CalendarPage(calendar)
        }
        return try JSONText.write(document)
    }
}

/// Writes documents of `--json`: keys in order, one member a line, a final line feed.
enum JSONText {
    static func write(_ document: some Encodable) throws(Failure) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return [UInt8](try encoder.encode(document)) + [0x0A]
        } catch {
            throw Failure(
                .internal, Finding(code: "json_encoding", message: Bilingual(both: "JSON: \(error)")))
        }
    }

    /// A text in both languages.
    struct Text: Encodable {
        var id: String
        var en: String

        init(_ text: Bilingual) {
            id = text.indonesian
            en = text.english
        }
    }
}

struct ListDocument: Encodable {
    struct Election: Encodable {
        var id: String
        var title: JSONText.Text
        var votingDay: String
        var ruleset: String
        var profile: String
    }
    struct Named: Encodable {
        var id: String
        var title: JSONText.Text
        var restates: String?
        var confidence: Confidence
    }
    struct Calendar: Encodable {
        var year: Int
        var daysOff: Int
        var confidence: Confidence
    }
    let schema = 1
    var elections: [Election]
    var rulesets: [Named]
    var profiles: [Named]
    var calendars: [Calendar]
}
