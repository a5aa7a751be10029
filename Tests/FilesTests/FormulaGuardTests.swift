import Columns
import Files
import Testing

/// The guard of the lines put together many bytes at a time and the one of `CSVRow`, on the same cells: whatever the fast
/// one writes is what the plain one writes, and what the plain one disarms the fast one leaves to it.
@Suite struct FormulaGuardTests {
    /// The cell as the fast writer writes it, with its comma; nil where it leaves it to the plain one.
    private func fast(_ cell: [UInt8], isWide: Bool, ascii: Bool, rows count: Int) -> [UInt8]? {
        var bounds = RowBounds(width: 1)
        var text: [UInt8] = []
        for _ in 0..<count {
            bounds.append([UInt32(text.count), UInt32(text.count + cell.count + 1)][...])
            text += cell + [10]
        }
        text += [UInt8](repeating: UInt8(ascii: "="), count: 64)
        let form = LineForm(
            [.cell(0)], delimiter: UInt8(ascii: ";"), quoting: false, valueCount: 0, isWide: isWide)
        var texts = TextList()
        texts.append([])
        var lines = LineBuffer()
        let next = lines.append(
            form, rows: (0..<count).map { Int32($0) }, from: 0, to: count, values: [], of: 0, texts, of: bounds, text,
            ascii: ascii)
        return next == count ? Array(lines.contents) : nil
    }

    private func plain(_ cell: [UInt8]) -> (bytes: [UInt8], isGuarded: Bool) {
        var bytes: [UInt8] = []
        let isGuarded = CSVRow.append(cell.span, to: &bytes)
        CSVRow.separate(&bytes)
        return (bytes, isGuarded)
    }

    /// Every byte at the front of a cell, alone and before others of many lengths; line ends belong to no cell here.
    @Test(arguments: [true, false], [true, false])
    func theyAgreeOnEveryFirstByte(isWide: Bool, ascii: Bool) {
        var written = 0
        for first in UInt8.min...UInt8.max where first != 10 && first != 13 {
            for tail in ["", "1", "SUM(A1:A9)", "62812", String(repeating: "x", count: 40), ",", "\"", " a"] {
                let cell = [first] + Array(tail.utf8)
                let (bytes, isGuarded) = plain(cell)
                #expect(isGuarded == CSVRow.runs(first))
                for count in [1, 9] {
                    guard let line = fast(cell, isWide: isWide, ascii: ascii, rows: count) else { continue }
                    #expect(!isGuarded, "a formula was written as it stands: \(cell)")
                    #expect(line == Array(repeatElement(bytes, count: count).joined()), "\(cell)")
                    written += 1
                }
            }
        }
        #expect(written > 1_000)
    }

    @Test func lettersAndDigitsNeedNoGuard() {
        for cell in ["SITI", "1271901001", "a", ""] {
            #expect(fast(Array(cell.utf8), isWide: true, ascii: true, rows: 3) != nil)
            #expect(!plain(Array(cell.utf8)).isGuarded)
        }
    }
}
