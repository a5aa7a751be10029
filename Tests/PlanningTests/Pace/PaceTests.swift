import Civil
import Planning
import Testing

@Suite struct PaceTests {
    @Test func governorsFigure() {
        let pace = Pace(outstanding: 271_135, workingDays: 22)
        #expect(pace.perDayHundredths == 1_232_432)
        #expect(pace.perDayRounded == 12_324)
        #expect(pace.perDayAtLeast == 12_325)
        #expect(pace.perMonth(of: 22) == 271_135)
        #expect(pace.state == .open)
        #expect(pace.shortfall == nil && pace.daysNeeded == nil)
    }

    @Test func sumatraOn20November2017() throws {
        let days = try autumn2017().count(from: day("2017-11-20"), through: day("2017-12-31"))
        let pace = Pace(outstanding: 1_774_867, workingDays: days)
        #expect(days == 27)
        #expect(pace.perDayRounded == 65_736)
        let months = try autumn2017().months(from: day("2017-11-20"), through: day("2017-12-31"))
        #expect(months.map(\.workingDays) == [9, 18])
        #expect(pace.needed(in: months) == [591_622, 1_183_245])
    }

    @Test(
        arguments: [
            // outstanding, days, capacity, overdue -> state, per day rounded, days needed, shortfall
            (0, 0, 10, true, Pace.State.done, 0, 0, 0),
            (0, 5, nil, false, .done, 0, 0, 0),
            (-3, 5, nil, false, .done, 0, 0, 0),
            (10, 7, 5, true, .overdue, nil, 2, 10),
            (10, 0, 5, false, .noWorkingDays, nil, 2, 10),
            (10, 0, nil, false, .noWorkingDays, nil, nil, 10),
            (10, 1, 10, false, .sufficient, 10, 1, 0),
            (10, 1, 9, false, .short, 10, 2, 1),
            (10, 4, 0, false, .short, 3, nil, 10),
            (7, 2, -1, false, .short, 4, nil, 7),
            (Int.max, 1, Int.max, false, .sufficient, Int.max, 1, 0),
            (Int.max, 3, Int.max, false, .sufficient, 3_074_457_345_618_258_602, 1, 0),
        ] as [(Int, Int, Int?, Bool, Pace.State, Int?, Int?, Int?)])
    func everyStateHasAnAnswer(
        outstanding: Int, days: Int, capacity: Int?, isOverdue: Bool, state: Pace.State, perDay: Int?, needed: Int?,
        shortfall: Int?
    ) {
        let pace = Pace(outstanding: outstanding, workingDays: days, capacity: capacity, isOverdue: isOverdue)
        #expect(pace.state == state)
        #expect(pace.perDayRounded == perDay)
        #expect(pace.daysNeeded == needed)
        #expect(pace.shortfall == shortfall)
    }

    @Test func monthsAddUpWhateverTheRounding() {
        for outstanding in [0, 1, 2, 7, 100, 99_999] {
            let pace = Pace(outstanding: outstanding, workingDays: 3)
            let months = [1, 0, 1, 1].map { MonthSpan(year: 2017, month: 1, workingDays: $0) }
            #expect(pace.needed(in: months).reduce(0, +) == outstanding)
            #expect(pace.needed(in: []) == [])
        }
    }

    @Test(arguments: [
        (5, 2, 3, 3), (4, 2, 2, 2), (0, 2, 0, 0), (1, 3, 0, 1),
        (Int.max, 2, 4_611_686_018_427_387_904, 4_611_686_018_427_387_904),
    ])
    func rounding(whole: Int, parts: Int, rounded: Int, atLeast: Int) {
        #expect(Share.rounded(whole, by: parts) == rounded)
        #expect(Share.scaled(whole, times: 1, by: parts) == rounded)
        #expect(Share.atLeast(whole, by: parts) == atLeast)
    }

    @Test func nothingIsDividedByZero() {
        #expect(Share.rounded(1, by: 0) == nil)
        #expect(Share.atLeast(1, by: 0) == nil)
        #expect(Share.scaled(1, times: 1, by: 0) == nil)
        #expect(Share.scaled(.max, times: .max, by: 1) == nil)
    }
}

@Suite struct WeeklyPaceTests {
    private func weeks(_ people: [Int], asOf: String) throws -> WeeklyPace {
        let last = try day(asOf).mondayOfWeek
        let counts = people.reversed().enumerated().map { back, count in
            (monday: CivilDate(dayNumber: last.dayNumber - 7 * Int32(back + 1)), people: count)
        }
        return WeeklyPace(counts, asOf: try day(asOf), calendar: try autumn2017())
    }

    @Test func middleAndRangeOfTheLastEightWeeks() throws {
        // The week of 27 November has four working days (1 December is a holiday).
        let pace = try weeks([9999, 500, 500, 500, 50, 500, 600, 700, 400], asOf: "2017-12-06")
        #expect(pace.weeks.count == 8)
        #expect(pace.weeks.last?.workingDays == 4)
        #expect(pace.weeks.last?.perDayHundredths == 10_000)
        #expect(pace.range?.slow == 10_000)
        #expect(pace.range?.middle == 10_000)
        #expect(pace.range?.fast == 12_000)
    }

    @Test func weeksInWhichNobodyWasRecordedCount() throws {
        let monday = try day("2017-10-02")
        let pace = WeeklyPace(
            [(monday: monday, people: 100), (monday: try day("2017-10-16"), people: 200)],
            asOf: try day("2017-10-25"), calendar: try autumn2017())
        #expect(pace.weeks.map(\.people) == [100, 0, 200])
        #expect(pace.range?.slow == 0)
        #expect(pace.range?.fast == 4000)
        #expect(pace.range?.middle == 2000)
    }

    /// Everybody counts who was recorded since: at weekends, in a week of holidays, in the week that is not whole.
    @Test func whoWasStillToRecordWhenAWeekBegan() throws {
        let people = ["2017-12-11": 4, "2017-12-18": 3, "2017-12-25": 2, "2018-01-01": 1]
        let closed = try ["2017-12-25", "2017-12-26", "2017-12-27", "2017-12-28", "2017-12-29"].map { try day($0) }
        let pace = WeeklyPace(
            try people.map { (monday: try day($0.key), people: $0.value) }, asOf: try day("2018-01-03"),
            calendar: WorkingCalendar(closed: closed, years: [2017, 2018]))
        #expect(pace.weeks.map(\.people) == [4, 3])
        #expect(pace.weeks.map(\.since) == [10, 6])
    }

    @Test func nobodyNewIsNoForecast() throws {
        let pace = try weeks([20, 0, 0, 0, 0, 0, 0, 0, 0, 0], asOf: "2017-12-06")
        #expect(pace.weeks.count == 8 && pace.range == nil)
        #expect(try weeks([5, 0, 0, 0, 0, 0, 0, 0], asOf: "2017-12-06").range == nil)
        #expect(try weeks([5, 1, 0, 0, 0, 0, 0, 0], asOf: "2017-12-06").range != nil)
    }

    @Test func tooLittleForAForecast() throws {
        #expect(try weeks([], asOf: "2017-12-06").range == nil)
        #expect(try weeks([100], asOf: "2017-12-06").range == nil)
        // The running week is not whole.
        let running = WeeklyPace(
            [(monday: try day("2017-12-04"), people: 5)], asOf: try day("2017-12-06"), calendar: try autumn2017())
        #expect(running.weeks.isEmpty)
    }

    @Test func daysAtAPace() {
        #expect(WeeklyPace.days(for: 100, at: 3000) == 4)
        #expect(WeeklyPace.days(for: 100, at: 0) == nil)
        #expect(WeeklyPace.days(for: 0, at: 0) == 0)
        #expect(WeeklyPace.days(for: .max, at: 1) == nil)
    }
}
