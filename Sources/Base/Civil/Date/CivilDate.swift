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
    @inline(__always)
    public init?(year: Int, month: Int, day: Int) {
        guard year >= 1, year <= 9999, month >= 1, month <= 12, day >= 1,
            day <= 28 || day <= Self.daysInMonth(month, year: year)
        else { return nil }
        // Days from civil, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March,
        // so that the leap day is the last of its year. All quantities are positive here. The days before a month, March
        // being the third, are those of Neri and Schneider (see `components`).
        let isEarly = month <= 2
        let shifted = UInt32(truncatingIfNeeded: isEarly ? year &- 1 : year)
        let daysBefore = (979 &* UInt32(truncatingIfNeeded: isEarly ? month &+ 12 : month) &- 2919) >> 5
        let century = shifted / 100
        let days = 1461 &* shifted / 4 &- century &+ century / 4 &+ daysBefore &+ UInt32(truncatingIfNeeded: day)
        self.init(dayNumber: Int32(bitPattern: days) &- 719_469)
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
}

extension CivilDate.Components {
    /// The parts of a date in one word, year highest: 0 stands for no date. Years 1 to 9999.
    @inlinable
    public var packed: UInt32 { UInt32(truncatingIfNeeded: year << 9 | month << 5 | day) }

    /// The parts of a date packed before.
    @inlinable
    public init(packed: UInt32) {
        self.init(year: Int(packed >> 9), month: Int(packed >> 5 & 15), day: Int(packed & 31))
    }
}

extension CivilDate {
    /// Right for every day number, outside the years 1 to 9999 too.
    @inlinable
    public var components: Components {
        // Neri and Schneider, "Euclidean affine functions and their application to calendar algorithms" (2022): years
        // begin in March; the day is moved on by 14,700 cycles of 400 years, so that nothing is negative.
        let cycles = 14_700
        let moved = UInt64(bitPattern: Int64(dayNumber) &+ Int64(719_468 &+ 146_097 &* cycles))
        let centuryPart = 4 &* moved &+ 3
        let century = centuryPart / 146_097
        let dayOfCentury = UInt32(truncatingIfNeeded: centuryPart % 146_097) / 4
        let yearPart = 2_939_745 &* UInt64(4 &* dayOfCentury &+ 3)
        let yearOfCentury = Int(truncatingIfNeeded: yearPart >> 32)
        let dayOfYear = UInt32(truncatingIfNeeded: yearPart) / 2_939_745 / 4
        let monthPart = 2_141 &* dayOfYear &+ 197_913
        let month = Int(monthPart >> 16)
        let isNextYear = dayOfYear >= 306
        let year = 100 &* Int(century) &+ yearOfCentury &- 400 &* cycles &+ (isNextYear ? 1 : 0)
        return Components(
            year: year, month: isNextYear ? month &- 12 : month, day: Int((monthPart & 0xFFFF) / 2_141) &+ 1)
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
