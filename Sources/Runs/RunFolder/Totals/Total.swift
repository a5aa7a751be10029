/// What people are counted by beside outcomes: every total of every summary, recap, page and comparison is one of these.
public enum Total: String, CaseIterable, Sendable {
    case persons, eligible, ineligible, recorded, notRecorded, flagged, firstTime, firstTimeFlagged
    case needingNothing = "needing_nothing"

    /// Whether a person of an outcome counts; what a total means is said here alone.
    public func counts(_ outcome: OutcomeMeaning, isFirstTime: Bool = false) -> Bool {
        switch self {
        case .persons: true
        case .eligible: outcome.eligible
        case .ineligible: !outcome.eligible
        case .recorded: outcome.recorded
        case .notRecorded: outcome.eligible && !outcome.recorded
        case .flagged: outcome.flagged
        case .needingNothing: outcome.eligible && !outcome.flagged
        case .firstTime: isFirstTime
        case .firstTimeFlagged: isFirstTime && outcome.flagged
        }
    }

    /// The totals that a comparison follows from one run to the next.
    public static let compared: [Total] = [.persons, .eligible, .recorded, .needingNothing]
}
