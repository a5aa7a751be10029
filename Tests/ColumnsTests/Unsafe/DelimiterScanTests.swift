import Testing

@testable import Columns

/// A scan finds the rows that splitting byte after byte finds, whether or not the processor takes whole stretches of
/// rows, and knows which of them may hold quoted cells.
@Suite struct DelimiterScanTests {
    private struct Random {
        var state: UInt64

        mutating func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
    }

    /// Rows of `width` cells, some of them quoted, with delimiters and line ends within.
    private static func text(_ random: inout Random, width: Int, rows: Int, cell: Int, newline: UInt8) -> [UInt8] {
        var text: [UInt8] = []
        for _ in 0..<rows {
            let plain = random.next(3) > 0
            for place in 0..<width {
                if place > 0 { text.append(44) }
                let letters = (0..<random.next(cell + 1)).map { _ in UInt8(65 + random.next(26)) }
                switch plain ? 5 : random.next(12) {
                case 0: text += [34] + letters + [44, 10, 34, 34] + letters + [34]
                case 1: text += [34] + letters + [34]
                case 2: text += letters + [200]
                default: text += letters
                }
            }
            text.append(newline)
        }
        return text
    }

    /// The cells' bounds as they should be: one past each delimiter and line end outside quotes.
    private static func expected(_ text: [UInt8], width: Int, newline: UInt8) -> [[UInt32]] {
        var rows: [[UInt32]] = []
        var row: [UInt32] = [0]
        var isInside = false
        for (place, byte) in text.enumerated() {
            if byte == 34 { isInside.toggle() }
            if isInside || (byte != 44 && byte != newline) { continue }
            row.append(UInt32(place + 1))
            if byte == newline {
                #expect(row.count == width + 1)
                rows.append(row)
                row = [UInt32(place + 1)]
            }
        }
        return rows
    }

    private static func bounds(_ bounds: RowBounds) -> [[UInt32]] {
        (0..<bounds.rows).map { row in Array(bounds.starts[(row * bounds.stride)..<((row + 1) * bounds.stride)]) }
    }

    private static func scan(_ newline: UInt8, takesRows: Bool) -> DelimiterScan {
        DelimiterScan(delimiter: 44, newline: newline, quoting: true, longestRow: 1 << 20, takesRows: takesRows)
    }

    @Test(arguments: [1, 2, 5, 14, 17, 33, 70], [0, 3, 40])
    func rowsAreThoseOfSplitting(width: Int, cell: Int) {
        var random = Random(state: UInt64(width * 100 + cell))
        for newline: UInt8 in [10, 13] {
            let text = Self.text(&random, width: width, rows: 300, cell: cell, newline: newline)
                .map { newline == 13 && $0 == 10 ? 65 : $0 }
            let padded = text + [UInt8](repeating: 0, count: DelimiterScan.padding)
            let expected = Self.expected(text, width: width, newline: newline)
            for takesRows in [false, true] {
                var bounds = RowBounds(width: width)
                var high = false
                let stop = Self.scan(newline, takesRows: takesRows).scan(
                    padded, from: 0, to: text.count, limit: text.count, final: true, into: &bounds, high: &high)
                #expect(stop == .limit(text.count))
                #expect(Self.bounds(bounds) == expected)
                #expect(high == text.contains { $0 > 127 })
                for (row, cells) in expected.enumerated() {
                    let isQuoted = text[Int(cells[0])..<Int(cells[width])].contains(34)
                    #expect(!isQuoted || bounds.quoted.contains(row))
                }
                #expect(bounds.quoted == bounds.quoted.sorted())
                Self.expectGathered(bounds, padded, expected)
            }
        }
    }

    /// Gathered cells: their bounds without a carriage return, and which of them begin with a quote.
    private static func expectGathered(_ bounds: RowBounds, _ text: [UInt8], _ expected: [[UInt32]]) {
        var cells = TextColumn()
        var quoted: [Int] = []
        for column in 0..<bounds.width {
            bounds.gather(column, of: text, quoting: true, into: &cells, quoted: &quoted)
            #expect(cells.starts == expected.map { $0[column] })
            #expect(quoted == expected.indices.filter { text[Int(expected[$0][column])] == 34 })
        }
    }

    /// A scan that is cut anywhere, by its limit or by the bytes at hand, goes on to the same rows.
    @Test(arguments: [false, true]) func aScanMayBeCutAnywhere(takesRows: Bool) {
        var random = Random(state: 5)
        let text = Self.text(&random, width: 4, rows: 120, cell: 12, newline: 10)
        let padded = text + [UInt8](repeating: 0, count: DelimiterScan.padding)
        let expected = Self.expected(text, width: 4, newline: 10)
        let scan = Self.scan(10, takesRows: takesRows)
        for _ in 0..<200 {
            let limit = random.next(text.count)
            let end = min(text.count, limit + random.next(80))
            var bounds = RowBounds(width: 4)
            var high = false
            var stop = scan.scan(padded, from: 0, to: end, limit: limit, final: false, into: &bounds, high: &high)
            if case .incomplete(let next) = stop {
                stop = scan.scan(
                    padded, from: next, to: text.count, limit: limit, final: true, into: &bounds, high: &high)
            }
            let rows = expected.prefix { Int($0[0]) < limit }
            #expect(Self.bounds(bounds) == Array(rows))
            #expect(stop == .limit(Int(rows.last.map { $0[4] } ?? 0)))
        }
    }

    /// Rows of another width, quotes in the wrong place and rows that are too long are left where they begin.
    @Test(arguments: [false, true]) func irregularRowsAreLeft(takesRows: Bool) {
        let good = "SITI,1,2,3\n"
        for bad in [
            "A,B,C\n", "A,B,C,D,E\n", "A,\"B\"x,C,D\n", "A,b\"c\",D,E\n",
            String(repeating: "L", count: 300) + ",1,2,3\n",
        ] {
            for before in [0, 1, 7, 40] {
                let start = String(repeating: good, count: before)
                let text = Array((start + bad + String(repeating: good, count: 30)).utf8)
                let scan = DelimiterScan(
                    delimiter: 44, newline: 10, quoting: true, longestRow: 200, takesRows: takesRows)
                var bounds = RowBounds(width: 4)
                var high = false
                let stop = scan.scan(
                    text + [UInt8](repeating: 0, count: DelimiterScan.padding), from: 0, to: text.count,
                    limit: text.count, final: true, into: &bounds, high: &high)
                #expect(stop == .irregular(start.utf8.count))
                #expect(bounds.rows == before)
            }
        }
    }

    /// Rows taken out leave the others what they were, the quoted ones too.
    @Test func takingRowsOutKeepsWhichAreQuoted() {
        var bounds = RowBounds(width: 1)
        var high = false
        let text = Array("a\n\"b\"\nc\n\"d\"\n\"e\"\nf\n".utf8)
        let padded = text + [UInt8](repeating: 0, count: DelimiterScan.padding)
        _ = Self.scan(10, takesRows: true).scan(
            padded, from: 0, to: text.count, limit: text.count, final: true, into: &bounds, high: &high)
        bounds.remove { $0 == 0 || $0 == 3 }
        var cells = TextColumn()
        var quoted: [Int] = []
        bounds.gather(0, of: padded, quoting: true, into: &cells, quoted: &quoted)
        #expect(quoted == [0, 2])
        #expect(cells.count == 4)
    }
}
