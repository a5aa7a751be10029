import MadeUpRuns
import RoleLists
import Rules
import Tabular
import Testing

@testable import Inspection

/// The map that is proposed is one that a check takes, and means what was proposed.
@Suite struct ColumnMapTextTests {
    private static let people = (1...30).map { MadeUpPerson($0) }

    private func proposed(_ text: String) throws -> (map: String, folder: TemporaryFolder) {
        let folder = try TemporaryFolder()
        let path = try folder.write("daftar 'a'.csv", text)
        let ruleset = try ShippedRules.ruleset()
        let lists = try Inspect.run(path, ruleset: ruleset, spools: folder.path, threads: 1).lists
        return (String(decoding: ColumnMapText.document(lists, ruleset), as: UTF8.self), folder)
    }

    @Test func theProposalIsLaidOutForAReader() throws {
        let (map, _) = try proposed(Self.people.populationList)
        let lines = map.split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.hasPrefix("      file: 'daftar \\'a\\'.csv',") })
        #expect(lines.contains { $0.hasPrefix("      role: 'population', // ") })
        #expect(lines.contains("      delimiter: ',',"))
        #expect(lines.contains("      heading_row: 1,"))
        #expect(lines.contains("        nik: 'B', // NIK  9999999999999999"))
        #expect(lines.contains("        disability: null,"))
        #expect(map.hasSuffix("  ],\n}\n"))
    }

    /// What is proposed opens the list as it is, with and without a heading.
    @Test(arguments: [true, false]) func theProposalIsTaken(hasHeading: Bool) throws {
        let text =
            hasHeading
            ? Self.people.populationList : Self.people.map { $0.cells.joined(separator: ",") + "\n" }.joined()
        let (map, folder) = try proposed(text)
        // Without a heading a name cannot be told from an address: somebody says which it is.
        let edited = map.replacing("        name: null,", with: "        name: 'C',").replacing(
            "        name: 'H',", with: "        name: 'C',")
        let path = try folder.write("peta.json5", edited)
        var maps = try ColumnMapChoice(reading: [path])
        let inputs = [ListInput(role: "population", path: "\(folder.path)/daftar 'a'.csv")]
        let lists = try ListOpening.open(
            inputs, ShippedRules.ruleset().schema, &maps, spools: folder.path
        ).lists
        #expect(lists[0].cell("nik") == 1)
        #expect(lists[0].cell("name") == 2)
        #expect(lists[0].opening.headingRow == (hasHeading ? 1 : 0))
        #expect(try maps.warnings(inputs).isEmpty)
    }

    /// Signs in a heading that would act are written as numbers.
    @Test func headingsCannotBreakTheDocument() throws {
        let text = Self.people.populationList.replacing("JENIS KELAMIN", with: "\"JK\n// \u{202E}x\"")
        let (map, folder) = try proposed(text)
        #expect(!map.contains("\u{202E}"))
        _ = try ColumnMapChoice(reading: [folder.write("peta.json5", map)])
    }
}
