import Foundation
import MadeUpRuns
import RoleLists
import RunFolder
import Testing

@testable import Readiness

/// Lists written for spreadsheets: the same people as in those for programs, and lists again.
@Suite struct SpreadsheetListsTests {
    private static let people = (1...60).map { MadeUpPerson($0) }
    /// Every third is recorded; some NIKs are damaged.
    private static let recordings = people.recordings { number, _ in number.isMultiple(of: 3) ? "CARD_PRINTED" : nil }

    private static let damaged = people.enumerated().map { number, person in
        var person = person
        if number % 7 == 1 { person.nik = ["", "1271", "12719O0101900001", " \(person.nik)"][number / 7 % 4] }
        if number % 11 == 2 { person.name = ["=1+1", "A;B", "-", "@X"][number / 11 % 4] }
        return person
    }

    private func made(forSpreadsheets: Bool, threads: Int = 1, shuffled: Bool = false) throws -> MadeUpRun {
        let people = shuffled ? Self.damaged.indices.map { Self.damaged[($0 * 37) % Self.damaged.count] } : Self.damaged
        return try MadeUpRun([("population", people.populationList), ("recordings", Self.recordings)]) {
            $0.forSpreadsheets = forSpreadsheets
            $0.threads = threads
        }
    }

    private func table(_ made: MadeUpRun, _ table: PersonTable, _ columns: [PersonColumn]) throws -> [[String]] {
        let rows = try made.run().people(table, columns)
        var found: [[String]] = []
        while try rows.next() { found.append(columns.map { rows.text($0) }) }
        return found
    }

    @Test(arguments: [(1, false), (3, false), (2, true)])
    func theSamePeopleStandInBothForms(threads: Int, shuffled: Bool) throws {
        let plain = try made(forSpreadsheets: false, shuffled: shuffled)
        let opened = try made(forSpreadsheets: true, threads: threads, shuffled: shuffled)
        for name in [PersonTable.flagged, .ineligible, .collect] {
            #expect(
                try table(opened, name, PersonColumn.allCases) == table(plain, name, PersonColumn.allCases), "\(name)")
        }
        let short = PersonColumn.ofEveryone
        #expect(try table(opened, .everyone, short) == table(plain, .everyone, short))
        #expect(try !table(opened, .flagged, [.nik]).isEmpty)
        func guarded(_ made: MadeUpRun) -> [Int] { made.report.outputs.map(\.guardedCells) }
        #expect(guarded(opened) == guarded(plain))
        #expect(guarded(plain).contains { $0 > 0 })
    }

    @Test func whatProgramsReadStaysAsItIs() throws {
        let plain = try made(forSpreadsheets: false).results()
        let opened = try made(forSpreadsheets: true).results()
        let forPeople = [
            "flagged.csv", "ineligible.csv", "collect.csv", "duplicates.csv", "persons.csv", "rejected.csv",
            "recap-kabupaten.csv",
            "recap-kecamatan.csv", "recap-desa.csv",
        ]
        #expect(Set(plain.keys) == Set(opened.keys))
        for (name, text) in opened {
            #expect(text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) == forPeople.contains(name), "\(name)")
            if !forPeople.contains(name) { #expect(text == plain[name], "\(name)") }
        }
        let recap = try #require(opened["recap-kabupaten.csv"])
        #expect(recap.contains(";0,2833;"), "\(recap)")
    }

    /// Given as a list again, it keeps every NIK and row.
    @Test func aListForSpreadsheetsIsAListAgain() throws {
        let first = try made(forSpreadsheets: true)
        let input = ListInput(role: "population", path: "\(first.path)/flagged.csv")
        let second = try MadeUpRun([input], asOf: "2018-03-23", in: TemporaryFolder())
        let expected = try table(first, .flagged, [.nik])
        #expect(try table(second, .everyone, [.nik]).map { [Self.inner($0[0])] } == expected)
        #expect(expected.contains { $0[0].utf8.count == 16 })
    }

    /// A cell of a list is kept as it is there.
    private static func inner(_ cell: String) -> String {
        cell.hasPrefix("=\"") ? String(cell.dropFirst(2).dropLast()) : cell
    }
}
