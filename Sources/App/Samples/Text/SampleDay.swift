import Civil

/// Days of made-up people as plain numbers (since 1970-01-01), taken apart by the calendar.
enum SampleDay {
    static func parts(_ number: Int) -> CivilDate.Components {
        CivilDate(dayNumber: Int32(clamping: number)).components
    }

    /// The day of month so many months later (earlier if negative), or the last day of that month.
    static func adding(months: Int, to number: Int) -> Int {
        let day = parts(number)
        let month = day.year * 12 + day.month - 1 + months
        let length = CivilDate.daysInMonth(month % 12 + 1, year: month / 12)
        return self.number(month / 12, month % 12 + 1, min(day.day, length))
    }

    /// The number of a day; 29 February falls on 1 March in a common year.
    static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let date = CivilDate(year: year, month: month, day: day) ?? CivilDate(year: year, month: 3, day: 1)
        return Int((date ?? .earliest).dayNumber)
    }
}
