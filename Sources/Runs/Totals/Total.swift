import Rules

/// What people are counted by beside outcomes.
public enum Total: String, CaseIterable, Sendable {
    case persons, eligible, ineligible, recorded, notRecorded, flagged, firstTime, firstTimeFlagged
    case needingNothing = "needing_nothing"

    public func count(_ totals: AreaTotals, _ words: TotalWords) -> Int {
        switch self {
        case .persons: totals.persons
        case .eligible: totals.eligible
        case .ineligible: totals.ineligible
        case .recorded: totals.recorded
        case .notRecorded: totals.notRecorded
        case .flagged: totals.flagged
        case .firstTime: totals.firstTime
        case .firstTimeFlagged: totals.firstTimeFlagged
        case .needingNothing:
            words.outcomes.indices.filter { words.outcomes[$0].eligible && !words.outcomes[$0].flagged }
                .reduce(0) { $0 + totals.outcomes[$1] }
        }
    }
}
