import Civil
import FoundationEssentials
import Rules
import RunFolder

/// What a run is set up from.
public enum CheckSetup {
    public static var processors: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

    static func identity(_ ruleset: Ruleset) -> RunIdentity {
        RunIdentity(
            election: ruleset.electionID, ruleset: ruleset.instrumentID, profile: ruleset.profileID,
            votingDay: ruleset.votingDay.description, asOf: ruleset.asOf.description)
    }

    /// - Parameter names: of regions, before those of the rules.
    static func terms(_ ruleset: Ruleset, named names: [String: String] = [:]) -> RunTerms {
        RunTerms(ruleset, named: names)
    }
}
