import Foundation
import Testing

@testable import Comparison

@Suite struct RowSorterTests {
    /// Pieces on disk and pieces in memory come out the same: sorted, every row once.
    @Test(arguments: [1, 7, 64, 5000]) func sortsMoreThanItHolds(capacity: Int) throws {
        let folder = FileManager.default.temporaryDirectory.path
        var sorter = RowSorter(in: folder, capacity: capacity)
        var expected: [[UInt64]] = []
        var state: UInt64 = 1
        for place in 0..<1000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let row: [UInt64] = [state >> 62, state >> 40, UInt64(place), .max, 0, 1, 2, 3]
            expected.append(row)
            try sorter.append(SpooledRow([row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7]]))
        }
        expected.sort { $0.lexicographicallyPrecedes($1) }
        var sorted = try sorter.finish()
        var found: [[UInt64]] = []
        while let row = try sorted.next() { found.append((0..<8).map { row.words[$0] }) }
        #expect(found == expected)
    }

    /// RFC 4231, test cases 1, 2 and 6.
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0b, count: 20), "Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
    ])
    func keyedDigestIsHMAC(key: [UInt8], message: String, expected: String) {
        #expect(KeyedDigest(key: key).hex(of: Array(message.utf8)) == expected)
    }

    @Test(arguments: ["", "12", "1271", "127190", "1271901001", "0000000001"])
    func regionsComeBack(region: String) {
        #expect(DiffRegion.text(DiffRegion.number(Array(region.utf8))) == region)
    }

    @Test func regionsSortAsResultsDo() {
        let regions = ["12", "1206", "1206902001", "1271", "127190", "1271901001", ""]
        let numbers = regions.map { DiffRegion.number(Array($0.utf8)) }
        #expect(numbers == numbers.sorted())
        #expect(
            numbers.map { DiffRegion.text(DiffRegion.kabupaten($0)) } == [
                "", "1206", "1206", "1271", "1271", "1271", "",
            ])
    }
}
