public import Rules

/// How the totals take an outcome, as the rules say.
public struct OutcomeMeaning: Sendable, Equatable {
    /// May vote.
    public var eligible: Bool
    /// Was recorded.
    public var recorded: Bool
    /// Somebody must see to them.
    public var flagged: Bool

    /// How far along people of the outcome are.
    public var progress: Progress {
        if !eligible { return .barred }
        if !recorded { return .unrecorded }
        return flagged ? .recorded : .ready
    }

    /// Ordered: further along is greater.
    public enum Progress: Int, Sendable, Comparable {
        case barred, unrecorded
        /// Recorded, with something still to do.
        case recorded
        case ready

        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }
}

extension RunTerms.Outcome {
    public var meaning: OutcomeMeaning { OutcomeMeaning(eligible: eligible, recorded: recorded, flagged: flagged) }
}

extension OutcomeTerm {
    public var meaning: OutcomeMeaning { OutcomeMeaning(eligible: eligible, recorded: recorded, flagged: flagged) }
}
