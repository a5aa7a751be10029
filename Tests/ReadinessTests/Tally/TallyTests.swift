import Civil
import RunFolder
import Testing

@testable import Readiness
@testable import RoleLists
@testable import Rules

/// People counted by place, station, sex and verdict, however they are dealt to batches and threads.
@Suite struct TallyTests {
    private struct Person {
        var region: UInt64
        var station: UInt32
        var sex: UInt8
        var verdict: Int
    }

    private static let terms = RunTerms(
        outcomes: (0..<3).map {
            RunTerms.Outcome(id: "o\($0)", eligible: $0 > 0, recorded: $0 > 1, flagged: $0 == 1, bySex: false)
        }, maleCode: "L", femaleCode: "P", regionNames: [:])

    /// A book of `count` verdicts, all different.
    private func book(_ count: Int) -> VerdictBook {
        var book = VerdictBook()
        var people = Verdicts()
        people.reset(count)
        for number in 0..<count {
            people.reasons[number] = UInt64(number)
            people.outcome[number] = UInt8(number % 3)
            people.kpuCode[number] = UInt8(number % 3 == 2 ? 0 : 3 + number % 2)
        }
        people.firstTime[0] = 0b100
        var numbers: [Int] = []
        book.count(people, into: &numbers)
        return book
    }

    private func region(_ digits: String) -> UInt64 {
        RegionCode(digits: UInt64(digits) ?? 0, length: digits.utf8.count)?.packed ?? RegionCode.unknown.packed
    }

    /// Places in runs, as lists have them, and a few that alternate.
    private func people(_ count: Int) -> [Person] {
        let regions = ["1271901001", "1271901002", "127190", "", "1299"].map(region)
        var seed: UInt64 = 5
        return (0..<count).map { number in
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let place = number < count / 2 ? number / 97 : Int(seed >> 60)
            return Person(
                region: regions[place % 5], station: UInt32(place % 3), sex: UInt8(seed >> 40 & 3) % 3,
                verdict: Int(seed >> 33) % 6)
        }
    }

    private func tally(_ people: ArraySlice<Person>, batch: Int, _ book: VerdictBook) -> Tally {
        var tally = Tally()
        var rest = people
        while !rest.isEmpty {
            let part = rest.prefix(batch)
            tally.add(
                regions: part.map(\.region), stations: part.map(\.station), sexes: part.map(\.sex),
                verdicts: part.map(\.verdict), in: book)
            rest = rest.dropFirst(batch)
        }
        tally.file(book)
        return tally
    }

    @Test(arguments: [1, 2, 50, 1000], [1, 3])
    func everyoneIsCountedOnce(batch: Int, threads: Int) {
        let people = people(1000)
        let book = book(6)
        let share = (people.count + threads - 1) / threads
        let tallies = (0..<threads).map { thread in
            tally(people.dropFirst(thread * share).prefix(share), batch: batch, book)
        }
        let table = Tally.table(tallies, Self.terms, TextNumbers(limit: 10))
        var expected: [[String]: Int] = [:]
        for person in people {
            let verdict = book.verdicts[person.verdict]
            expected[
                [
                    RegionCode(trusted: person.region).description, person.station == 0 ? "" : "\(person.station - 1)",
                    "\(person.sex)", "\(verdict.outcome)", "\(verdict.kpuCode)", "\(verdict.firstTime)",
                ], default: 0] += 1
        }
        var found: [[String]: Int] = [:]
        for row in table.rows {
            found[
                [
                    row.region.description, table.stations[Int(row.station)], "\(row.sex)", "\(row.outcome)",
                    "\(row.kpuCode)", "\(row.firstTime)",
                ], default: 0] += row.persons
        }
        #expect(found == expected)
        #expect(found.values.reduce(0, +) == 1000)
        #expect(expected.keys.contains { $0[5] == "true" })
    }

    /// What differs between two people's verdicts beside outcome, code and first-time is not counted by.
    @Test func reasonsAloneMakeNoRowOfTheirOwn() {
        var people = Verdicts()
        people.reset(2)
        people.reasons = [1, 2]
        var book = VerdictBook()
        var numbers: [Int] = []
        book.count(people, into: &numbers)
        #expect(numbers == [0, 1])
        var tally = Tally()
        let here = region("1271")
        tally.add(regions: [here, here], stations: [0, 0], sexes: [1, 1], verdicts: numbers, in: book)
        tally.file(book)
        let rows = Tally.table([tally], Self.terms, TextNumbers(limit: 10)).rows
        #expect(rows.map(\.persons) == [2])
    }

    /// Stations that are numbers, texts and none, by the numbers of a reader.
    @Test func stationsBearTheirNames() {
        let texts = TextNumbers(limit: 10)
        var reader = TPSReader(texts)
        let cells = ["003", "3", "", "Khusus", "KHUSUS", "70000"]
        let numbers = cells.map { reader.number(Array($0.utf8).span) }
        let book = book(1)
        var tally = Tally()
        tally.add(
            regions: cells.map { _ in region("1271") }, stations: numbers, sexes: cells.map { _ in 1 },
            verdicts: cells.map { _ in 0 }, in: book)
        tally.file(book)
        let table = Tally.table([tally], Self.terms, texts)
        let persons = Dictionary(
            table.rows.map { (table.stations[Int($0.station)], $0.persons) }, uniquingKeysWith: +)
        #expect(persons == ["": 1, "3": 2, "KHUSUS": 2, "70000": 1])
    }
}
