import Columns
import Diagnostics
import Files
import Foundation
import MadeUpRuns
import RoleLists
import RunFolder
import Testing

@testable import Readiness

/// The workbooks beside the lists of people: who stands in them, on which sheet, in which file.
@Suite struct PeopleWorkbooksTests {
    private static let people = (1...40).map { MadeUpPerson($0, regency: $0.isMultiple(of: 3) ? "1272" : "1271") }

    private func made(_ change: (inout CheckOptions) -> Void = { _ in }) throws -> MadeUpRun {
        let recordings = Self.people.recordings { number, _ in number.isMultiple(of: 4) ? "CARD_PRINTED" : nil }
        return try MadeUpRun(
            [("population", Self.people.populationList), ("recordings", recordings)], change: change)
    }

    private func niks(_ made: MadeUpRun, _ table: PersonTable) throws -> [String] {
        let rows = try made.run().people(table, [.nik])
        var niks: [String] = []
        while try rows.next() { niks.append(rows.text(.nik)) }
        return niks
    }

    /// Given as a list again, a workbook says the same of the same people, a kabupaten a sheet, in either language.
    @Test(arguments: [PersonTable.flagged, .collect], Language.allCases)
    func aWorkbookHoldsThePeopleOfItsList(_ table: PersonTable, _ language: Language) throws {
        let first = try made { $0.language = language }
        let book = table.rawValue.replacing(".csv", with: ".xlsx")
        let input = ListInput(role: "population", path: "\(first.path)/\(book)")
        let second = try MadeUpRun([input], asOf: "2018-03-23", in: TemporaryFolder())
        #expect(try niks(second, .everyone) == niks(first, table))
        #expect(try !niks(first, table).isEmpty)
        #expect(try second.run().manifest.inputs.map(\.sheet) == ["1271 Medan", "1272 Pematangsiantar"])
        #expect(second.report.summary.rows.rejected == 0)
        // Every column is found again by its heading.
        #expect(
            try second.run().manifest.inputs.first?.headerMap.map(\.column).sorted() == [
                "address", "birth_date", "birth_place", "disability", "marital_status", "name", "nik", "nkk", "region",
                "region_village_name", "rt", "rw", "sex", "tps",
            ])
        let mode = try FileManager.default.attributesOfItem(atPath: input.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func bytesDoNotDependOnThreads() throws {
        func digests(_ threads: Int) throws -> [String?] {
            try made { $0.threads = threads }.report.outputs.filter { $0.name.hasSuffix(".xlsx") }.map(\.sha256)
        }
        let one = try digests(1)
        #expect(one.count == 2)
        #expect(!one.contains(nil))
        #expect(try digests(3) == one)
    }

    @Test func noneIsWrittenWhereNobodyWillOpenIt() throws {
        let without = try made { $0.workbooks = .never }
        #expect(!without.report.outputs.contains { $0.name.hasSuffix(".xlsx") })
        // Nobody at all: no workbook that shows a heading alone.
        let nobody = try MadeUpRun([
            ("population", Self.people.populationList),
            ("recordings", Self.people.recordings { _, _ in "CARD_ISSUED" }),
        ])
        #expect(!nobody.report.outputs.contains { $0.name.hasSuffix(".xlsx") })
    }

    private func names(
        unasked: Int, people: Int, isAsked: Bool
    ) throws -> [String] {
        let first = try made { $0.workbooks = .never }
        let folder = try TemporaryFolder()
        let directory = try RunDirectory.begin(at: "\(folder.path)/lain", force: false)
        // Answers were given in neither run: there is no list of corrections.
        let written = [PersonTable.flagged, .collect]
        for table in written {
            _ = try directory.write(table.rawValue, Array(first.text(table.rawValue).utf8))
        }
        var limits = PeopleWorkbooks.Limits()
        limits.unasked = unasked
        limits.people = people
        let books = PeopleWorkbooks(
            in: directory, try ShippedRules.ruleset(), names: [:], .english, digests: true, limits: limits)
        let outputs = try books.write(isAsked: isAsked, threads: 2, of: Set(written.map(\.rawValue)))
        _ = try directory.publish()
        #expect(try outputs.allSatisfy { try Directories.names(in: "\(folder.path)/lain").contains($0.name) })
        return outputs.map(\.name)
    }

    /// 30 are flagged, 10 have a card to collect.
    @Test func longListsAreWrittenWhereTheyAreAskedForInParts() throws {
        #expect(try names(unasked: 30, people: 100, isAsked: false) == ["flagged.xlsx", "collect.xlsx"])
        #expect(try names(unasked: 29, people: 100, isAsked: false) == ["collect.xlsx"])
        #expect(try names(unasked: 9, people: 100, isAsked: false) == [])
        #expect(
            try names(unasked: 0, people: 12, isAsked: true) == [
                "flagged.xlsx", "flagged-2.xlsx", "flagged-3.xlsx", "collect.xlsx",
            ])
    }

    @Test func excelHoldsEveryPart() {
        #expect(PeopleWorkbooks.Limits().people + 1 == 1 << 20)
        #expect(PeopleWorkbooks.Limits().unasked == 100_000)
    }
}
