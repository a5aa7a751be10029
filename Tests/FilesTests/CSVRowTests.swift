import Testing

@testable import Files

@Suite struct CSVRowTests {
    @Test(arguments: [
        ("", ""), ("SITI", "SITI"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
        ("a\rb", "\"a\rb\""), ("17|08|1990", "17|08|1990"), ("é", "é"), (" a ", " a "), ("'a", "'a"),
        ("\u{0}", "\u{0}"),
    ])
    func cells(text: String, written: String) {
        var row: [UInt8] = []
        #expect(!CSVRow.append(Array(text.utf8).span, to: &row))
        #expect(String(decoding: row, as: UTF8.self) == written)
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+62", "'+62"), ("-", "'-"), ("@a", "'@a"), ("\ta", "'\ta"), ("\ra", "\"'\ra\""),
        ("=\"1\"", "\"'=\"\"1\"\"\""),
    ])
    func formulasAreNeutralised(text: String, written: String) {
        var row: [UInt8] = []
        #expect(CSVRow.append(Array(text.utf8).span, to: &row))
        #expect(String(decoding: row, as: UTF8.self) == written)
    }

    @Test func rowsReadBack() throws {
        var dice = Dice(seed: 12)
        let alphabet = Array("ab ,;\"\n\r=+é".utf8)
        let splitter = RecordSplitter(Dialect(.init(byte: 0x2C)))
        for _ in 0..<3000 {
            let cells = (0..<3).map { _ in
                (0..<Int.random(in: 0...6, using: &dice)).map { _ in alphabet.randomElement(using: &dice) ?? 0 }
            }
            var row: [UInt8] = []
            var expected: [[UInt8]] = []
            for (index, cell) in cells.enumerated() {
                if index > 0 { CSVRow.separate(&row) }
                let runs = CSVRow.append(cell.span, to: &row)
                expected.append(runs ? [0x27] + cell : cell)
            }
            CSVRow.end(&row)
            let record = try #require(splitter.records(in: row).first)
            #expect(record.cells == expected && record.next == row.count)
        }
    }

    @Test func boundsAreClamped() {
        let text = Array("abc".utf8)
        var row: [UInt8] = []
        CSVRow.append(text.span, from: 1, to: .max, into: &row)
        CSVRow.append(text.span, from: 9, to: 2, into: &row)
        CSVRow.append(text.span, from: -3, to: 1, into: &row)
        CSVRow.append(42, to: &row)
        #expect(String(decoding: row, as: UTF8.self) == "bca42")
    }
}
