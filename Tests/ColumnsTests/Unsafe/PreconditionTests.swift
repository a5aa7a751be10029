import Testing

@testable import Columns

/// What unsafe code asks of its callers is asked in release builds too: whoever asks for more than is there ends the
/// program before a byte is touched.
@Suite struct PreconditionTests {
    @Test func aTableIsFilledWhole() async {
        await #expect(processExitsWith: .failure) {
            var table: UInt64 = 0
            DigitForm.set(&table, [UInt8](repeating: 1, count: 7))
        }
    }

    @Test func aColumnHasAsManyEndsAsStarts() async {
        await #expect(processExitsWith: .failure) {
            let form = DigitForm(
                length: 16, marks: [], pairs: (0..<8).map { DigitForm.Pair(($0 * 2, $0 * 2 + 1), times: 1) },
                bounds: [(0..<8).map { _ in [0...99] }], fours: [1, 1, 1, 1], halves: 1)
            var cells = TextColumn()
            cells.starts = [0, 0]
            cells.ends = [16]
            var values: [UInt64] = []
            form?.read([UInt8](repeating: 48, count: 64), cells, into: &values)
        }
    }

    @Test func aMemoHasAsManyEndsAsStarts() async {
        await #expect(processExitsWith: .failure) {
            let memo = CellMemo()
            var cells = TextColumn()
            cells.starts = [0, 0]
            cells.ends = [1]
            var values: [UInt64] = []
            _ = memo.read([UInt8](repeating: 48, count: 64), cells, from: 0, into: &values)
        }
    }

    @Test func aMemoBeginsAtARow() async {
        await #expect(processExitsWith: .failure) {
            let memo = CellMemo()
            var values: [UInt64] = []
            _ = memo.read([UInt8](repeating: 48, count: 64), TextColumn(), from: -1, into: &values)
        }
    }

    @Test func flagsFitTheirBitmap() async {
        await #expect(processExitsWith: .failure) {
            var bits: [UInt64] = [0]
            FlagBits.fill(&bits, where: [UInt16](repeating: 1, count: 65), have: 1)
        }
    }

    @Test func gatheredRowsHaveBounds() async {
        await #expect(processExitsWith: .failure) {
            var bounds = RowBounds(width: 2)
            bounds.rows = 3
            bounds.starts = [0, 1, 2]
            var (cells, quoted) = (TextColumn(), [Int]())
            bounds.gather(0, of: [UInt8](repeating: 48, count: 64), quoting: true, into: &cells, quoted: &quoted)
        }
    }

    @Test func measuredRowsHaveBounds() async {
        await #expect(processExitsWith: .failure) {
            var bounds = RowBounds(width: 2)
            bounds.rows = 3
            bounds.starts = [0, 1, 2]
            var found: [Int] = []
            bounds.rows(whereCell: 0, isNotOfLength: 16, ofDigitsIn: [48, 48, 48], into: &found)
        }
    }

    @Test func aScanStaysWithinItsPadding() async {
        await #expect(processExitsWith: .failure) {
            let scan = DelimiterScan(delimiter: 44, newline: 10, quoting: true, longestRow: 1000)
            var bounds = RowBounds(width: 1)
            var high = false
            let text = [UInt8](repeating: 10, count: 100)
            _ = scan.scan(
                text, from: 0, to: 101 - DelimiterScan.padding, limit: 30, final: true, into: &bounds, high: &high)
        }
    }

    @Test func aScanBeginsInTheText() async {
        await #expect(processExitsWith: .failure) {
            let scan = DelimiterScan(delimiter: 44, newline: 10, quoting: true, longestRow: 1000)
            var bounds = RowBounds(width: 1)
            var high = false
            let text = [UInt8](repeating: 10, count: 100)
            _ = scan.scan(text, from: -1, to: 30, limit: 30, final: true, into: &bounds, high: &high)
        }
    }

    @Test func aLineAsksForValuesThatItHas() async {
        await #expect(processExitsWith: .failure) {
            _ = LineForm([.text(value: 2)], delimiter: 44, quoting: true, valueCount: 2)
        }
    }

    @Test func linesHaveTheirValues() async {
        await #expect(processExitsWith: .failure) {
            let form = LineForm([.number(value: 0)], delimiter: 44, quoting: true, valueCount: 1)
            var lines = LineBuffer()
            _ = lines.append(
                form, rows: [0, 1], from: 0, to: 2, values: [7], of: 0, TextList(), of: RowBounds(width: 1), [],
                ascii: true)
        }
    }

    @Test func linesAreOfRowsThatThereAre() async {
        await #expect(processExitsWith: .failure) {
            let form = LineForm([.number(value: 0)], delimiter: 44, quoting: true, valueCount: 1)
            var lines = LineBuffer()
            _ = lines.append(
                form, rows: [0], from: 0, to: 2, values: [7, 8], of: 0, TextList(), of: RowBounds(width: 1), [],
                ascii: true)
        }
    }

    @Test func valuesBeginNoLaterThanLines() async {
        await #expect(processExitsWith: .failure) {
            let form = LineForm([.number(value: 0)], delimiter: 44, quoting: true, valueCount: 1)
            var lines = LineBuffer()
            _ = lines.append(
                form, rows: [0, 1], from: 0, to: 2, values: [7, 8], of: 1, TextList(), of: RowBounds(width: 1), [],
                ascii: true)
        }
    }

    @Test func everyRowHasANumberToSortBy() async {
        await #expect(processExitsWith: .failure) {
            var order = RowOrder(count: 3)
            order.sort(by: [1, 2])
        }
    }
}
