import Civil
import Foundation
public import Rules

/// The rules that the product comes with, read once.
public enum ShippedRules {
    public static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("rules").path

    private static let loaded = Result { try RuleBook.load(directory: directory) }

    public static func book() throws -> RuleBook { try loaded.get() }

    /// - Parameter asOf: `YYYY-MM-DD`.
    public static func ruleset(_ election: String = "pilkada-2018", asOf: String = "2018-03-23") throws -> Ruleset {
        try Ruleset(
            book: try book(), election: election, asOf: CivilDate(iso: asOf), today: CivilDate(dayNumber: 17_700))
    }
}
