import Diagnostics
import Foundation
import MadeUpRuns
import Rules
import Schema
import Testing

@testable import RoleLists

/// Opening all lists of a run: names, refusals, and what there is to say of the files.
@Suite struct ListOpeningTests {
    private static let people = (1...4).map { MadeUpPerson($0) }.populationList

    /// A list of one.
    private static func list(_ number: Int) -> String { [MadeUpPerson(number)].populationList }

    private func open(_ inputs: [(role: String, name: String)], _ files: [String: String]) throws -> [OpenList] {
        let folder = try TemporaryFolder()
        for (name, text) in files { try folder.write(name, text) }
        var maps = try ColumnMapChoice(reading: [])
        return try ListOpening.open(
            inputs.map { ListInput(role: $0.role, path: "\(folder.path)/\($0.name)") },
            ShippedRules.ruleset().schema, &maps, spools: folder.path
        ).lists
    }

    /// Files of one name are told apart.
    @Test func listsBearTheNameOfTheirFile() throws {
        let lists = try open(
            [
                ("population", "a/dp4.csv"), ("population", "b/dp4.csv"), ("population", "c/dp4.csv"),
                ("population", "x.csv"),
            ],
            ["a/dp4.csv": Self.people, "b/dp4.csv": Self.list(5), "c/dp4.csv": Self.list(6), "x.csv": Self.list(7)])
        #expect(lists.map(\.name) == ["dp4.csv", "dp4.csv~2", "dp4.csv~3", "x.csv"])
        #expect(lists.map(\.number) == [0, 1, 2, 3])
        #expect(lists.allSatisfy { $0.role.id == "population" && $0.cell("nik") == 1 })
    }

    private func refusal(_ inputs: [(role: String, name: String)], _ files: [String: String]) throws -> Failure? {
        #expect(throws: Failure.self) { try open(inputs, files) }
    }

    @Test func everyListThatCannotBeOpenedIsNamed() throws {
        let failure = try refusal(
            [("population", "a.csv"), ("population", "tidak-ada.csv"), ("recordings", "b.csv")],
            ["a.csv": "KOTA,DESA\nx,y\n", "b.csv": ""])
        #expect(failure?.kind == .input)
        let files = failure?.findings.compactMap { $0.location?.file.split(separator: "/").last.map(String.init) } ?? []
        #expect(Set(files) == ["a.csv", "tidak-ada.csv", "b.csv"])
        #expect(
            failure?.findings.contains { $0.message.english == "the list cannot be read: no such file or folder" }
                == true)
    }

    /// Options without people are refused when they are read; whoever comes here all the same meets a defect.
    @Test func withoutPeopleThereIsNothingToDecide() throws {
        let failure = try refusal(
            [("recordings", "b.csv")], ["b.csv": "NIK,STATUS,TANGGAL REKAM\n1271900404530003,CARD_ISSUED,01/02/2017\n"])
        #expect(failure?.kind == .internal)
    }

    /// So are options that name an unknown role.
    @Test func anUnknownRoleIsRefused() throws {
        let failure = try refusal([("warga", "a.csv")], ["a.csv": Self.people])
        #expect(failure?.kind == .internal)
    }

    @Test func listsAreNotReadFromAPipe() throws {
        let failure = #expect(throws: Failure.self) {
            _ = try ListReading.read("-", spools: NSTemporaryDirectory(), ShippedRules.ruleset().schema)
        }
        #expect(failure?.kind == .usage)
        #expect(
            failure?.findings.map(\.message.english) == [
                "a list cannot be read from standard input (-): every list is read more than once"
            ])
    }

    @Test func aFolderIsNoList() throws {
        let folder = try TemporaryFolder()
        let failure = #expect(throws: Failure.self) {
            _ = try ListReading.read(folder.path, spools: folder.path, ShippedRules.ruleset().schema)
        }
        #expect(failure?.findings.first?.remedy?.english == "name the files in it")
        #expect(failure?.findings.first?.remedy?.indonesian == "sebutkan berkas di dalamnya")
    }

    /// About how many rows: near enough to set memory aside by, never less than there are by much.
    @Test(arguments: [1, 50, 5000]) func rowsAreEstimated(count: Int) throws {
        let text = (0..<count).map { MadeUpPerson(1 + $0) }.populationList
        let lists = try open([("population", "a.csv")], ["a.csv": text])
        let estimate = RowEstimate.rows(lists[0].text)
        #expect(estimate >= count * 9 / 10 && estimate <= count * 12 / 10 + 100)
    }
}
