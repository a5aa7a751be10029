import Civil
import Diagnostics
import Foundation
import Planning
import Testing

@testable import Pace
@testable import Page
@testable import RunFolder

@Suite struct BurndownChartTests {
    private func report(_ outstanding: Int, from: String = "2017-11-20", capacity: PaceCapacity = .whole(10)) throws
        -> PaceReport
    {
        let day = { (text: String) in try #require(CivilDate(iso: text)) }
        let span = PaceSpan(
            from: try day(from), deadline: try day("2017-12-29"), calendar: WorkingCalendar(closed: [], years: [2017]),
            monthDays: 22)
        return PaceReport(
            outstanding: ["1271": outstanding], others: 0,
            weeks: [("2017-10-30", 40), ("2017-11-06", 50), ("2017-11-13", 100)].map {
                WeekRow(region4: "1271", week: $0.0, people: $0.1)
            }, asOf: try day("2017-11-20"), names: [:], span: span, capacity: capacity)
    }

    @Test func linesFollowTheFigures() throws {
        let chart = try #require(BurndownChart(try report(600), language: .english))
        #expect(chart.lines.map(\.kind) == [.actual, .needed, .capacity, .forecast, .slow, .fast])
        #expect(chart.lines[0].points.map(\.left) == [790, 750, 700, 600])
        #expect(chart.lines[1].points.map(\.left) == [600, 0])
        // 30 working days at 10 a day leave 300.
        #expect(chart.lines[2].points.last?.left == 300)
        #expect(chart.lines[3].points.last?.left == 300)
        #expect(chart.lines[4].points.last?.left == 360)
        // Twenty a day are done on the thirtieth day, which is the deadline.
        #expect(chart.lines[5].points.last?.left == 0)
        #expect(chart.table.count == chart.lines.reduce(0) { $0 + $1.points.count })
    }

    @Test(arguments: [Language.indonesian, .english]) func theDrawingIsWellFormedAndHasWords(language: Language) throws
    {
        let chart = try #require(BurndownChart(try report(1_234_567), language: language))
        #expect(chart.svg.contains(language == .indonesian ? "1.234.567" : "1,234,567"))
        #expect(chart.svg.contains("<desc id=\"burndown-text\">\(language == .indonesian ? "Sejauh ini" : "So far"): "))
        #expect(!chart.svg.contains("http://") || chart.svg.components(separatedBy: "http://").count == 2)
        #expect(chart.svg == BurndownChart(try report(1_234_567), language: language)?.svg)
        for tag in ["svg", "title", "desc", "text"] {
            #expect(
                chart.svg.components(separatedBy: "<\(tag)").count
                    == chart.svg.components(separatedBy: "</\(tag)>").count)
        }
    }

    @Test func nothingLeftOrNoTimeHasAnAnswer() throws {
        let done = try #require(BurndownChart(try report(0), language: .english))
        #expect(done.lines.map(\.kind) == [.actual])
        #expect(BurndownChart(try report(10, from: "2017-12-30"), language: .english) == nil)
    }
}
