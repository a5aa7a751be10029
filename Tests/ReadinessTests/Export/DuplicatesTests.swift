import MadeUpRuns
import RunFolder
import Testing

@testable import Readiness

/// `duplicates.csv`: every row whose NIK another row bears too, the first of them as well, whatever became of it.
@Suite struct DuplicatesTests {
    /// Thirty people; rows 31 to 36 of the file repeat somebody, each in another way.
    private static let people: [MadeUpPerson] = {
        let people = (1...30).map { MadeUpPerson($0) }
        var again = [people[0], people[4], people[4], people[7], people[11]]
        // The same in everything: K1. Another status: K2. Another sex: K4. Another name: shared.
        again[1].maritalStatus = "S"
        again[2].sex = again[2].sex == "L" ? "P" : "L"
        again[3].name = "ORANG LAIN"
        // A NIK that is none is nobody's.
        var (one, other) = (people[20], people[20])
        (one.nik, other.nik) = ("0000000000000000", "0000000000000000")
        // Listed again in another kabupaten.
        again[4].region = "1212901001"
        return people + again + [one, other]
    }()

    private func check(_ change: (inout CheckOptions) -> Void = { _ in }) throws -> MadeUpRun {
        try MadeUpRun([("population", Self.people.populationList)], change: change)
    }

    /// List rows of people, the first of whom stands in row 2.
    private static let rows = Set([1, 5, 8, 12, 31, 32, 33, 34, 35].map { String($0 + 1) })

    @Test(arguments: [1, 3]) func everyRowOfANIKThatIsListedTwiceStandsThere(_ threads: Int) throws {
        let made = try check { $0.threads = threads }
        let found = try made.rows("duplicates.csv")
        #expect(Set(found.map { $0[1] }) == Self.rows)
        #expect(found.count == Self.rows.count)
        // In the order of regions, as the other lists.
        let regions = found.map { $0[13] }
        #expect(regions == regions.sorted())
        #expect(made.report.filled.contains(.duplicates))
    }

    /// What was decided stands there as in the other lists: nobody is struck for standing here.
    @Test func theyAreAsEverywhere() throws {
        let made = try check()
        let everyone = Dictionary(uniqueKeysWithValues: try made.rows("persons.csv").map { ($0[1], Array($0[3...])) })
        for row in try made.rows("duplicates.csv") {
            #expect([row[13], row[15], row[16], row[17]] == everyone[row[1]])
        }
        let outcomes = Set(try made.rows("duplicates.csv").map { $0[15] })
        #expect(outcomes.isSuperset(of: ["ineligible", "unverified"]))
    }

    @Test func itIsTheSameWhereMemoryDoesNotHoldTheIndex() throws {
        let made = try check { $0.memory = 64 << 20 }
        #expect(try made.text("duplicates.csv") == check().text("duplicates.csv"))
    }

    @Test func nobodyStandsThereWhereNoNIKIsListedTwice() throws {
        let made = try MadeUpRun([("population", Self.people[..<30].populationList)])
        #expect(try made.rows("duplicates.csv").isEmpty)
        #expect(!made.report.filled.contains(.duplicates))
    }
}
