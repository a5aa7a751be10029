public import Civil
public import Diagnostics
import FoundationEssentials

/// The time a run bears: the clock's, or the one that `SOURCE_DATE_EPOCH` sets so that runs can be reproduced.
public struct RunClock: Sendable, Equatable {
    /// Seconds since 1970-01-01 UTC.
    public var seconds: Int
    /// Whether the time was set from outside.
    public var isFixed: Bool

    public init(seconds: Int, isFixed: Bool) {
        self.seconds = seconds
        self.isFixed = isFixed
    }

    /// The time of this run, by the environment or the clock.
    public static func current() -> RunClock {
        current(environment: ProcessInfo.processInfo.environment)
    }

    static func current(environment: [String: String]) -> RunClock {
        if let seconds = fixed(environment) { return RunClock(seconds: seconds, isFixed: true) }
        return RunClock(seconds: Int(Date().timeIntervalSince1970), isFixed: false)
    }

    private static let variable = "SOURCE_DATE_EPOCH"

    private static func fixed(_ environment: [String: String]) -> Int? {
        guard let text = environment[variable], let seconds = Int(text), (0...253_402_300_799).contains(seconds) else {
            return nil
        }
        return seconds
    }

    /// What there is to say of a time set from outside that is none: the clock's is taken.
    public static func warning(_ environment: [String: String]) -> Finding? {
        guard let text = environment[variable], !text.isEmpty, fixed(environment) == nil else { return nil }
        return Finding(
            code: "unfit_time", severity: .warning,
            message: Bilingual(
                id: "\(variable) bukan bilangan detik sejak 1970, jadi waktu sekarang dipakai",
                en: "\(variable) is no number of seconds since 1970, so the present time is used"))
    }

    /// The day in Jakarta (UTC+7, no summer time).
    public var today: CivilDate {
        CivilDate(dayNumber: Int32(clamping: (seconds + 7 * 3600) / 86_400))
    }

    /// `2017-12-31T17:00:00Z`.
    static func text(_ seconds: Int) -> String {
        let days = seconds / 86_400
        let rest = seconds % 86_400
        let day = CivilDate(dayNumber: Int32(clamping: days))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }
}
