import Civil
import Foundation
import Testing

@testable import Outreach

@Suite struct WalkingOrderTests {
    private func person(
        _ name: String, _ rw: String, _ rt: String, _ address: String, nkk: UInt64? = nil, age: Int? = nil
    ) -> FieldPerson {
        FieldPerson(
            list: .visit, region: "1271901001", nik: "", nkk: nkk, name: name, sex: "L", age: age, address: address,
            rt: rt, rw: rw, tps: "", outcome: "unrecorded", nextStep: "record", reasons: [], isFirstTime: false,
            isFailed: false)
    }

    @Test func teamsWalkFromDoorToDoor() {
        let people = WalkingOrder.arrange([
            person("f", "", "1", "JL. A"), person("d", "002", "1", "JL. MAWAR NO. 10"),
            person("c", "2", "001", "JL MAWAR NO 2"), person("b", "1", "2", "X"), person("a", "01", "02", "DSN. 9"),
            person("e", "2", "10", "A"),
        ])
        #expect(people.map(\.name) == ["a", "b", "c", "d", "e", "f"])
        #expect(people.map(\.number) == Array(1...6))
        #expect(people.allSatisfy { $0.household == nil })
    }

    @Test func householdsStandTogetherTheOldestFirst() {
        let people = WalkingOrder.arrange([
            person("child", "1", "1", "A", nkk: 7, age: 17), person("other", "1", "1", "B", nkk: 8, age: 40),
            person("mother", "3", "1", "Z", nkk: 7, age: 45), person("alone", "1", "1", "A", age: 80),
        ])
        #expect(people.map(\.name) == ["mother", "child", "alone", "other"])
        var households = Households()
        #expect(households.number(people).map(\.household) == [1, 1, nil, 2])
        // The same household bears its number on the desa's other lists.
        let others = [person("father", "3", "1", "Z", nkk: 7), person("new", "3", "1", "Z", nkk: 9)]
        #expect(households.number(others).map(\.household) == [1, 3])
    }
}

@Suite struct CalendarFileTests {
    @Test func linesAreFoldedAndTextEscaped() throws {
        let day = try #require(CivilDate(iso: "2017-12-29"))
        let file = CalendarFile(
            stamp: 1_513_987_200, product: "-//X//Y//ID", name: "Tim 1",
            events: [
                .init(
                    id: "1@x", first: day, last: day, summary: "Desa A, B; C \\ D\nE\u{7}",
                    location: String(repeating: "é", count: 100), description: "")
            ])
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(text.contains("SUMMARY:Desa A\\, B\\; C \\\\ D\\nE \r\n"))
        #expect(text.contains("DTSTAMP:20171223T000000Z\r\n"))
        #expect(text.contains("DTEND;VALUE=DATE:20171230\r\n"))
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(text.replacing("\r\n ", with: "").contains("LOCATION:" + String(repeating: "é", count: 100)))
        #expect(!text.replacing("\r\n", with: "").contains("\n"))
    }

    @Test func visitsOverAWeekendAreTwoEvents() throws {
        let days = try ["2017-12-28", "2017-12-29", "2018-01-02"].map { try #require(CivilDate(iso: $0)) }
        #expect(
            PlanFiles.stretches(days).map { [$0.lowerBound, $0.upperBound] } == [
                [days[0], days[1]], [days[2], days[2]],
            ])
    }
}
