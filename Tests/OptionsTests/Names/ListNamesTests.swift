import Columns
import Diagnostics
import MadeUpRuns
import RoleLists
import Testing

@testable import Options

@Suite struct ListNamesTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let names = [
            "b.csv", "a.csv", "B.csv", "a (1).xlsx", "é.txt", "x.XLS", "~$b.xlsx", ".hidden.csv", "foto.jpg",
            "periksa.json5", "sub/c.csv", "sub/d.csv", "docs/ktp 1271901708900001.pdf", "[a].csv", "buku.xlsx",
        ]
        for name in names { try folder.write(name, "") }
    }

    private func paths(_ names: String...) throws -> [String] { try read(names).lists.map { $0.path } }

    private func read(_ names: [String]) throws -> (lists: [ListInput], notes: [String]) {
        let given = names.map {
            ListInput(role: "population", path: "\(folder.path)/\($0)", region: "99", map: "m")
        }
        let found = try ListNames(given)
        #expect(found.lists.allSatisfy { $0.region == "99" && $0.map == "m" && $0.role == "population" })
        return (
            found.lists.map { ListInput(role: $0.role, path: String($0.path.dropFirst(folder.path.count + 1))) },
            found.notes.map { shown($0) }
        )
    }

    private func shown(_ finding: Finding) -> String {
        finding.rendered(in: .english).replacing(folder.path, with: "F")
    }

    @Test func aFolderIsEveryListInItByTheBytesOfNames() throws {
        let all = ["B.csv", "[a].csv", "a (1).xlsx", "a.csv", "b.csv", "buku.xlsx", "x.XLS", "é.txt"]
        #expect(try paths(".").map { $0.replacing("./", with: "") } == all)
        #expect(try paths("sub/", "sub") == ["sub/c.csv", "sub/d.csv", "sub/c.csv", "sub/d.csv"])
        #expect(
            try read([""]).notes == [
                "F/~$b.xlsx: a lock file, no list: somebody has its workbook open; passed over; "
                    + "save and close that workbook",
                "F/: passed over, no lists: .hidden.csv, docs/, foto.jpg, periksa.json5, sub/; "
                    + "if one of them is a list, name it",
            ])
    }

    @Test func aPatternIsWhatFitsItByTheBytesOfNames() throws {
        #expect(try paths("*.csv") == ["B.csv", "[a].csv", "a.csv", "b.csv"])
        #expect(try paths("s?b/*.csv") == ["sub/c.csv", "sub/d.csv"])
        #expect(try paths("s*") == ["sub/c.csv", "sub/d.csv"])
        #expect(try paths("[ab].csv", "sub/d.csv") == ["a.csv", "b.csv", "sub/d.csv"])
    }

    @Test func aFileIsItself() throws {
        // A file whose name has the signs of a pattern, or of a sheet, is that file; what is not there is told later.
        for name in ["[a].csv", "b.csv", "missing.csv", "foto.jpg", "buku.xlsx#TPS [1]"] {
            #expect(try paths(name) == [name])
        }
    }

    @Test(arguments: [
        (["none*.csv"], ["F/none*.csv: there is no file that fits this pattern; check its name and folder"]),
        (
            ["docs", "b.csv"],
            [
                "F/docs: there is no list in this folder; lists are .xlsx, .csv, .tsv or .txt right in it",
                "F/docs: passed over, no lists: ktp 127190**********.pdf; if one of them is a list, name it",
            ]
        ),
        (
            ["~$b.xlsx"],
            [
                "F/~$b.xlsx: a lock file, no list: somebody has its workbook open; passed over; "
                    + "save and close that workbook"
            ]
        ),
    ])
    func whatStandsForNoListIsRefused(_ names: [String], _ messages: [String]) throws {
        let failure = try #require(throws: Failure.self) { try read(names) }
        #expect(failure.kind == .input)
        #expect(failure.findings.allSatisfy { $0.severity == .error })
        #expect(failure.findings.map(shown) == messages)
    }

    @Test func aFolderThatCannotBeReadIsNamed() {
        let finding = PassedOver.unreadable("kiriman", FileError(.list, path: "kiriman", number: 13))
        #expect(finding.rendered(in: .english) == "kiriman: the folder cannot be read: permission denied")
        #expect(finding.rendered(in: .indonesian) == "kiriman: folder tidak dapat dibaca: tidak diizinkan")
    }

    @Test func aLockFileBesideListsIsPassedOver() throws {
        let found = try read(["~$b.xlsx", "b.csv"])
        #expect(found.lists.map(\.path) == ["b.csv"])
        #expect(found.notes.count == 1)
    }
}
