import Civil
import Columns
import Foundation
import Tabular
import Testing

@testable import Joining

/// The lists in region order: every record once, none parted, each with its row number.
@Suite struct AreaMapTests {
    /// A list of one column: rows of a NIK, and here and there one that is no row.
    private func list(_ regions: [Int]) throws -> ListText {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("areas-\(UUID().uuidString).csv").path
        var text = ""
        for (number, region) in regions.enumerated() {
            text += region < 0 ? "1,2,3\n" : String(1_271_900_000_000_000 + number * 17 % 1000 + region) + "\n"
        }
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return ListText(
            file: try InputFile(path: path),
            grammar: RecordGrammar(delimiter: UInt8(ascii: ","), newline: 10, quoting: true), width: 1, firstOffset: 0,
            firstRow: 1, keyColumn: 0, emptyWord: nil, kinds: RowKinds(headings: [], totalWords: []))
    }

    private func code(_ region: Int) -> UInt64 {
        region == 0
            ? RegionCode.unknown.packed
            : RegionCode(digits: UInt64(1_271_000_000 + region), length: 10)?.packed ?? RegionCode.unknown.packed
    }

    /// Maps lists by blocks, dealt to some threads' maps.
    private func map(_ lists: [[Int]], pieceSize: Int, threads: Int) throws -> (map: AreaMap, texts: [ListText]) {
        var maps = (0..<threads).map { _ in AreaMap() }
        let texts = try lists.map(list)
        var thread = 0
        for (place, text) in texts.enumerated() {
            let blocks = BlockSequence(text, pieceSize: pieceSize)
            var block = Block(width: 1)
            while let piece = blocks.next() {
                try blocks.read(piece, into: &block)
                let regions = (0..<block.rows).map { code(lists[place][block.rowNumber($0) - 1]) }
                maps[thread % threads].add(block, regions, list: place, blocks.range(of: piece))
                thread += 7
            }
        }
        var whole = AreaMap()
        for map in maps { whole.add(map) }
        return (whole, texts)
    }

    private func stretches(_ lengths: [(region: Int, rows: Int)]) -> [Int] {
        lengths.flatMap { Array(repeating: $0.region, count: $0.rows) }
    }

    @Test(arguments: [1, 3], [2000, 8000, 1 << 20])
    func everyRowComesOnceInRegionOrder(threads: Int, size: Int) throws {
        let lists = [
            stretches([(3, 900), (1, 700), (-1, 2), (1, 40), (0, 3), (1, 50), (7, 1200)]),
            stretches([(2, 10), (1, 2000), (0, 5)]),
            stretches([(5, 1)]),
        ]
        let (map, texts) = try map(lists, pieceSize: 4096, threads: threads)
        let units = try #require(map.units(size: size))
        var seen: [[Int]] = lists.map { _ in [] }
        var last: (region: UInt64, list: Int, start: Int) = (0, 0, -1)
        var block = Block(width: 1)
        for unit in units {
            try texts[unit.list].readRows(from: unit.start, limit: unit.end, row: unit.row, into: &block)
            #expect(unit.end > unit.start)
            for row in 0..<block.rows {
                let region = lists[unit.list][block.rowNumber(row) - 1]
                seen[unit.list].append(block.rowNumber(row))
                // Rows of no known region stand among those of their neighbours.
                if region == 0 { continue }
                let now = (code(region), unit.list, block.fileOffset(ofRow: row))
                #expect(last < now)
                last = now
            }
        }
        for (place, rows) in seen.enumerated() {
            #expect(rows.sorted() == lists[place].indices.filter { lists[place][$0] >= 0 }.map { $0 + 1 })
        }
    }

    /// Regions in no order at all: reading them in region order would be reading row by row.
    @Test func scatteredRegionsHaveNoUnits() throws {
        let rows = (0..<20_000).map { $0 * 7919 % 89 + 1 }
        let (map, _) = try map([rows], pieceSize: 4096, threads: 2)
        #expect(map.units(size: 1 << 19) == nil)
    }

    @Test func aListOfNothingHasNoUnits() throws {
        let units = try #require(try map([[]], pieceSize: 4096, threads: 1).map.units(size: 4096))
        #expect(units.isEmpty)
    }
}
