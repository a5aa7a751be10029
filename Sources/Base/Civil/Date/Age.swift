/// When a birthday of 29 February falls in a common year.
public enum LeapDay: String, Sendable, CaseIterable {
    case february28 = "february-28"
    case march1 = "march-1"
}

extension CivilDate {
    /// Whole years lived on a day by someone born on this one, the birthday included; negative before birth.
    @inlinable
    public func age(on day: CivilDate, leapDay: LeapDay) -> Int32 {
        let born = components
        let then = day.components
        var birthday = born.month &* 32 &+ born.day
        if birthday == 2 &* 32 &+ 29, leapDay == .february28, !Self.isLeap(then.year) { birthday &-= 1 }
        let reached = then.month &* 32 &+ then.day >= birthday
        return Int32(truncatingIfNeeded: then.year &- born.year &- (reached ? 0 : 1))
    }

    /// The day of this month and day of month that many years later, a 29 February moved as `leapDay` says; nil
    /// outside the years 1 to 9999.
    public func adding(years: Int, leapDay: LeapDay) -> CivilDate? {
        let start = components
        let (year, overflow) = start.year.addingReportingOverflow(years)
        guard !overflow else { return nil }
        if let day = CivilDate(year: year, month: start.month, day: start.day) { return day }
        switch leapDay {
        case .february28: return CivilDate(year: year, month: 2, day: 28)
        case .march1: return CivilDate(year: year, month: 3, day: 1)
        }
    }
}
