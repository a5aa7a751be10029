/// What must be recorded a working day so that nobody is left on the last one, and whether the capacity will do.
///
/// Every state has a defined answer: nothing left, a deadline that has passed, a span without a working day.
public struct Pace: Sendable, Equatable {
    public enum State: String, Sendable, CaseIterable {
        /// Nothing is left to record.
        case done
        /// The deadline lies before the first day.
        case overdue
        /// The deadline is still to come, but no working day is left before it.
        case noWorkingDays = "no_working_days"
        /// The capacity is not known.
        case open
        /// The capacity finishes in time.
        case sufficient
        /// The capacity does not finish in time.
        case short
    }

    /// People still to record.
    public let outstanding: Int
    /// Working days left, first and last day included; 0 where the deadline has passed.
    public let workingDays: Int
    /// Recordings a working day that the office can make; nil where it is not known.
    public let capacity: Int?
    public let state: State

    /// - Parameters:
    ///   - outstanding: below 0 counts as 0, as do the other two.
    ///   - isOverdue: the deadline lies before the first day.
    public init(outstanding: Int, workingDays: Int, capacity: Int? = nil, isOverdue: Bool = false) {
        let left = max(0, outstanding)
        let days = isOverdue ? 0 : max(0, workingDays)
        let daily = capacity.map { max(0, $0) }
        self.outstanding = left
        self.workingDays = days
        self.capacity = daily
        state =
            if left == 0 {
                .done
            } else if isOverdue {
                .overdue
            } else if days == 0 {
                .noWorkingDays
            } else if let daily {
                Self.made(daily, days) >= left ? .sufficient : .short
            } else {
                .open
            }
    }

    /// Recordings needed a working day in hundredths, rounded half up; nil where people are left and no day is.
    public var perDayHundredths: Int? { outstanding == 0 ? 0 : Share.scaled(outstanding, times: 100, by: workingDays) }

    /// Recordings needed a working day, rounded half up.
    public var perDayRounded: Int? { outstanding == 0 ? 0 : Share.rounded(outstanding, by: workingDays) }

    /// The smallest whole number of recordings a working day that leaves nobody.
    public var perDayAtLeast: Int? { outstanding == 0 ? 0 : Share.atLeast(outstanding, by: workingDays) }

    /// Recordings needed in a month of so many working days, rounded half up.
    public func perMonth(of days: Int) -> Int? {
        outstanding == 0 ? 0 : Share.scaled(outstanding, times: days, by: workingDays)
    }

    /// Working days the capacity takes for everyone; nil where it is not known or is 0.
    public var daysNeeded: Int? {
        if outstanding == 0 { return 0 }
        return capacity.flatMap { Share.atLeast(outstanding, by: $0) }
    }

    /// People the capacity leaves unrecorded on the deadline; everyone where no day is left; nil where it is not known.
    public var shortfall: Int? {
        if outstanding == 0 { return 0 }
        if workingDays == 0 { return outstanding }
        return capacity.map { max(0, outstanding - Self.made($0, workingDays)) }
    }

    /// What is needed in each month of a span, in proportion to its working days; adds up to `outstanding`.
    public func needed(in months: [MonthSpan]) -> [Int] {
        let all = months.reduce(0) { $0 + $1.workingDays }
        var upTo = 0
        var given = 0
        return months.map { month in
            upTo += month.workingDays
            let reached = Share.scaled(outstanding, times: upTo, by: all) ?? 0
            defer { given = reached }
            return reached - given
        }
    }

    private static func made(_ daily: Int, _ days: Int) -> Int {
        let (product, overflow) = daily.multipliedReportingOverflow(by: days)
        return overflow ? .max : product
    }
}
