import Columns
import Testing

/// Lines put together sixteen bytes at a time, against a plain reading of the same cells.
@Suite struct LineFormTests {
    /// Rows of `width` cells as a list has them, and where they stand.
    private struct Rows {
        var text: [UInt8] = []
        var bounds: RowBounds
        var cells: [[[UInt8]]] = []

        init(_ cells: [[[UInt8]]], delimiter: UInt8, lineEnd: [UInt8]) {
            bounds = RowBounds(width: cells.first?.count ?? 1)
            self.cells = cells
            for row in cells {
                var starts: [UInt32] = []
                for (place, cell) in row.enumerated() {
                    starts.append(UInt32(text.count))
                    text += cell + (place == row.count - 1 ? lineEnd : [delimiter])
                }
                starts.append(UInt32(text.count))
                bounds.append(starts[...])
            }
            text += [UInt8](repeating: UInt8(ascii: "\""), count: 64)
        }
    }

    private static let pieces: [[UInt8]] = [
        Array("a".utf8), Array("SITI".utf8), Array("JL. MERDEKA NO. 17 RT 3".utf8), [], Array(" ".utf8),
        Array("\"".utf8), Array(",".utf8), Array(";".utf8), Array("=1".utf8), Array("-".utf8), Array("é".utf8),
        Array("\"A, B\"".utf8), Array("\"AB\"".utf8), Array("\"=1\"".utf8), Array("\"A\"\"B\"".utf8), [0x0D],
    ]

    /// The cell without its quotes; nil where it is oddly quoted.
    private func plain(_ cell: [UInt8], quoting: Bool) -> [UInt8]? {
        guard quoting, cell.first == 0x22 else { return cell }
        guard cell.count >= 2, cell.last == 0x22 else { return nil }
        var inner: [UInt8] = []
        var isOpen = false
        for byte in cell.dropFirst().dropLast() {
            if byte == 0x22 {
                if isOpen { inner.append(0x22) }
                isOpen.toggle()
            } else if isOpen {
                return nil
            } else {
                inner.append(byte)
            }
        }
        return isOpen ? nil : inner
    }

    private func written(_ cell: [UInt8]) -> [UInt8] {
        let isPlain = !cell.contains { $0 == 0x22 || $0 == 0x2C || $0 == 10 || $0 == 13 }
        return isPlain ? cell : [0x22] + cell.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
    }

    private func isSimple(_ cell: [UInt8]) -> Bool {
        let isFormula = cell.first.map { Array("=+-@\t\r".utf8).contains($0) } ?? false
        return !isFormula && !cell.contains { $0 == 0x22 || $0 == 0x2C || $0 == 10 || $0 == 13 || $0 > 127 }
    }

    @Test(arguments: [(UInt8(ascii: ","), true), (44, false), (UInt8(ascii: ";"), true), (59, false)], [true, false])
    func aLineIsWhatItsCellsSay(_ grammar: (delimiter: UInt8, quoting: Bool), isWide: Bool) {
        let (delimiter, quoting) = grammar
        var rows: [[[UInt8]]] = []
        var seed: UInt64 = 20_180_627
        for _ in 0..<900 {
            var row: [[UInt8]] = []
            for _ in 0..<5 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                var cell = Self.pieces[Int(seed >> 33) % Self.pieces.count]
                // Mostly plain cells, so that many rows are plain as a whole.
                if seed >> 60 > 2 { cell = Self.pieces[Int(seed >> 33) % 5] }
                // The delimiter stands in a cell only within quotes.
                if !quoting || cell.first != 0x22 { cell.removeAll { $0 == delimiter } }
                row.append(cell)
            }
            rows.append(row)
        }
        let list = Rows(rows, delimiter: delimiter, lineEnd: [10])
        let form = LineForm(
            [
                .text(value: 0), .number(value: 1), .cell(0), .cell(1), .cell(2), .dateOrCell(value: 2, cell: 3),
                .cell(nil), .cell(4), .cell(3), .date(value: 3), .text(value: 4),
            ], delimiter: delimiter, quoting: quoting, valueCount: 6, isWide: isWide)
        var texts = TextList()
        let name = Array("daftar.csv,".utf8)
        let end = Array(",akhir\n".utf8)
        let (first, last) = (texts.append(name), texts.append(end))
        var values: [Int] = []
        for row in rows.indices {
            values += [
                first, row * 37, row % 3 == 0 ? LineForm.value(year: 1990 + row % 30, month: 7, day: 4) : -1,
                row % 5 == 0 ? -1 : LineForm.value(year: 2018, month: 12, day: 31), last, -1,
            ]
        }
        let numbers = rows.indices.map { Int32($0) }
        for ascii in [false, true] {
            var lines = LineBuffer()
            var place = 0
            var refused = 0
            while place < rows.count {
                let before = lines.count
                let next = lines.append(
                    form, rows: numbers, from: place, to: rows.count, values: values, of: 0, texts, of: list.bounds,
                    list.text, ascii: ascii)
                var expected: [UInt8] = []
                for row in place..<next {
                    var raw = rows[row]
                    // A carriage return before the line end belongs to the line end.
                    if raw[4].last == 13 { raw[4].removeLast() }
                    let cells = raw.map { plain($0, quoting: quoting).map(written) ?? [0] }
                    let birth = row % 3 == 0 ? Array("\(1990 + row % 30)-07-04".utf8) : cells[3]
                    let recorded = row % 5 == 0 ? [] : Array("2018-12-31".utf8)
                    expected += name + Array("\(row * 37),".utf8)
                    for cell in [cells[0], cells[1], cells[2], birth, [], cells[4], cells[3]] {
                        expected += cell + [0x2C]
                    }
                    expected += recorded + end
                }
                #expect(Array(lines.contents[before...]) == expected)
                if next == rows.count { break }
                // Only a row with a cell that needs care is left to the caller.
                #expect(!rows[next].allSatisfy(isSimple))
                refused += 1
                place = next + 1
            }
            #expect(refused > 20 && refused < rows.count)
        }
    }

    /// A row whose last cell ends in a carriage return is written without it.
    @Test func theCarriageReturnOfALineEndIsDropped() {
        let list = Rows([[[65], [66]]], delimiter: UInt8(ascii: ","), lineEnd: [13, 10])
        let form = LineForm([.cell(0), .cell(1)], delimiter: UInt8(ascii: ","), quoting: true, valueCount: 0)
        var texts = TextList()
        texts.append([])
        var lines = LineBuffer()
        #expect(
            lines.append(
                form, rows: [0], from: 0, to: 1, values: [], of: 0, texts, of: list.bounds, list.text, ascii: false)
                == 1)
        #expect(Array(lines.contents) == Array("A,B,".utf8))
    }

    /// A row that is not there, or a text of no number, is refused and nothing of it is written.
    @Test func whatIsNotThereIsRefused() {
        let list = Rows([[[65]]], delimiter: UInt8(ascii: ","), lineEnd: [10])
        let form = LineForm([.text(value: 0)], delimiter: UInt8(ascii: ","), quoting: true, valueCount: 1)
        var texts = TextList()
        texts.append(Array("x".utf8))
        var lines = LineBuffer()
        for (row, text) in [(Int32(1), 0), (-1, 0), (0, 1), (0, -1)] {
            let next = lines.append(
                form, rows: [row], from: 0, to: 1, values: [text], of: 0, texts, of: list.bounds, list.text,
                ascii: false)
            #expect(next == 0)
            #expect(lines.count == 0)
        }
    }

    /// Rows before one that is refused are written, and a last row whose file ends without a line end is.
    @Test func rowsBeforeARefusedOneAreWritten() {
        var list = Rows((0..<10).map { _ in [[65], [66]] }, delimiter: UInt8(ascii: ","), lineEnd: [10])
        let form = LineForm([.cell(0), .cell(1)], delimiter: UInt8(ascii: ","), quoting: true, valueCount: 0)
        var texts = TextList()
        texts.append([])
        for (bytes, expected) in [(0, 10), (1, 10), (2, 9)] {
            // No line end, and one byte of padding less.
            list.text.removeLast(bytes == 0 ? 0 : 1)
            var lines = LineBuffer()
            let next = lines.append(
                form, rows: (0..<10).map { Int32($0) }, from: 0, to: 10, values: [], of: 0, texts, of: list.bounds,
                list.text, ascii: false)
            #expect(next == expected)
            #expect(Array(lines.contents) == Array(String(repeating: "A,B,", count: expected).utf8))
        }
    }

    /// Numbers of any length, dates of any year of four digits, in a part of the rows whose values stand first.
    @Test(arguments: [true, false]) func numbersAndDatesAreWrittenInFull(isWide: Bool) {
        var numbers = [0, 9, 10, 99, 100, 12_345_678, 99_999_999, 100_000_000, 9_876_543_210, Int.max]
        var power = 1
        while power < 1_000_000_000 {
            numbers += [power - 1, power, power + 1]
            power *= 10
        }
        let dates = [(1, 1, 1), (999, 12, 31), (1900, 10, 9), (2000, 2, 29), (9999, 9, 30)]
        let list = Rows(numbers.map { _ in [[65]] }, delimiter: UInt8(ascii: ","), lineEnd: [10])
        let form = LineForm(
            [.number(value: 0), .dateOrCell(value: 1, cell: 0), .date(value: 1)], delimiter: UInt8(ascii: ","),
            quoting: true, valueCount: 2, isWide: isWide)
        func padded(_ number: Int, _ digits: Int) -> String {
            String(repeating: "0", count: digits - String(number).count) + String(number)
        }
        var values: [Int] = []
        var expected = ""
        for (row, number) in numbers.enumerated().dropFirst(3) {
            let (year, month, day) = dates[row % dates.count]
            values += [number, LineForm.value(year: year, month: month, day: day)]
            let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
            expected += "\(number),\(date),\(date)"
        }
        var lines = LineBuffer()
        let next = lines.append(
            form, rows: numbers.indices.map { Int32($0) }, from: 3, to: numbers.count, values: values, of: 3,
            TextList(), of: list.bounds, list.text, ascii: false)
        #expect(next == numbers.count)
        #expect(String(decoding: lines.contents, as: UTF8.self) == expected)
    }
}
