import Civil
import MadeUpRuns
import Planning
import Rules
import RunFolder
import Testing

@testable import Pace

/// The pace of a run: who needs a recording, by kabupaten.
@Suite struct PaceOfRunTests {
    @Test func peopleToRecordAreCountedByKabupaten() throws {
        let people = (1...20).map { MadeUpPerson($0, regency: $0 > 14 ? "1212" : "1271") }
        let made = try MadeUpRun([
            ("population", people.populationList),
            ("recordings", people.recordings { number, _ in number < 5 ? "PRR" : number < 8 ? "CARD_ISSUED" : nil }),
        ])
        let book = try ShippedRules.book()
        let span = PaceSpan(
            from: CivilDate(iso: "2018-03-23"), deadline: CivilDate(iso: "2018-06-26"),
            calendar: WorkingCalendar(book), monthDays: 22)
        let report = try PaceReport(
            made.run(), fieldWork: #require(book.fieldWork), span: span, capacity: .areas(["1271": 2, "1212": 1]))
        #expect(report.areas.map(\.region) == ["1212", "1271"])
        #expect(report.areas.map(\.pace.outstanding) == [6, 6])
        #expect(report.total.pace.outstanding == 12)
        #expect(report.others == 5)
        #expect(report.total.shortfall == 0)
        #expect(report.areas.allSatisfy { !$0.name.isEmpty })
    }

    /// Parts of a count add up to it and follow the needs, however large both are.
    @Test(
        arguments: [0, 1, 7, 1000, Int(Int32.max)], [[], [0, 0], [1], [3, 0, 5], [1, 1, 1], [Int(Int32.max), 1, 9]])
    func sharesAddUp(count: Int, needs: [Int]) {
        let shares = PaceCapacity.shared(count, by: needs)
        #expect(shares.count == needs.count)
        #expect(shares.reduce(0, +) == (needs.contains { $0 > 0 } ? count : 0))
        #expect(zip(shares, needs).allSatisfy { $0 >= 0 && ($1 > 0 || $0 == 0) })
    }
}
