public import Civil

/// Which days an office works: Monday to Friday, but for the days on which it is closed.
public struct WorkingCalendar: Sendable, Equatable {
    /// Weekdays on which the office is closed, in the order of time, each once.
    public let closed: [CivilDate]
    /// Years whose closed days are known. In any other year every weekday counts as worked.
    public let years: Set<Int>

    /// - Parameter closed: in any order; a day that falls on a weekend closes nothing more.
    public init(closed: some Sequence<CivilDate>, years: some Sequence<Int>) {
        self.closed = Set(closed).filter { Self.weekday($0) < 5 }.sorted()
        self.years = Set(years)
    }

    /// 0 = Monday … 6 = Sunday.
    public static func weekday(_ day: CivilDate) -> Int {
        // Day 0, 1970-01-01, was a Thursday.
        ((Int(day.dayNumber) + 3) % 7 + 7) % 7
    }

    public func isWorking(_ day: CivilDate) -> Bool {
        Self.weekday(day) < 5 && !isClosed(day)
    }

    /// Working days from `first` to `last`, both included; 0 where `last` lies before `first`.
    public func count(from first: CivilDate, through last: CivilDate) -> Int {
        guard first <= last else { return 0 }
        let weekdays = Self.weekdays(before: Int(last.dayNumber) + 1) - Self.weekdays(before: Int(first.dayNumber))
        return weekdays - (closedBefore(Int(last.dayNumber) + 1) - closedBefore(Int(first.dayNumber)))
    }

    /// The working day numbered `number` from `first` on, where 1 is the first; nil for 0 and beyond the year 9999.
    public func day(_ number: Int, from first: CivilDate) -> CivilDate? {
        guard number > 0, count(from: first, through: .latest) >= number else { return nil }
        var low = first.dayNumber
        var high = CivilDate.latest.dayNumber
        while low < high {
            let middle = low + (high - low) / 2
            if count(from: first, through: CivilDate(dayNumber: middle)) >= number {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return CivilDate(dayNumber: low)
    }

    /// The working days from `first` to `last` in order, at most `limit` of them.
    public func days(from first: CivilDate, through last: CivilDate, limit: Int = .max) -> [CivilDate] {
        var days: [CivilDate] = []
        var number = first.dayNumber
        while number <= last.dayNumber, days.count < limit {
            let day = CivilDate(dayNumber: number)
            if isWorking(day) { days.append(day) }
            number += 1
        }
        return days
    }

    /// Years touched whose closed days are not known, in order: a count over them is too high.
    public func unknownYears(from first: CivilDate, through last: CivilDate) -> [Int] {
        guard first <= last else { return [] }
        return (first.year...last.year).filter { !years.contains($0) }
    }

    private func isClosed(_ day: CivilDate) -> Bool {
        let place = closedBefore(Int(day.dayNumber))
        return place < closed.count && closed[place] == day
    }

    /// How many closed days lie before a day number.
    private func closedBefore(_ number: Int) -> Int {
        var low = 0
        var high = closed.count
        while low < high {
            let middle = (low + high) / 2
            if Int(closed[middle].dayNumber) < number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Mondays to Fridays before a day number, counted from a Monday before every day there is.
    private static func weekdays(before number: Int) -> Int {
        // 0001-01-01 was a Monday.
        let days = number - Int(CivilDate.earliest.dayNumber)
        return days / 7 * 5 + min(days % 7, 5)
    }
}
