import Civil
import Testing

@Suite struct CivilDateTests {
    @Test(arguments: [
        (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2018, 6, 27, 17_709), (1, 1, 1, -719_162),
        (9999, 12, 31, 2_932_896),
    ])
    func daysAreCountedFrom1970(year: Int, month: Int, day: Int, number: Int32) throws {
        let date = try #require(CivilDate(year: year, month: month, day: day))
        #expect(date.dayNumber == number)
        #expect(date.components == .init(year: year, month: month, day: day))
    }

    @Test(arguments: [
        (2001, 2, 29), (1900, 2, 29), (2018, 2, 30), (2018, 0, 1), (2018, 13, 1), (2018, 1, 0), (2018, 4, 31),
        (0, 1, 1), (10_000, 1, 1), (Int.max, Int.max, Int.max), (Int.min, Int.min, Int.min), (2018, 1, 32),
    ])
    func whatTheCalendarLacksIsNoDate(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test func everyDayIsTheDayAfterTheLast() throws {
        var day = try #require(CivilDate(year: 1895, month: 1, day: 1))
        var last = day.components
        for _ in 0..<80_000 {
            day = try #require(day.adding(days: 1))
            let next = day.components
            let isNextDay = next.day == last.day + 1 && next.month == last.month && next.year == last.year
            let isNextMonth =
                next.day == 1 && last.day == CivilDate.daysInMonth(last.month, year: last.year)
                && next.month == last.month % 12 + 1 && next.year == last.year + last.month / 12
            #expect(isNextDay || isNextMonth)
            #expect(CivilDate(year: next.year, month: next.month, day: next.day) == day)
            last = next
        }
    }

    @Test func nothingLiesOutsideYears1To9999() {
        #expect(CivilDate.latest.adding(days: 1) == nil)
        #expect(CivilDate.earliest.adding(days: -1) == nil)
        #expect(CivilDate.latest.adding(days: .max) == nil)
        #expect(CivilDate.latest.adding(years: 1, leapDay: .march1) == nil)
        #expect(CivilDate.latest.adding(years: .max, leapDay: .march1) == nil)
        #expect(CivilDate(dayNumber: .max).components.year > 9999)
        #expect(CivilDate(dayNumber: .min).components.year < 1)
        #expect(CivilDate(dayNumber: .min).description == "")
        #expect(CivilDate(dayNumber: .min).mondayOfWeek <= CivilDate(dayNumber: .min))
    }

    @Test(arguments: [
        ("2017-11-20", "2017-11-20"), ("2017-11-26", "2017-11-20"), ("2018-01-01", "2018-01-01"),
        ("2017-12-31", "2017-12-25"), ("0001-01-01", "0001-01-01"), ("1969-12-31", "1969-12-29"),
    ])
    func weeksBeginOnMonday(day: String, monday: String) {
        #expect(CivilDate(iso: day)?.mondayOfWeek.description == monday)
    }

    @Test(arguments: [
        "2018-6-27", "2018-06-2", "18-06-27", "2018/06/27", "2018-06-27 ", "2018-02-30", "", "0000-01-01",
    ])
    func isoIsExact(text: String) {
        #expect(CivilDate(iso: text) == nil)
    }
}

@Suite struct AgeTests {
    @Test(arguments: [
        ("2001-06-27", "2018-06-27", LeapDay.march1, 17), ("2001-06-28", "2018-06-27", .march1, 16),
        ("2001-06-26", "2018-06-27", .march1, 17), ("2000-02-29", "2017-02-28", .march1, 16),
        ("2000-02-29", "2017-03-01", .march1, 17), ("2000-02-29", "2017-02-28", .february28, 17),
        ("2000-02-29", "2017-02-27", .february28, 16), ("2000-02-29", "2020-02-28", .february28, 19),
        ("2000-02-29", "2020-02-29", .february28, 20), ("2000-02-29", "2020-02-29", .march1, 20),
        ("2018-06-28", "2018-06-27", .march1, -1), ("2018-06-27", "2018-06-27", .march1, 0),
        ("0001-01-01", "9999-12-31", .march1, 9998),
    ])
    func birthdaysCount(born: String, on: String, leapDay: LeapDay, age: Int32) throws {
        let birth = try #require(CivilDate(iso: born))
        let day = try #require(CivilDate(iso: on))
        #expect(birth.age(on: day, leapDay: leapDay) == age)
    }

    @Test(arguments: LeapDay.allCases)
    func birthdaysAreTheFirstDayOfAnAge(leapDay: LeapDay) throws {
        var dice = Dice(seed: 17)
        for _ in 0..<2000 {
            let birth = CivilDate(dayNumber: .random(in: -30_000...20_000, using: &dice))
            let years = Int.random(in: 0...120, using: &dice)
            let birthday = try #require(birth.adding(years: years, leapDay: leapDay))
            let eve = try #require(birthday.adding(days: -1))
            #expect(birth.age(on: birthday, leapDay: leapDay) == years)
            #expect(birth.age(on: eve, leapDay: leapDay) == years - 1)
        }
    }
}
