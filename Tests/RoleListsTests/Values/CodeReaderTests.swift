import Columns
import Schema
import Testing

@testable import RoleLists

@Suite struct CodeReaderTests {
    private func column(empty: String? = nil, other: String? = nil) -> ListSchema.Column {
        ListSchema.Column(
            id: "status", kind: .code, headings: ["STATUS"],
            codes: [
                .init(code: "captured", words: ["Sudah Rekam", "SENT_FOR-CARD PRINTING"]),
                .init(code: "none", words: ["belum"]), .init(code: "unlisted", words: ["LAIN"]),
            ], emptyCode: empty, otherCode: other)
    }

    private func read(_ cells: [String], _ column: ListSchema.Column) -> (codes: [UInt8], unmapped: Int) {
        let (text, cells) = TextColumn.of(cells)
        var reader = CodeReader(column, order: ["none", "captured", "other"])
        var codes: [UInt8] = [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9]
        reader.read(text, cells, into: &codes)
        return (codes, reader.unmapped)
    }

    /// Words in any spelling; numbers are places in the order plus one.
    @Test(
        arguments: [
            ("SUDAH REKAM", 2), ("sudah_rekam", 2), (" Sudah  Rekam ", 2), ("sent for card\nprinting", 2), ("BELUM", 1),
            ("b e l u m", 0), ("SUDAHREKAM", 0), ("LAIN", 0), ("", 0), ("  ", 0),
        ] as [(String, UInt8)])
    func wordsAreTheirCode(cell: String, code: UInt8) {
        #expect(read([cell], column()).codes == [code])
        var reader = CodeReader(column(), order: ["none", "captured", "other"])
        #expect(reader.number(of: Array(cell.utf8).span) == code)
    }

    /// A word of the table whose code has no place in the order is known all the same; every other one is counted.
    @Test func wordsOutsideTheTableAreCounted() {
        let found = read(["LAIN", "APA", "apa", "", "APA", "belum", "-"], column())
        #expect(found.codes == [0, 0, 0, 0, 0, 1, 0])
        #expect(found.unmapped == 3)
    }

    @Test func emptyAndOtherHaveCodesWhereTheSchemaSaysSo() {
        let found = read(["", "APA", " ", "BELUM"], column(empty: "none", other: "other"))
        #expect(found.codes == [1, 3, 1, 1])
        #expect(found.unmapped == 1)
    }

    /// However many different words there are, a column reads as its cells do one by one.
    @Test func longColumnsReadAsTheirCells() {
        let words = ["sudah rekam", "BELUM", "", "LAIN", "x"]
        let cells = (0..<9000).map { number in
            number % 3 == 0 ? "KATA \(number)" : words[number % 5]
        }
        let column = column(empty: "other", other: "captured")
        let found = read(cells, column)
        var reader = CodeReader(column, order: ["none", "captured", "other"])
        #expect(found.codes == cells.map { reader.number(of: Array($0.utf8).span) })
        #expect(found.unmapped == reader.unmapped)
        #expect(found.unmapped >= 3000)
    }
}

@Suite struct TPSReaderTests {
    /// Numbers by their value, other names by their normal form, blanks as none.
    @Test(arguments: [
        ("3", "003"), ("3", " 3"), ("TPS khusus", "tps  KHUSUS"), ("=\"3\"", "'3"), ("khusus", "KHUSUS"),
    ])
    func equalStationsShareANumber(one: String, other: String) {
        var reader = TPSReader(TextNumbers(limit: 100))
        let (text, cells) = TextColumn.of([one, "7", other])
        var numbers: [UInt32] = []
        reader.read(text, cells, into: &numbers)
        #expect(numbers[0] == numbers[2])
        #expect(numbers[0] != numbers[1])
    }

    @Test(arguments: [("003", "3"), ("0", "0"), ("2147483646", "2147483646"), ("", ""), ("Khusus a", "KHUSUS A")])
    func stationsAreShownAgain(cell: String, shown: String) {
        let texts = TextNumbers(limit: 100)
        var reader = TPSReader(texts)
        #expect(TPSReader.text(reader.number(Array(cell.utf8).span), texts) == shown)
    }

    /// Threads that read the same texts give them the same numbers.
    @Test func readersShareTheirTexts() {
        let texts = TextNumbers(limit: 100)
        var (one, other) = (TPSReader(texts), TPSReader(texts))
        let names = ["A", "B", "C"]
        let numbers = names.map { one.number(Array($0.utf8).span) }
        #expect(names.reversed().map { other.number(Array($0.utf8).span) } == numbers.reversed())
        #expect(Set(numbers).count == 3)
    }
}

@Suite struct TextNumbersTests {
    /// Beyond the limit texts are told apart no more, and nothing grows.
    @Test func textsBeyondTheLimitShareTheEmptyOnesNumber() {
        let texts = TextNumbers(limit: 3)
        let numbers = ["", "a", "b", "c", "a", "d"].map { texts.number(of: Array($0.utf8)) }
        #expect(numbers == [0, 1, 2, 0, 1, 0])
        #expect(texts[1] == Array("a".utf8))
        #expect(texts[0].isEmpty)
        #expect(texts.precedes(1, 2) && !texts.precedes(2, 1) && texts.precedes(0, 1))
    }
}

@Suite struct ColumnDecodingTests {
    @Test func integersAndTheirStates() {
        let (text, cells) = TextColumn.of(["7", "", "x", "007", "-", "99999999999"])
        var (numbers, states) = ([Int32](), [UInt8]())
        ColumnDecoding.integers(text, cells, numbers: &numbers, states: &states)
        #expect(numbers == [7, 0, 0, 7, 0, 0])
        #expect(states == [1, 0, 2, 1, 2, 2])
    }

    @Test(arguments: [0, 1, 5, 9]) func columnsTakeTheirLength(count: Int) {
        var column: [UInt32] = [1, 2, 3, 4, 5]
        ColumnDecoding.resize(&column, count)
        #expect(column.count == count)
        ColumnDecoding.fill(&column, count, with: 7)
        #expect(column == [UInt32](repeating: 7, count: count))
        ColumnDecoding.copy([1, 2], to: &column)
        #expect(column == Array(([1, 2] + [UInt32](repeating: 7, count: 9)).prefix(count)))
        ColumnDecoding.narrow([1 << 40 | 3, 4], into: &column)
        #expect(column == [3, 4])
    }

    @Test(arguments: [0, 1, 63, 64, 65, 200]) func bitmapsHoldABitARow(count: Int) {
        var words = [UInt64](repeating: .max, count: (count + 63) / 64)
        Bits.fill(&words, count: count) { $0 % 3 == 0 }
        for row in 0..<words.count * 64 { #expect(Bits.isSet(words, row) == (row < count && row % 3 == 0)) }
        if count > 1 {
            Bits.set(&words, 1)
            #expect(Bits.isSet(words, 1))
        }
    }
}
