import Civil
import Diagnostics
import Planning
import Testing

@testable import Pace
@testable import RunFolder

@Suite struct PaceReportTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private func span(_ from: String, _ deadline: String) throws -> PaceSpan {
        let closed = try ["2017-12-01", "2017-12-25", "2017-12-26"].map { try day($0) }
        return PaceSpan(
            from: try day(from), deadline: try day(deadline), calendar: WorkingCalendar(closed: closed, years: [2017]),
            monthDays: 22)
    }

    private func report(_ capacity: PaceCapacity) throws -> PaceReport {
        PaceReport(
            outstanding: ["1271": 300, "1206": 100, "": 5], others: 7,
            weeks: [
                WeekRow(region4: "1271", week: "2017-11-06", people: 50),
                WeekRow(region4: "1271", week: "2017-11-13", people: 100),
                WeekRow(region4: "1206", week: "2017-11-13", people: 10),
                WeekRow(region4: "", week: "", people: 3),
            ], asOf: try day("2017-11-20"), names: ["1271": "Medan"], span: try span("2017-11-20", "2017-11-30"),
            capacity: capacity)
    }

    @Test func sharedCapacityAddsUp() throws {
        let report = try report(.whole(40))
        #expect(report.areas.map(\.region) == ["1206", "1271", ""])
        #expect(report.areas.compactMap(\.pace.capacity).reduce(0, +) == 40)
        // 9 working days: 360 of 405.
        #expect(report.total.shortfall == 45)
        #expect(report.areas.compactMap(\.shortfall).reduce(0, +) == 45)
        #expect(Set(report.areas.map(\.finish)) == [report.total.finish])
        #expect(report.total.finish == (try day("2017-12-05")))
    }

    @Test func capacityOfTheKabupatenStaysThere() throws {
        let report = try report(.areas(["1271": 100, "1206": 10, "": 1]))
        #expect(report.areas.map(\.shortfall) == [10, 0, 0])
        #expect(report.total.pace.capacity == 111)
        #expect(report.total.shortfall == 10)
        #expect(report.total.finish == (try day("2017-12-04")))
        let partly = try self.report(.areas(["1271": 100]))
        #expect(partly.total.pace.capacity == nil)
        #expect(partly.total.shortfall == nil)
    }

    @Test func forecastFollowsTheRecordings() throws {
        let forecast = try #require(try report(.unknown).total.forecast)
        #expect(forecast.slow == 1000)
        #expect(forecast.fast == 2200)
        #expect(forecast.middle == 1600)
        #expect(forecast.middleLeft == 405 - 144)
        #expect(forecast.fastFinish == (try day("2017-12-15")))
        #expect(try report(.unknown).areas[0].forecast == nil)
    }

    @Test func whyThereIsNoForecast() throws {
        let few = try report(.unknown).areas[0].weekly
        #expect(
            few.whyNoForecast
                == Bilingual(
                    id: "Tanpa prakiraan: kurang dari dua minggu penuh perekaman diketahui.",
                    en: "No forecast: fewer than two whole weeks of recordings are known."))
        let still = WeeklyPace(
            [(monday: try day("2017-09-04"), people: 20)], asOf: try day("2017-11-20"),
            calendar: WorkingCalendar(closed: [], years: [2017]))
        #expect(
            still.whyNoForecast
                == Bilingual(
                    id:
                        "Tanpa prakiraan: dalam 8 minggu penuh terakhir hampir tidak ada orang yang baru terekam.",
                    en: "No forecast: hardly anybody was newly recorded in the last 8 whole weeks."))
    }

    @Test func documentHoldsTheGovernorsFigure() {
        let span = PaceSpan(
            from: nil, deadline: nil, givenDays: 22, calendar: WorkingCalendar(closed: [], years: []), monthDays: 22)
        let text = String(
            decoding: PaceReport(outstanding: 271_135, span: span, capacity: nil).document, as: UTF8.self)
        #expect(text.contains("\"perDay\": 12324.32,\n"))
        #expect(text.contains("\"perDayRounded\": 12324,\n"))
        #expect(text.contains("\"perMonth\": 271135,\n"))
    }

    @Test func overdueAndDoneHaveAnswers() throws {
        let late = PaceReport(outstanding: 10, span: try span("2017-12-02", "2017-12-01"), capacity: 5)
        #expect(late.total.pace.state == .overdue)
        #expect(late.total.shortfall == 10)
        #expect(String(decoding: late.document, as: UTF8.self).contains("\"perDay\": null"))
        let done = PaceReport(outstanding: 0, span: try span("2017-12-02", "2017-12-01"), capacity: nil)
        #expect(done.total.pace.state == .done)
        #expect(String(decoding: done.document, as: UTF8.self).contains("\"perDay\": 0.00"))
        // The deadline is a holiday: no working day is left.
        let holiday = PaceReport(outstanding: 3, span: try span("2017-12-25", "2017-12-26"), capacity: nil)
        #expect(holiday.total.pace.state == .noWorkingDays)
        // The deadline is today.
        let today = PaceReport(outstanding: 3, span: try span("2017-12-27", "2017-12-27"), capacity: nil)
        #expect(today.total.pace.perDayRounded == 3)
    }
}
