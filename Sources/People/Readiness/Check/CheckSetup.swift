import Civil
import Foundation
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
        RunTerms(
            outcomes: ruleset.outcomes.map {
                RunTerms.Outcome(
                    id: $0.id, eligible: $0.eligible, recorded: $0.recorded, flagged: $0.flagged, bySex: $0.bySex)
            },
            maleCode: ruleset.maleCode, femaleCode: ruleset.femaleCode,
            regionNames: ruleset.regionNames.merging(names) { $1 })
    }
}
