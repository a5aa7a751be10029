import Civil
import Columns
import Foundation
import Tabular
import Testing

@testable import Joining
@testable import Readiness

@Suite struct ReadingPlanTests {
    /// The blocks of a list of one column after a first reading, and where the regions of its rows stand.
    private func read(_ regions: [Int], _ areas: inout AreaMap, place: Int) throws -> BlockSequence {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("urutan-\(UUID().uuidString).csv").path
        let text = regions.indices.map { String(1_271_900_000_000_000 + $0) + "\n" }.joined()
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let list = ListText(
            file: try InputFile(path: path),
            grammar: RecordGrammar(delimiter: UInt8(ascii: ","), newline: 10, quoting: true), width: 1, firstOffset: 0,
            firstRow: 1, keyColumn: 0, emptyWord: nil, kinds: RowKinds(headings: [], totalWords: []))
        let blocks = BlockSequence(list, pieceSize: 4096)
        var block = Block(width: 1)
        while let piece = blocks.next() {
            try blocks.read(piece, into: &block)
            let codes = (0..<block.rows).map { row in
                RegionCode(digits: UInt64(1_271_000_000 + regions[block.rowNumber(row) - 1]), length: 10)?.packed ?? 0
            }
            areas.add(block, codes, list: place, blocks.range(of: piece))
        }
        return blocks
    }

    private func plan(_ lists: [[Int]]) throws -> ReadingPlan {
        var areas = AreaMap()
        var blocks: [BlockSequence] = []
        for (place, list) in lists.enumerated() { blocks.append(try read(list, &areas, place: place)) }
        return ReadingPlan(areas, blocks)
    }

    private func area(_ regions: [Int]) -> [Int] { regions.flatMap { Array(repeating: $0, count: 700) } }

    private func isInListOrder(_ plan: ReadingPlan) -> Bool {
        zip(plan.units, plan.units.dropFirst()).allSatisfy { left, right in
            left.list < right.list || (left.list == right.list && left.end == right.start && left.row < right.row)
        }
    }

    @Test func areasInOrderServeBothOrders() throws {
        let plan = try plan([area([1, 2]), area([3])])
        #expect(plan.isInRegionOrder)
        #expect(plan.isInListOrder)
        #expect(isInListOrder(plan))
    }

    @Test func areasOutOfOrderAreReadByRegion() throws {
        let lists = [area([3, 1]), area([2])]
        let plan = try plan(lists)
        #expect(plan.isInRegionOrder)
        #expect(!plan.isInListOrder)
        #expect(!isInListOrder(plan))
        let rows = lists.reduce(0) { $0 + $1.count }
        #expect(plan.units.reduce(0) { $0 + $1.end - $1.start } == rows * 17)
    }

    /// Regions in no order at all: the lists are read as they stand.
    @Test func scatteredRegionsAreReadInListOrder() throws {
        let plan = try plan([(0..<20_000).map { $0 * 7919 % 89 + 1 }])
        #expect(!plan.isInRegionOrder)
        #expect(plan.isInListOrder)
        #expect(isInListOrder(plan))
    }
}
