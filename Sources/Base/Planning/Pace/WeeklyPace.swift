public import Civil

/// The pace so far, from people recorded by week, each counted once, and what it says of the end.
///
/// Only whole weeks before the day of the data count, and of those the last eight that had a working day. The forecast
/// takes their middle pace; its range leaves out the slowest and the fastest week where there are six or more.
public struct WeeklyPace: Sendable, Equatable {
    public struct Week: Sendable, Equatable {
        public var monday: CivilDate
        public var people: Int
        public var workingDays: Int
        /// People recorded from its Monday to the day of the data: they were still to record when the week began.
        public var since: Int

        /// People a working day, in hundredths; nil for a week without one.
        public var perDayHundredths: Int? { Share.scaled(people, times: 100, by: workingDays) }
    }

    /// The weeks that count, oldest first; a week between them in which nobody was recorded is one of 0.
    public let weeks: [Week]
    /// People a working day, in hundredths: slowest of the range, middle, fastest of the range; nil where fewer than two
    /// weeks count, and where nobody was recorded in those of the range.
    public let range: (slow: Int, middle: Int, fast: Int)?

    /// Weeks that count at most.
    public static let window = 8

    /// - Parameters:
    ///   - counts: people by the Monday of the week in which they were first known to be recorded; several entries of one
    ///     week add up.
    ///   - asOf: the day of the data: its week and later ones are not whole.
    public init(_ counts: [(monday: CivilDate, people: Int)], asOf: CivilDate, calendar: WorkingCalendar) {
        var byWeek: [Int32: Int] = [:]
        for count in counts { byWeek[count.monday.mondayOfWeek.dayNumber, default: 0] += max(0, count.people) }
        let end = asOf.mondayOfWeek.dayNumber
        guard let first = byWeek.keys.filter({ $0 < end }).min() else {
            weeks = []
            range = nil
            return
        }
        var found: [Week] = []
        var monday = end - 7
        // Who was recorded in the week of the day of the data, which is not whole, was still to record before.
        var since = byWeek.filter { $0.key >= end }.values.reduce(0, +)
        while monday >= first, found.count < Self.window {
            let day = CivilDate(dayNumber: monday)
            let days = calendar.count(from: day, through: CivilDate(dayNumber: monday + 6))
            since += byWeek[monday] ?? 0
            if days > 0 {
                found.append(Week(monday: day, people: byWeek[monday] ?? 0, workingDays: days, since: since))
            }
            monday -= 7
        }
        weeks = found.reversed()
        let rates = weeks.compactMap(\.perDayHundredths).sorted()
        if rates.count < 2 {
            range = nil
        } else {
            let cut = rates.count >= 6 ? 1 : 0
            let low = rates[(rates.count - 1) / 2]
            let high = rates[rates.count / 2]
            let fast = rates[rates.count - 1 - cut]
            range = fast == 0 ? nil : (rates[cut], low + (high - low) / 2, fast)
        }
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.weeks == right.weeks && left.range?.slow == right.range?.slow
            && left.range?.middle == right.range?.middle && left.range?.fast == right.range?.fast
    }

    /// Working days that `outstanding` people take at a pace in hundredths a day; nil at no pace at all.
    public static func days(for outstanding: Int, at perDayHundredths: Int) -> Int? {
        if outstanding <= 0 { return 0 }
        let (hundredths, overflow) = outstanding.multipliedReportingOverflow(by: 100)
        return overflow ? nil : Share.atLeast(hundredths, by: perDayHundredths)
    }
}
