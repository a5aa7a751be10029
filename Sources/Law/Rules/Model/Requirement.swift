public import Diagnostics
import Documents

/// A condition of a rule document: an expression in CEL.
public struct Condition: Sendable {
    public let source: String
    /// Where it stands.
    let spot: Spot
}

/// Which code of the election authority's forms a line prints.
public enum KPUCodeSource: Sendable, Hashable {
    case none
    case number(UInt8)
    /// The value of a fact: an int, or a string fact whose words are numbers.
    case fact(String)
    /// The smallest code of the requirements that fail.
    case smallest
}

/// A reason that holds where the condition does; without a condition, where no earlier case of its list did.
public struct ReasonCase: Sendable {
    public let when: Condition?
    public let reason: String
    let spot: Spot
}

/// A reason and code for a requirement that fails.
public struct FailCase: Sendable {
    public let when: Condition?
    public let reason: String
    public let kpuCode: KPUCodeSource
    let spot: Spot
    let codeSpot: Spot
}

/// A place where a missing fact is taken for something, and what says so.
public struct Presumption: Sendable {
    public let title: Bilingual
    public let citations: [Citation]
}

/// What a person must fulfil to be a voter, in one dated wording.
public struct Requirement: Sendable, Dated {
    public let id: String
    public let title: Bilingual
    public let period: Period
    public let citations: [Citation]
    /// What an unlisted or affected person is told; changes no outcome.
    public let advice: Bilingual?
    /// The instrument whose words these are, where another one restates them.
    public let restatedFrom: String?
    public let holds: Condition
    public let fails: [FailCase]
    public let undetermined: [ReasonCase]
    /// What a missing fact is taken for.
    public let presumes: [Presumption]
    let periodSpot: Spot

    /// The same words with the citations of an instrument that restates them.
    func restated(
        from base: String, citing citations: [Citation], during period: Period, advice: Bilingual?, at spot: Spot
    )
        -> Requirement
    {
        Requirement(
            id: id, title: title, period: period, citations: citations, advice: advice ?? self.advice,
            restatedFrom: restatedFrom ?? base, holds: holds, fails: fails, undetermined: undetermined,
            presumes: presumes, periodSpot: spot)
    }
}
