internal import Civil

/// Days of made-up people as plain numbers (since 1970-01-01), taken apart by the calendar.
enum SampleDay {
    static func parts(_ number: Int) -> CivilDate.Components {
        CivilDate(dayNumber: Int32(clamping: number)).components
    }

    /// The number of a day; 29 February falls on 1 March in a common year.
    static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let date = CivilDate(year: year, month: month, day: day) ?? CivilDate(year: year, month: 3, day: 1)
        return Int((date ?? .earliest).dayNumber)
    }
}
