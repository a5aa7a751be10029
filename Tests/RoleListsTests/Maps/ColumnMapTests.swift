import Diagnostics
import Documents
import Foundation
import Schema
import Tabular
import Testing

@testable import RoleLists

/// What somebody says of the columns of lists, and which cell that is.
@Suite struct ColumnMapTests {
    private static let role = ListSchema.Role(
        id: "population", option: "population", title: ["id": "daftar penduduk", "en": "population list"],
        fact: "person",
        columns: [
            ListSchema.Column(id: "nik", kind: .nik, headings: ["NIK"], required: true),
            ListSchema.Column(id: "name", kind: .text, headings: ["NAMA"]),
            ListSchema.Column(id: "sex", kind: .code, headings: ["JK"]),
        ], rows: .person)
    private static let schema = ListSchema(
        roles: [role], dialects: ListSchema.Dialects(delimiters: [.init(byte: 0x2C)], totalWords: []))
    private static let list = "NO,NO KTP,NAMA ORANG,B,NAMA ORANG\n1,1271900404530003,SITI,L,X\n"

    private func map(_ text: String) throws(Failure) -> ColumnMap {
        try ColumnMap(path: "peta.json5", bytes: Array(text.utf8))
    }

    /// The refusals of a document, without the line they show.
    private func refusals(_ text: String) -> [String] {
        do throws(Failure) {
            _ = try map(text)
            return []
        } catch {
            return error.findings.map { String($0.rendered(in: .english).prefix { $0 != "\n" }) }
        }
    }

    private func cells(_ columns: String) -> (map: [String: Int], refusals: [String]) {
        do throws(Failure) {
            let entry = try map("{ lists: [{ heading_row: 1, columns: { \(columns) } }] }").entries[0]
            let head = Array(Self.list.utf8)
            let layout = try ListLayout(
                head: head, isWhole: true, file: "a.csv", schema: Self.schema, heading: entry.heading)
            return (try ColumnMapResolution(entry, role: Self.role, layout: layout).map, [])
        } catch {
            return ([:], error.findings.map { String($0.rendered(in: .english).prefix { $0 != "\n" }) })
        }
    }

    /// A cell is a number, letters or a heading.
    @Test(arguments: [
        ("nik: 2", ["nik": 1]), ("nik: 'B', name: 'C'", [:]), ("nik: 'no_ktp'", ["nik": 1]),
        ("nik: 'NO KTP', name: 3, sex: 'D'", ["nik": 1, "name": 2, "sex": 3]), ("nik: 5, name: null", ["nik": 4]),
        ("nik: 'e'", ["nik": 4]),
    ]) func cellsAreFound(columns: String, map: [String: Int]) {
        #expect(cells(columns).map == map)
    }

    /// Nothing is guessed: whatever could be two cells or is none is refused in words.
    @Test(arguments: [
        (
            "nik: 'B'",
            [
                "peta.json5:1:45: lists[0].columns.nik: 'B' may mean several columns of the list; write its number, one of: 2, 4"
            ]
        ),
        (
            "nik: 2, name: 'NAMA ORANG'",
            [
                "peta.json5:1:54: lists[0].columns.name: 'NAMA ORANG' may mean several columns of the list; write its number, one of: 3, 5"
            ]
        ),
        ("nik: 2, name: 2", ["peta.json5:1:54: lists[0].columns.name: column B is already used for 'nik'"]),
        (
            "nik: 6",
            ["peta.json5:1:45: lists[0].columns.nik: the list has no column '6'; its columns are A to E, or 1 to 5"]
        ),
        (
            "nik: 'NO KTQ'",
            ["peta.json5:1:45: lists[0].columns.nik: the list has no column 'NO KTQ'; did you mean 'NO KTP'?"]
        ),
        (
            "nik: 0",
            ["peta.json5:1:45: lists[0].columns.nik: the list has no column '0'; its columns are A to E, or 1 to 5"]
        ),
        (
            "nik: true",
            ["peta.json5:1:45: lists[0].columns.nik: expected a column's letters, its number, its heading, or null"]
        ),
        (
            "name: 3",
            [
                "peta.json5:1:11: lists[0]: the column 'nik' is required of a population list; write nik: 'LETTER OF ITS COLUMN'"
            ]
        ),
        (
            "nik: 2, nme: 3",
            ["peta.json5:1:48: lists[0].columns: a population list has no column 'nme'; did you mean 'name'?"]
        ),
        (
            "nik: 2, xyzzy: 3",
            ["peta.json5:1:48: lists[0].columns: a population list has no column 'xyzzy'; there are: nik, name, sex"]
        ),
    ]) func whatIsUnclearIsRefused(columns: String, refusals: [String]) {
        #expect(cells(columns).refusals == refusals)
    }

    @Test func everyKeyOfADocumentIsRead() throws {
        let entry = try map(
            """
            { lists: [{ file: 'a/dp4.csv', sheet: 'TPS 1', role: 'population', delimiter: 'TAB', heading_row: 7,
              heading_rows: 2, columns: { nik: 'B' } }] }
            """
        ).entries[0]
        #expect(entry.file == "a/dp4.csv" && entry.sheet == "TPS 1" && entry.role == "population")
        #expect(entry.delimiter == 9)
        #expect(entry.heading == .rows(first: 7, count: 2))
        #expect(entry.columns.map(\.key) == ["nik"])
        let plain = try map("{ lists: [{ heading_row: null, delimiter: null, columns: {} }] }").entries[0]
        #expect(plain.heading == .none && plain.delimiter == nil && plain.file == nil)
    }

    /// Every problem of a document at once, each at its place.
    @Test(arguments: [
        ("{}", ["this column map names no list"]), ("{ lists: 1 }", ["expected [ … ]"]),
        ("{ lists: [1] }", ["expected { … }"]), ("{ list: [] }", ["unknown key 'list'; did you mean 'lists'?"]),
        ("{ lists: [{ columns: {} }] }", ["'heading_row' is missing"]),
        ("{ lists: [{ heading_row: 1 }] }", ["'columns' is missing"]),
        (
            "{ lists: [{ heading_row: 0, heading_rows: 3, delimiter: ',,', file: 4, columns: [] }] }",
            [
                "expected a number from 1 to 1048576", "expected a number from 1 to 2",
                "expected one sign, such as ';' or 'TAB'", "expected a text", "expected { column: 'LETTER', … }",
            ]
        ),
    ]) func unfitDocumentsAreRefused(text: String, messages: [String]) {
        let found = refusals(text)
        #expect(found.count == messages.count)
        for (refusal, message) in zip(found, messages) { #expect(refusal.contains(message)) }
    }

    @Test(arguments: ["\"", "\n", "é", "", "ab"]) func noSuchDelimiter(text: String) {
        let sign = text == "\n" ? "\\n" : text == "\"" ? "\\\"" : text
        #expect(
            refusals("{ lists: [{ heading_row: 1, delimiter: \"\(sign)\", columns: {} }] }").count == 1)
    }
}

/// Which entry is about which list.
@Suite struct ColumnMapChoiceTests {
    private func choice(_ texts: [String]) throws -> ColumnMapChoice {
        ColumnMapChoice(
            try texts.enumerated().map { place, text in
                try ColumnMap(path: "peta\(place).json5", bytes: Array("{ lists: [\(text)] }".utf8))
            })
    }

    private func entry(_ file: String, sheet: String? = nil, nik: Int) -> String {
        let sheet = sheet.map { "sheet: '\($0)', " } ?? ""
        return "{ file: '\(file)', \(sheet)heading_row: \(nik), columns: {} },"
    }

    /// Row of the heading of the entry that is chosen, or what it was refused for.
    private func chosen(_ choice: inout ColumnMapChoice, _ path: String, sheet: String? = nil, map: String? = nil)
        -> String
    {
        do throws(Failure) {
            let input = ListInput(role: "population", path: path, map: map)
            guard let entry = try choice.entry(for: input, sheet: sheet) else { return "none" }
            if case .rows(let first, _) = entry.heading { return "\(first)" }
            return "no heading"
        } catch {
            return error.findings.map(\.message.english).joined()
        }
    }

    /// The name alone, the end of the path, or all of it; never a part of a name.
    @Test(arguments: [
        ("dp4.csv", "dp4.csv", "1"), ("dp4.csv", "a/b/dp4.csv", "1"), ("b/dp4.csv", "a/b/dp4.csv", "1"),
        ("./b/dp4.csv", "a/b/dp4.csv", "1"), ("a/dp4.csv", "a/b/dp4.csv", "none"), ("4.csv", "dp4.csv", "none"),
        ("c/b/dp4.csv", "b/dp4.csv", "none"),
    ]) func filesAreNamedByTheEndOfTheirPath(file: String, path: String, expected: String) throws {
        var choice = try choice([entry(file, nik: 1)])
        #expect(chosen(&choice, path) == expected)
    }

    @Test func anEntryForTheSheetStandsAboveOneForAll() throws {
        var choice = try choice([entry("a.xlsx", nik: 1) + entry("a.xlsx", sheet: "TPS 2", nik: 2)])
        #expect(chosen(&choice, "a.xlsx", sheet: "TPS 1") == "1")
        #expect(chosen(&choice, "a.xlsx", sheet: "TPS 2") == "2")
    }

    @Test func twoEntriesForOneListAreRefused() throws {
        var choice = try choice([entry("a.csv", nik: 1), entry("a.csv", nik: 2)])
        #expect(chosen(&choice, "a.csv") == "lists[0]: two entries of column maps are about one list")
    }

    /// An entry without a file is for the list whose option the map follows.
    @Test func aMapBehindItsListNeedsNoFile() throws {
        var choice = try choice(["{ heading_row: 3, columns: {} }"])
        #expect(chosen(&choice, "a.csv") == "none")
        #expect(chosen(&choice, "a.csv", map: "peta0.json5") == "3")
        #expect(try choice.warnings([ListInput(role: "population", path: "a.csv", map: "peta0.json5")]).isEmpty)
    }

    @Test func aMapForAnotherRoleIsRefused() throws {
        var choice = try choice(["{ file: 'a.csv', role: 'deaths', heading_row: 1, columns: {} }"])
        #expect(
            chosen(&choice, "a.csv") == "lists[0].role: this map is for 'deaths', but the list is given as 'population'"
        )
    }

    /// A map of no use is a slip; an entry of no use beside others that are is a warning.
    @Test func whatNobodyUsedIsSaid() throws {
        let inputs = [ListInput(role: "population", path: "x/dp4.csv")]
        var half = try choice([entry("dp4.csv", nik: 1) + entry("dp5.csv", nik: 2)])
        #expect(chosen(&half, "x/dp4.csv") == "1")
        let warnings = try half.warnings(inputs)
        #expect(warnings.map(\.severity) == [.warning])
        #expect(warnings.map(\.message.english) == ["lists[1]: 'dp5.csv' is no list of this check"])
        #expect(warnings.map { $0.remedy?.english } == ["did you mean 'dp4.csv'?"])
        #expect(half.refusal(inputs) == nil)
        let none = try choice([entry("dp5.csv", nik: 2)])
        #expect(none.refusal(inputs)?.kind == .usage)
        #expect(
            none.refusal(inputs)?.findings.map(\.message.english) == ["lists[0]: 'dp5.csv' is no list of this check"])
        let stray = try choice(["{ heading_row: 1, columns: {} }"])
        #expect(
            stray.refusal(inputs)?.findings.map(\.message.english) == [
                "lists[0]: this entry has no 'file', and --map does not follow a list's option"
            ])
    }

    @Test func mapsAboutListsAreFound() throws {
        let choice = try choice([entry("a.csv", nik: 1), entry("b.csv", nik: 1), "{ heading_row: 1, columns: {} }"])
        let one = ListInput(role: "population", path: "x/a.csv")
        #expect(choice.paths(about: [one]) == ["peta0.json5"])
        #expect(
            choice.paths(about: [ListInput(role: "deaths", path: "c.csv", map: "peta2.json5")]) == ["peta2.json5"])
        #expect(choice.paths(about: []).isEmpty)
    }

    /// Maps are inputs of the run.
    @Test func mapsAreReported() throws {
        let reports = try choice([entry("a.csv", nik: 1)]).reports(digest: true)
        #expect(reports.map(\.role) == ["map"])
        #expect(reports.map(\.list) == ["peta0.json5"])
        #expect(reports.allSatisfy { $0.sha256?.count == 64 && $0.rows.isReconciled })
    }
}
