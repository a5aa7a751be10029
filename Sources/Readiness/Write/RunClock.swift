import Foundation

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
        if let text = environment["SOURCE_DATE_EPOCH"], let seconds = Int(text), (0...253_402_300_799).contains(seconds)
        {
            return RunClock(seconds: seconds, isFixed: true)
        }
        return RunClock(seconds: Int(Date().timeIntervalSince1970), isFixed: false)
    }

    /// Days since 1970-01-01 on the calendar of Jakarta (UTC+7, no summer time).
    public var jakartaDayNumber: Int32 {
        Int32(clamping: (seconds + 7 * 3600) / 86_400)
    }

    /// `2017-12-31T17:00:00Z`.
    static func text(_ seconds: Int) -> String {
        let days = seconds / 86_400
        let rest = seconds % 86_400
        let (year, month, day) = calendarDay(days)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }

    /// Year, month and day of a day counted from 1970-01-01, by Hinnant's `civil_from_days`.
    private static func calendarDay(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
