/// A day of the proleptic Gregorian calendar, without time or zone.
public struct CivilDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before.
    public let dayNumber: Int32

    /// The day of a number that is known to be one, as from a batch this program decoded. Numbers from elsewhere go
    /// through `init(checking:)`.
    public init(dayNumber: Int32) {
        self.dayNumber = dayNumber
    }

    /// 0001-01-01, a Monday.
    public static let earliest = CivilDate(dayNumber: -719_162)
    /// 9999-12-31.
    public static let latest = CivilDate(dayNumber: 2_932_896)

    /// The day of any number, or nil outside the years 1 to 9999.
    public init?(checking dayNumber: Int) {
        guard dayNumber >= Int(Self.earliest.dayNumber), dayNumber <= Int(Self.latest.dayNumber) else { return nil }
        self.dayNumber = Int32(truncatingIfNeeded: dayNumber)
    }

    /// A day by year (1 to 9999), month and day of month; nil where the calendar has no such day.
    @inlinable
    public init?(year: Int, month: Int, day: Int) {
        guard year >= 1, year <= 9999, month >= 1, month <= 12, day >= 1,
            day <= 28 || day <= Self.daysInMonth(month, year: year)
        else { return nil }
        // Days from civil, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March,
        // so that the leap day is the last of its year. All quantities are positive here.
        let shifted = month <= 2 ? year &- 1 : year
        let monthFromMarch = month <= 2 ? month &+ 9 : month &- 3
        let dayOfYear = (153 &* monthFromMarch &+ 2) / 5 &+ day &- 1
        let days = 365 &* shifted &+ shifted / 4 &- shifted / 100 &+ shifted / 400 &+ dayOfYear
        self.init(dayNumber: Int32(truncatingIfNeeded: days &- 719_468))
    }

    @inlinable
    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Days of a month; 0 for a month that is none.
    @inlinable
    public static func daysInMonth(_ month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        case 1...12: 31
        default: 0
        }
    }

    public static func < (left: Self, right: Self) -> Bool { left.dayNumber < right.dayNumber }
}

extension CivilDate {
    /// Year, month 1...12 and day of month 1...31.
    public struct Components: Hashable, Sendable {
        public var year: Int
        public var month: Int
        public var day: Int

        @inlinable
        public init(year: Int, month: Int, day: Int) {
            self.year = year
            self.month = month
            self.day = day
        }
    }

    /// Right for every day number, outside the years 1 to 9999 too.
    @inlinable
    public var components: Components {
        // The inverse of `init(year:month:day:)`, same source; floored so that days before year 0 come out right.
        let shifted = Int(dayNumber) &+ 719_468
        let era = (shifted >= 0 ? shifted : shifted &- 146_096) / 146_097
        let dayOfEra = shifted &- era &* 146_097
        let yearOfEra = (dayOfEra &- dayOfEra / 1460 &+ dayOfEra / 36_524 &- dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra &- (365 &* yearOfEra &+ yearOfEra / 4 &- yearOfEra / 100)
        let monthFromMarch = (5 &* dayOfYear &+ 2) / 153
        let day = dayOfYear &- (153 &* monthFromMarch &+ 2) / 5 &+ 1
        let month = monthFromMarch < 10 ? monthFromMarch &+ 3 : monthFromMarch &- 9
        let year = yearOfEra &+ era &* 400 &+ (month <= 2 ? 1 : 0)
        return Components(year: year, month: month, day: day)
    }

    public var year: Int { components.year }
    public var month: Int { components.month }
    public var day: Int { components.day }

    /// The day this many days later (earlier if negative); nil outside the years 1 to 9999.
    public func adding(days: Int) -> CivilDate? {
        let (sum, overflow) = Int(dayNumber).addingReportingOverflow(days)
        return overflow ? nil : CivilDate(checking: sum)
    }

    /// The Monday of this day's week (ISO 8601: weeks begin on Monday).
    public var mondayOfWeek: CivilDate {
        // Day 0, 1970-01-01, was a Thursday.
        let weekday = ((Int(dayNumber) &+ 3) % 7 &+ 7) % 7
        return CivilDate(dayNumber: Int32(clamping: Int(dayNumber) &- weekday))
    }
}
