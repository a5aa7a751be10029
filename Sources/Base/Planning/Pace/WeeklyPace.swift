public import Civil

/// The pace so far, from recordings counted by week, and what it says of the end.
///
/// Only whole weeks before the day of the data count, and of those the last eight that had a working day. The forecast
/// takes their middle pace; its range leaves out the slowest and the fastest week where there are six or more.
public struct WeeklyPace: Sendable, Equatable {
    public struct Week: Sendable, Equatable {
        public var monday: CivilDate
        public var recordings: Int
        public var workingDays: Int

        /// Recordings a working day, in hundredths; nil for a week without one.
        public var perDayHundredths: Int? { Share.scaled(recordings, times: 100, by: workingDays) }
    }

    /// The weeks that count, oldest first; a week between them in which nobody recorded is one of 0.
    public let weeks: [Week]
    /// Recordings a working day, in hundredths: slowest of the range, middle, fastest of the range; nil where fewer
    /// than two weeks count.
    public let range: (slow: Int, middle: Int, fast: Int)?

    /// Weeks that count at most.
    public static let window = 8

    /// - Parameters:
    ///   - counts: recordings by the Monday of their week; several entries of one week add up.
    ///   - asOf: the day of the data: its week and later ones are not whole.
    public init(_ counts: [(monday: CivilDate, recordings: Int)], asOf: CivilDate, calendar: WorkingCalendar) {
        var byWeek: [Int32: Int] = [:]
        for count in counts { byWeek[count.monday.mondayOfWeek.dayNumber, default: 0] += max(0, count.recordings) }
        let end = asOf.mondayOfWeek.dayNumber
        guard let first = byWeek.keys.filter({ $0 < end }).min() else {
            weeks = []
            range = nil
            return
        }
        var found: [Week] = []
        var monday = end - 7
        while monday >= first, found.count < Self.window {
            let day = CivilDate(dayNumber: monday)
            let days = calendar.count(from: day, through: CivilDate(dayNumber: monday + 6))
            if days > 0 { found.append(Week(monday: day, recordings: byWeek[monday] ?? 0, workingDays: days)) }
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
            range = (rates[cut], low + (high - low) / 2, rates[rates.count - 1 - cut])
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
