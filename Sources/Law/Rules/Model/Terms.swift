public import Diagnostics

/// Why somebody has the outcome they have, or what was noticed of them.
public struct ReasonTerm: Sendable, Hashable {
    public var id: String
    public var title: Bilingual
    /// The part it plays, where it plays one.
    public var role: ReasonRole?
    /// What is unsettled, and what settles it: forms say it where a code is one that `asks`.
    public var ask: Bilingual?
}

/// What is to be done for a person.
public struct StepTerm: Sendable, Hashable {
    public var id: String
    public var title: Bilingual
    /// The list of their own on which these people stand as well.
    public var exportedAs: StepExport?
    public var role: StepRole?
}

/// What becomes of a person, and how the totals count it.
public struct OutcomeTerm: Sendable, Hashable {
    public var id: String
    public var title: Bilingual
    /// Counts as a voter.
    public var eligible: Bool
    /// Counts in coverage = recorded / eligible.
    public var recorded: Bool
    /// Goes to the list of people somebody must see to.
    public var flagged: Bool
    /// The recaps count men and women apart as well.
    public var bySex: Bool
    public var role: OutcomeRole?
}

/// A reason code of the election authority's forms, 1...255.
public struct KPUCodeTerm: Sendable, Hashable {
    public var code: UInt8
    public var title: Bilingual
    /// Nothing that is posted says it of a person.
    public var isPrivate = false
    /// Forms say beside it what each reason asks for.
    public var asks = false
}

/// The words of `terms.json5`.
public struct Terms: Sendable {
    /// In the column order of the recaps.
    public var outcomes: [OutcomeTerm]
    public var nextSteps: [StepTerm]
    /// In byte order of their ids: the bit order of `Verdicts.reasons`.
    public var reasons: [ReasonTerm]
    var kpuCodes: [KPUCodeTerm]
    var maleCode: String
    var femaleCode: String
}
