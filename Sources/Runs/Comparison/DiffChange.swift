/// What became of a person between two runs.
public enum DiffChange: String, Sendable, CaseIterable {
    case new
    case left
    case becameReady = "became_ready"
    case advanced
    case wentBack = "went_back"
    case becameIneligible = "became_ineligible"
    case becameEligible = "became_eligible"
    /// Another outcome, no further along.
    case changed
    /// The same outcome in another region.
    case moved
}
