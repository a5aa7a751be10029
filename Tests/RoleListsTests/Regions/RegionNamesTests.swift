import Columns
import Diagnostics
import Foundation
import Testing

@testable import RoleLists

@Suite struct RegionNamesTests {
    private func read(_ text: String) throws -> RegionNames {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("regions-\(UUID().uuidString)").path
        let file = try OutputFile(creating: path, digest: false)
        try file.append(text)
        _ = try file.finish()
        defer { try? Directories.remove(path) }
        return try RegionNames(reading: path, digest: true)
    }

    @Test func codesComeWithAndWithoutDots() throws {
        let table = try read(
            "\u{FEFF}code,name\r\n99.01,Kota Satu\n990190,\"Kecamatan, \"\"Dua\"\"\"\n9901901001;Desa\n")
        #expect(table.names == ["9901": "Kota Satu", "990190": "Kecamatan, \"Dua\"", "9901901001": "Desa"])
        #expect(table.report.rows == RowCounts(read: 3, used: 3))
    }

    @Test(arguments: [
        ("", "its heading must be code,name"), ("99.01,Kota\n", "its heading must be code,name"),
        ("code,name\n99.1,Kota\n", "expected a code of 2, 4, 6 or 10 digits, a comma, and a name"),
        ("code,name\n9901\n", "expected a code of 2, 4, 6 or 10 digits, a comma, and a name"),
    ])
    func otherTablesAreRefused(text: String, expected: String) {
        let failure = #expect(throws: Failure.self) { try read(text) }
        #expect(failure?.kind == .input)
        #expect(failure?.findings.map(\.message.english) == [expected])
    }

    /// Blanks around a name are those that Unicode calls spaces, tabulators, and the space of no width.
    @Test func blanksAroundNamesGo() throws {
        let scalars = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
        #expect(scalars.filter(RegionNames.isBlank) == scalars.filter(CharacterSet.whitespaces.contains))
        let blanks = "\u{3000} \t\u{A0}\u{200B}"
        let table = try read("code,name\n\(blanks)9901\(blanks),\(blanks)\"Kota \"\"Satu\"\"\"\(blanks)\n")
        #expect(table.names == ["9901": "Kota \"Satu\""])
    }

    @Test func aMissingTableIsSaid() {
        let failure = #expect(throws: Failure.self) { try RegionNames(reading: "/missing/regions.csv", digest: false) }
        #expect(failure?.findings.first?.rendered(in: .english) == "/missing/regions.csv: no such file or folder")
    }
}
