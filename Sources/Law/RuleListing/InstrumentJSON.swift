import Civil
import Rules

/// An instrument as `rules show --json` gives it, what it restates filled in.
struct InstrumentPage: Encodable {
    struct Case: Encodable {
        var when: String?
        var reason: String?
        var step: String?
        var kpuCode: String?
    }
    struct Parameter: Encodable {
        var id: String
        var title: JSONText.Text?
        /// Nil: not set.
        var value: String?
        var from: String?
        var until: String?
        var cite: [CitationPage]
    }
    struct Requirement: Encodable {
        var id: String
        var title: JSONText.Text
        var from: String?
        var until: String?
        var restatedFrom: String?
        var holds: String
        var fails: [Case]
        var undetermined: [Case]
        var presumes: [Presumption]
        var cite: [CitationPage]
        var advice: JSONText.Text?
    }
    struct Presumption: Encodable {
        var title: JSONText.Text
        var cite: [CitationPage]
    }
    struct Usable: Encodable {
        var fact: String
        var cases: [Case]
    }
    struct Outcome: Encodable {
        var outcome: String
        var when: String?
        var kpuCode: String?
        var nextSteps: [Case]
        var reasons: [Case]
    }
    var id: String
    var title: JSONText.Text
    var restates: String?
    var source: JSONText.Text
    var confidence: Confidence
    var parameters: [Parameter]
    var requirements: [Requirement]
    var usable: [Usable]
    var findings: [Case]
    var outcomes: [Outcome]
    var attributes: [String: String]

    init(_ instrument: Instrument) {
        id = instrument.id
        title = .init(instrument.title)
        restates = instrument.restates
        source = .init(instrument.source)
        confidence = instrument.confidence
        parameters = instrument.parameters.joined().map {
            Parameter(
                id: $0.id, title: $0.title.map(JSONText.Text.init), value: $0.value?.shown,
                from: $0.period.from?.description, until: $0.period.until?.description,
                cite: $0.citations.map(CitationPage.init))
        }
        requirements = instrument.requirements.joined().map {
            Requirement(
                id: $0.id, title: .init($0.title), from: $0.period.from?.description,
                until: $0.period.until?.description, restatedFrom: $0.restatedFrom, holds: $0.holds.words,
                fails: $0.fails.map { Case(when: $0.when?.words, reason: $0.reason, kpuCode: $0.kpuCode.shown) },
                undetermined: $0.undetermined.map(Self.reason),
                presumes: $0.presumes.map { .init(title: .init($0.title), cite: $0.citations.map(CitationPage.init)) },
                cite: $0.citations.map(CitationPage.init),
                advice: $0.advice.map(JSONText.Text.init))
        }
        usable = instrument.usable.map { Usable(fact: $0.fact, cases: $0.cases.map(Self.reason)) }
        findings = instrument.findings.map(Self.reason)
        outcomes = instrument.outcomes.map {
            Outcome(
                outcome: $0.outcome, when: $0.when?.words, kpuCode: $0.kpuCode.shown,
                nextSteps: $0.nextSteps.map { Case(when: $0.when?.words, step: $0.step) },
                reasons: $0.reasons.map(Self.reason))
        }
        attributes = Dictionary(instrument.attributes.map { ($0.id, $0.when.words) }) { first, _ in first }
    }

    private static func reason(_ entry: ReasonCase) -> Case { Case(when: entry.when?.words, reason: entry.reason) }
}

extension KPUCodeSource {
    /// As the documents write it.
    fileprivate var shown: String? {
        switch self {
        case .none: nil
        case .number(let number): String(number)
        case .fact(let name): name
        case .smallest: "smallest"
        }
    }
}
