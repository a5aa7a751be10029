public import CEL
public import Civil
public import Diagnostics
import Documents

/// A number, word or date that conditions name as `params.ID`, in one dated version.
public struct Parameter: Sendable, Dated {
    public let id: String
    public let title: Bilingual?
    /// Nil: left unset.
    public let value: CELValue?
    public let period: Period
    public let citations: [Citation]
    let periodSpot: Spot
}

/// A fact that is known only where no case refuses it.
public struct UsableFact: Sendable {
    public let fact: String
    /// In order: the first case that is true gives its reason and makes the fact unknown.
    public let cases: [ReasonCase]
    let spot: Spot
}

/// A mark on people that decides nothing.
public struct Attribute: Sendable {
    /// Also the reason it adds to flagged people.
    public let id: String
    public let when: Condition
    public let role: AttributeRole?
    let spot: Spot
}

/// What to do next, where the condition holds; without a condition, where no earlier case did.
public struct StepCase: Sendable {
    public let when: Condition?
    public let step: String
    let spot: Spot
}

/// One line of the outcome table. The first line that is true decides.
public struct OutcomeLine: Sendable {
    public let outcome: String
    public let when: Condition?
    public let kpuCode: KPUCodeSource
    public let nextSteps: [StepCase]
    /// Added only where the line decided.
    public let reasons: [ReasonCase]
    let spot: Spot
}

/// A legal instrument with everything it restates filled in.
public struct Instrument: Sendable {
    public let id: String
    public let title: Bilingual
    public let kind: String?
    public let restates: String?
    public let source: Bilingual
    public let confidence: Confidence
    /// Versions of each parameter, oldest first; parameters in byte order of their ids.
    public let parameters: [[Parameter]]
    public let usable: [UsableFact]
    public let findings: [ReasonCase]
    /// Versions of each requirement, oldest first; requirements in the order of the documents.
    public let requirements: [[Requirement]]
    public let attributes: [Attribute]
    public let outcomes: [OutcomeLine]
    let spot: Spot
}

extension Instrument {
    /// The instrument with the one wording of each parameter and requirement that counts on `day`.
    public func wording(on day: CivilDate) -> Instrument {
        Instrument(
            id: id, title: title, kind: kind, restates: restates, source: source, confidence: confidence,
            parameters: parameters.compactMap { $0.version(on: day).map { [$0] } }, usable: usable, findings: findings,
            requirements: requirements.compactMap { $0.version(on: day).map { [$0] } }, attributes: attributes,
            outcomes: outcomes, spot: spot)
    }
}
