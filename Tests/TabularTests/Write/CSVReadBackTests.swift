import Testing

@testable import Files
@testable import Schema
@testable import Tabular

/// What the one writer of CSV writes, the reader of lists takes apart again.
@Suite struct CSVReadBackTests {
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
}
