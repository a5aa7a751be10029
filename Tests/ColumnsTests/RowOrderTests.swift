import Columns
import Testing

@Suite struct RowOrderTests {
    /// The numbers' widths go from none to all of their bits.
    @Test(arguments: [0, 1, 11, 12, 33, 54, 64])
    func ordersAsComparingDoes(bits: UInt64) {
        var state: UInt64 = 2018
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let number = state ^ state >> 29
            return bits == 0 ? 7 : number >> (64 - bits)
        }
        for count in [0, 1, 2, 100, 5000] {
            let column = (0..<count).map { _ in next() }
            var order = RowOrder(count: count)
            order.sort(by: column)
            let expected = column.indices.sorted { (column[$0], $0) < (column[$1], $1) }
            #expect(order.rows.map { Int($0) } == expected)
        }
    }

    @Test func theColumnSortedByLastCountsMost() {
        let first: [UInt64] = [2, 1, 2, 1, .max, 1]
        let second: [UInt64] = [9, 1 << 40, 3, 0, 0, 1 << 40]
        var order = RowOrder(count: 6)
        order.sort(by: second)
        order.sort(by: first)
        #expect(order.rows == [3, 1, 5, 2, 0, 4])
    }
}
