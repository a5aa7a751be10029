import Civil
import Diagnostics
import Rules

/// An election or an instrument as `rules show` tells it, in one language.
struct RulesPage: Encodable {
    struct Article: Encodable {
        let instrument: String
        let provision: String
        let confidence: String
        let note: String?

        init(_ citation: Citation, _ language: Language) {
            instrument = citation.instrument
            provision = citation.provision
            confidence = citation.confidence.rawValue
            note = citation.note?.text(in: language)
        }
    }

    struct Rule: Encodable {
        let id: String
        let title: String
        let from: String?
        /// The last day in force.
        let through: String?
        let holds: String
        let fails: [String]
        let undetermined: [String]
        let articles: [Article]
        let restatedFrom: String?
        let advice: String?

        init(_ requirement: Requirement, _ language: Language) {
            id = requirement.id
            title = requirement.title.text(in: language)
            from = requirement.period.from?.description
            through = requirement.period.lastDay
            holds = requirement.holds.source
            fails = requirement.fails.map(\.reason)
            undetermined = requirement.undetermined.map(\.reason)
            articles = requirement.citations.map { Article($0, language) }
            restatedFrom = requirement.restatedFrom
            advice = requirement.advice?.text(in: language)
        }
    }

    struct Step: Encodable {
        let id: String
        let title: String
        let from: String?
        /// The last day, inclusive.
        let through: String?
        let confidence: String
    }

    struct Line: Encodable {
        let outcome: String
        let when: String?
    }

    let schema = 1
    let id: String
    let title: String
    var votingDay: String?
    var asOf: String?
    var ruleset: String?
    var profile: String?
    var source: String?
    var confidence: String?
    var stages: [Step]?
    var deadline: Step?
    var notes: [String]?
    let requirements: [Rule]
    let outcomes: [Line]

    init(_ election: Election, _ ruleset: Ruleset, _ language: Language) {
        id = election.id
        title = election.title.text(in: language)
        votingDay = ruleset.votingDay.description
        asOf = ruleset.asOf.description
        self.ruleset = ruleset.instrumentID
        profile = ruleset.profileID
        stages = election.stages.map {
            Step(
                id: $0.id, title: $0.title.text(in: language), from: $0.period.from?.description,
                through: $0.period.lastDay, confidence: $0.confidence.rawValue)
        }
        deadline = election.recordingDeadline.map {
            Step(
                id: $0.kind.rawValue, title: $0.title.text(in: language), from: nil, through: $0.date.description,
                confidence: $0.confidence.rawValue)
        }
        notes = election.notes.map { $0.text(in: language) }
        requirements = ruleset.requirements.map { Rule($0, language) }
        outcomes = ruleset.outcomeLines.map { Line(outcome: $0.outcome, when: $0.when?.source) }
    }

    /// - Parameter day: shows the wording of that day; without it every wording.
    init(_ instrument: Instrument, on day: CivilDate?, _ language: Language) {
        id = instrument.id
        title = instrument.title.text(in: language)
        asOf = day?.description
        source = instrument.source
        confidence = instrument.confidence.rawValue
        requirements = instrument.requirements.flatMap { $0 }
            .filter { day.map($0.period.contains) ?? true }.map { Rule($0, language) }
        outcomes = instrument.outcomes.map { Line(outcome: $0.outcome, when: $0.when?.source) }
    }
}

extension RulesPage {
    func text(_ console: Console) -> String {
        var lines = [console.heading(title)]
        func say(_ id: String, _ en: String) -> String { console.text(Bilingual(id: id, en: en)) }
        func field(_ id: String, _ en: String, _ value: String?) {
            guard let value else { return }
            for (place, line) in TextLayout.wrap(value, 58).enumerated() {
                lines.append("  " + TextLayout.left(place == 0 ? say(id, en) : "", 20) + line)
            }
        }
        field("hari pemungutan", "polling day", votingDay)
        field("per tanggal", "as of", asOf)
        field("peraturan", "ruleset", ruleset)
        field("profil kode", "code profile", profile)
        field("sumber", "source", source)
        field("kepastian", "confidence", confidence)
        for stage in stages ?? [] {
            field(
                stage.id, stage.id,
                "\(stage.title): \(stage.from ?? "?") .. \(stage.through ?? "?") [\(stage.confidence)]")
        }
        if let deadline {
            field(
                "batas perekaman", "recording deadline",
                "\(deadline.through ?? "?"): \(deadline.title) [\(deadline.id), \(deadline.confidence)]")
        }
        for note in notes ?? [] { field("catatan", "note", note) }
        lines += ["", console.heading(say("Syarat", "Requirements"))]
        for rule in requirements { lines += rule.lines(say) }
        lines += [
            "", console.heading(say("Keputusan: baris pertama yang cocok", "Outcome: the first line that applies")),
        ]
        for line in outcomes {
            let wrapped = TextLayout.wrap(line.when ?? say("selain itu", "otherwise"), 56)
            for (place, words) in wrapped.enumerated() {
                lines.append("  " + TextLayout.left(place == 0 ? line.outcome : "", 20) + "  " + words)
            }
        }
        return lines.map { "\($0)\n" }.joined()
    }
}

extension RulesPage.Rule {
    fileprivate func lines(_ say: (String, String) -> String) -> [String] {
        var lines = ["  \(id): \(title)"]
        func add(_ words: String) { lines += TextLayout.wrap(words, 74).map { "      \($0)" } }
        if from != nil || through != nil {
            add(say("berlaku", "in force") + " \(from ?? "…") .. \(through ?? "…")")
        }
        add(holds)
        let causes = fails + undetermined.map { "\($0) (\(say("tak tentu", "undetermined")))" }
        if !causes.isEmpty { add(say("jika tidak: ", "otherwise: ") + causes.joined(separator: ", ")) }
        for article in articles {
            add(
                "\(article.instrument) \(article.provision) [\(article.confidence)]"
                    + (article.note.map { ": \($0)" } ?? ""))
        }
        if let restatedFrom { add(say("menegaskan kembali ", "restates ") + restatedFrom) }
        if let advice { add(say("anjuran: ", "advice: ") + advice) }
        return lines
    }
}

extension Period {
    /// The day before the first day on which it is no longer in force.
    fileprivate var lastDay: String? { until?.adding(days: -1)?.description }
}
