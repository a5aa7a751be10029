/// A calendar day of the second reading: year, month, day and nothing clever.
struct Day: Hashable, Comparable, CustomStringConvertible, Sendable {
    let year: Int
    let month: Int
    let day: Int

    /// Nil when there is no such day in the calendar.
    init?(_ year: Int, _ month: Int, _ day: Int) {
        guard year >= 1, year <= 9999, month >= 1, month <= 12, day >= 1 else { return nil }
        guard day <= Day.length(ofMonth: month, year: year) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// From `YYYY-MM-DD` written in a test; a slip gives the first day of year 1, which no test expects.
    init(_ iso: String) {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        let day = parts.count == 3 ? Day(parts[0], parts[1], parts[2]) : nil
        self = day ?? Day.first
    }

    private static let first = Day(year: 1, month: 1, dayOfMonth: 1)

    private init(year: Int, month: Int, dayOfMonth: Int) {
        self.year = year
        self.month = month
        self.day = dayOfMonth
    }

    static func isLeap(_ year: Int) -> Bool {
        (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: return isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    static func < (a: Day, b: Day) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    var description: String {
        Day.padded(year, 4) + "-" + Day.padded(month, 2) + "-" + Day.padded(day, 2)
    }

    var next: Day {
        Day(year, month, day + 1) ?? Day(year, month + 1, 1) ?? Day(year + 1, 1, 1) ?? self
    }

    var previous: Day {
        if day > 1 { return Day(year, month, day - 1) ?? self }
        if month > 1 { return Day(year, month - 1, Day.length(ofMonth: month - 1, year: year)) ?? self }
        return Day(year - 1, 12, 31) ?? self
    }

    /// Days since the last day before year 1, as if the calendar had always been this one.
    private var serial: Int {
        let before = year - 1
        let years = before * 365 + before / 4 - before / 100 + before / 400
        return years + (1..<month).map { Day.length(ofMonth: $0, year: year) }.reduce(0, +) + day
    }

    /// The Monday of this day's week: 1 January of year 1 was one.
    var monday: Day {
        moved(by: -((serial - 1) % 7))
    }

    func moved(by days: Int) -> Day {
        var day = self
        for _ in 0..<abs(days) { day = days > 0 ? day.next : day.previous }
        return day
    }

    /// Whole years of a person born on this day, on another day; the birthday itself counts. Who was born on
    /// 29 February has the birthday on 1 March of a common year.
    func age(on other: Day) -> Int {
        var birthday = (month, day)
        if birthday == (2, 29) && !Day.isLeap(other.year) { birthday = (3, 1) }
        let years = other.year - year
        return (other.month, other.day) < birthday ? years - 1 : years
    }

    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
