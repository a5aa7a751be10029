import Civil
import Planning
import Testing

/// A day written as `YYYY-MM-DD`.
func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

/// The days off of October to December 2017.
func autumn2017() throws -> WorkingCalendar {
    WorkingCalendar(closed: try ["2017-12-01", "2017-12-25", "2017-12-26"].map(day), years: [2017])
}

@Suite struct WorkingCalendarTests {
    @Test(arguments: [
        ("2017-12-01", "2017-12-31", 18), ("2017-10-01", "2017-10-31", 22), ("2017-11-01", "2017-11-30", 22),
        ("2017-11-20", "2017-12-31", 27), ("2017-12-29", "2017-12-29", 1), ("2017-12-30", "2017-12-31", 0),
        ("2017-12-25", "2017-12-26", 0), ("2017-12-31", "2017-12-01", 0), ("2017-12-01", "2017-12-01", 0),
        ("2017-12-24", "2017-12-27", 1),
    ])
    func workingDays(first: String, last: String, expected: Int) throws {
        #expect(try autumn2017().count(from: day(first), through: day(last)) == expected)
    }

    @Test func holidayOnAWeekendClosesNothingMore() throws {
        // 2017-12-30 is a Saturday.
        let calendar = WorkingCalendar(closed: [try day("2017-12-30"), try day("2017-12-29")], years: [2017])
        #expect(calendar.closed == [try day("2017-12-29")])
        #expect(try calendar.count(from: day("2017-12-25"), through: day("2017-12-31")) == 4)
    }

    @Test func holidayNamedTwiceCountsOnce() throws {
        let holiday = try day("2017-12-01")
        let calendar = WorkingCalendar(closed: [holiday, holiday], years: [])
        #expect(try calendar.count(from: day("2017-11-27"), through: day("2017-12-01")) == 4)
    }

    /// The formula against counting one by one, and the n-th day against the list.
    @Test func countsAgreeWithTheList() throws {
        let calendar = try autumn2017()
        let first = try day("2017-09-27")
        for span in 0..<130 {
            let last = CivilDate(dayNumber: first.dayNumber + Int32(span))
            let days = calendar.days(from: first, through: last)
            #expect(calendar.count(from: first, through: last) == days.count)
            if let lastDay = days.last { #expect(calendar.day(days.count, from: first) == lastDay) }
            #expect(calendar.months(from: first, through: last).reduce(0) { $0 + $1.workingDays } == days.count)
        }
        #expect(calendar.day(0, from: first) == nil)
        #expect(calendar.day(1, from: .latest) == CivilDate.latest)
        #expect(calendar.day(2, from: .latest) == nil)
        #expect(calendar.count(from: .earliest, through: .latest) > 2_600_000)
    }

    @Test func unknownYearsAreNamed() throws {
        let calendar = try autumn2017()
        #expect(try calendar.unknownYears(from: day("2017-12-01"), through: day("2019-01-01")) == [2018, 2019])
        #expect(try calendar.unknownYears(from: day("2018-01-01"), through: day("2017-01-01")) == [])
    }
}
