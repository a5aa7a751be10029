public import Civil

/// The working days of one calendar month that lie in a span of time.
public struct MonthSpan: Sendable, Equatable {
    public var year: Int
    /// 1 … 12.
    public var month: Int
    public var workingDays: Int

    public init(year: Int, month: Int, workingDays: Int) {
        self.year = year
        self.month = month
        self.workingDays = workingDays
    }
}

extension WorkingCalendar {
    /// The months from `first` to `last` with the working days that lie in the span; their sum is `count`.
    public func months(from first: CivilDate, through last: CivilDate) -> [MonthSpan] {
        var months: [MonthSpan] = []
        var start = first
        while start <= last {
            let parts = start.components
            let length = CivilDate.daysInMonth(parts.month, year: parts.year)
            let end = min(last, CivilDate(dayNumber: start.dayNumber + Int32(clamping: length - parts.day)))
            months.append(
                MonthSpan(year: parts.year, month: parts.month, workingDays: count(from: start, through: end)))
            start = CivilDate(dayNumber: end.dayNumber + 1)
        }
        return months
    }
}
