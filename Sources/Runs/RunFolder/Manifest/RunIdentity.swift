/// What was decided under which rules; dates as `YYYY-MM-DD`.
public struct RunIdentity: Sendable, Equatable {
    public var election: String
    /// The instrument in force.
    public var ruleset: String
    public var profile: String
    public var votingDay: String
    public var asOf: String

    public init(
        election: String = "", ruleset: String = "", profile: String = "", votingDay: String = "", asOf: String = ""
    ) {
        self.election = election
        self.ruleset = ruleset
        self.profile = profile
        self.votingDay = votingDay
        self.asOf = asOf
    }
}
