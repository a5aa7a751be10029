import Civil
import Columns
import Foundation
import Tabular
import Testing

@testable import RoleLists

/// The region of a row: by its code, by the parts of it, by names, or as given for the list.
@Suite struct RegionReaderTests {
    /// Reads rows of as many cells as there are columns; `columns` are their ids.
    private func regions(
        _ columns: [String], _ rows: [[String]], given: String = "", names: RegionNameIndex? = nil
    ) throws -> (codes: [String], unreadable: Int) {
        let path = NSTemporaryDirectory() + "wilayah-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        // A first cell that is always filled, so that no row is blank.
        let text = rows.map { (["1271900404530003"] + $0).joined(separator: ",") + "\n" }.joined()
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let list = ListText(
            file: try InputFile(path: path),
            grammar: RecordGrammar(delimiter: UInt8(ascii: ","), newline: 10, quoting: true),
            width: columns.count + 1, firstOffset: 0, firstRow: 1, keyColumn: 0, emptyWord: nil,
            kinds: RowKinds(headings: [], totalWords: []))
        let blocks = BlockSequence(list, pieceSize: 1 << 16)
        var block = Block(width: columns.count + 1)
        var reader = RegionReader(
            fallback: RegionCode(digits: UInt64(given) ?? 0, length: given.utf8.count) ?? .unknown
        ) { id in columns.firstIndex(of: id).map { $0 + 1 } }
        var codes: [String] = []
        while let piece = blocks.next() {
            try blocks.read(piece, into: &block)
            var regions: [UInt64] = []
            reader.read(&block, list, into: &regions)
            codes += regions.map { RegionCode(trusted: $0).description }
        }
        return (codes, reader.unreadable)
    }

    @Test func codesInAnySpelling() throws {
        let found = try regions(
            ["region"],
            [["1271901001"], ["12.71.90.1001"], ["127190"], ["1271"], ["12"], ["127"], ["x"], [""]])
        #expect(found.codes == ["1271901001", "1271901001", "127190", "1271", "12", "", "", ""])
        #expect(found.unreadable == 2)
    }

    /// Only rows without a region of their own take the one given for the list.
    @Test func theGivenRegionIsForRowsThatHaveNone() throws {
        let found = try regions(["region"], [["1212"], [""], ["-"], ["x"]], given: "1271")
        #expect(found.codes.prefix(2) == ["1212", "1271"])
        #expect(found.codes[3].isEmpty)
        #expect(try regions([], [[], []], given: "127190").codes == ["127190", "127190"])
    }

    /// Parts are padded and joined as far as they are filled.
    @Test func partsAreJoined() throws {
        let parts = ["region_province", "region_regency", "region_district", "region_village"]
        let found = try regions(
            parts,
            [
                ["12", "71", "90", "1001"], ["12", "1", "3", "7"], ["12", "71", "", ""], ["12", "71", "", "1001"],
                ["12", "x", "90", "1001"], ["", "", "", ""],
            ])
        #expect(found.codes == ["1271901001", "1201030007", "1271", "1271", "", ""])
        #expect(found.unreadable == 1)
    }

    /// A column of codes is read, whatever its parts say.
    @Test func theCodeStandsAboveItsParts() throws {
        #expect(try regions(["region_province", "region"], [["12", "1371"]]).codes == ["1371"])
    }

    /// Rows of one region follow each other; what is remembered must be theirs.
    @Test func longListsReadAsTheirRows() throws {
        let cells = (0..<3000).map { number in
            ["1271901001", "1271901002", "", "127190", "salah"][number / 7 % 5]
        }
        let found = try regions(["region"], cells.map { [$0] })
        #expect(found.codes == cells.map { $0 == "salah" ? "" : $0 })
        #expect(found.unreadable == cells.count { $0 == "salah" })
    }
}
