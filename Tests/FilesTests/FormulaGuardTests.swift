import Columns
import Files
import Testing

/// The guard of the lines put together many bytes at a time and the one of `CSVRow`, on the same cells: whatever the fast
/// one writes is what the plain one writes, and what the plain one disarms the fast one leaves to it.
@Suite struct FormulaGuardTests {
    private static let tails = ["", "1", "SUM(A1:A9)", "62812", String(repeating: "x", count: 40), ",", "\"", " a"]

    /// Every byte at the front of a cell, alone and before others of many lengths; line ends belong to no cell here.
    private static let fronts: [[UInt8]] = (UInt8.min...UInt8.max).filter { $0 != 10 && $0 != 13 }.flatMap { first in
        tails.map { [first] + Array($0.utf8) }
    }

    /// Formulas behind what a spreadsheet may part cells at, at many places of a cell.
    private static let parted: [[UInt8]] = [1, 14, 15, 16, 31, 63, 64, 70].flatMap { length in
        [",", "\t", ","].flatMap { divider in
            ["=1", "+1", "-1", "@A", "1", "\"=1", "x=1"].map { tail in
                Array((String(repeating: "x", count: length) + divider + tail).utf8)
            }
        }
    }

    private static let cells = fronts + parted

    /// A list of one column, as the fast writer reads it.
    private struct List {
        var text: [UInt8] = []
        var bounds = RowBounds(width: 1)

        init(_ cells: [[UInt8]]) {
            for cell in cells {
                bounds.append([UInt32(text.count), UInt32(text.count + cell.count + 1)][...])
                text += cell + [10]
            }
            text += [UInt8](repeating: UInt8(ascii: "="), count: 64)
        }
    }

    private func plain(_ cell: [UInt8]) -> (bytes: [UInt8], isGuarded: Bool) {
        var bytes: [UInt8] = []
        let isGuarded = CSVRow.append(cell.span, to: &bytes)
        CSVRow.separate(&bytes)
        return (bytes, isGuarded)
    }

    @Test func thePlainGuardGoesByTheFirstByte() {
        for cell in Self.fronts { #expect(plain(cell).isGuarded == cell.first.map(CSVRow.runs)) }
    }

    @Test(arguments: [
        ("BUDI;=HYPERLINK(A1)", "BUDI; '=HYPERLINK(A1)"), ("JL. A\n=1", "\"JL. A\n '=1\""),
        ("A\r\n+1", "\"A\r\n '+1\""), ("A\t@B", "A\t '@B"), ("A,-1", "\"A, '-1\""), ("=1;=2", "'=1; '=2"),
        ("A;\"=1", "\"A; '\"\"=1\""), ("\n=1", "\"'\n '=1\""), ("A; =1", "A; =1"), ("A-B;C", "A-B;C"), ("A;", "A;"),
    ]) func formulasWithinACellAreDisarmed(cell: String, expected: String) {
        var bytes: [UInt8] = []
        let isGuarded = CSVRow.append(Array(cell.utf8).span, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
        #expect(isGuarded == expected.contains("'"))
        // And taken off again, but for the quotes that a reader takes off first.
        if !expected.hasPrefix("\"") {
            #expect(String(decoding: CSVRow.disarmed(bytes), as: UTF8.self) == cell)
        }
    }

    @Test func whatIsPutBeforeFormulasIsTakenOff() {
        for cell in Self.cells + Self.parted.map({ [0x3D] + $0 }) where !cell.contains(0x22) && !cell.contains(0x2C) {
            var bytes: [UInt8] = []
            _ = CSVRow.append(cell.span, to: &bytes)
            #expect(CSVRow.disarmed(bytes) == cell)
        }
    }

    /// Each cell among plain ones, so that it meets the fast writer in rows taken many at a time and alone.
    @Test(arguments: [true, false], [true, false])
    func whatOneWritesSoDoesTheOther(isWide: Bool, ascii: Bool) {
        let cells = Self.cells.flatMap { [$0, Array("SITI".utf8), Array("1271".utf8)] }
        let list = List(cells)
        let rows = cells.indices.map { Int32($0) }
        let form = LineForm([.cell(0)], delimiter: UInt8(ascii: ";"), quoting: false, valueCount: 0, isWide: isWide)
        var texts = TextList()
        texts.append([])
        var lines = LineBuffer()
        var (place, refused) = (0, 0)
        while place < cells.count {
            lines.removeAll()
            let next = lines.append(
                form, rows: rows, from: place, to: cells.count, values: [], of: 0, texts, of: list.bounds, list.text,
                ascii: ascii)
            let written = cells[place..<next].map(plain)
            let formulas = written.count { $0.isGuarded }
            #expect(formulas == 0, "a formula was written as it stands")
            #expect(Array(lines.contents) == Array(written.map(\.bytes).joined()))
            refused += next < cells.count ? 1 : 0
            place = next + 1
        }
        #expect(refused > 40 && refused < Self.cells.count)
    }
}
