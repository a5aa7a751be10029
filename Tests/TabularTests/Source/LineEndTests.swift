import Columns
import Diagnostics
import Testing

@testable import Tabular

/// Texts whose line ends or quotes are not as they should be.
@Suite struct LineEndTests {
    private static func rows(_ text: String) throws -> [[String]] { try rows(Array(text.utf8)) }

    private static func rows(_ bytes: [UInt8]) throws -> [[String]] {
        let spool = try SpoolFile(in: SheetReading.folder)
        try spool.append(bytes.span)
        let file = try ListFile(
            spool.finish(calling: "list.csv"), path: "list.csv", spools: SheetReading.folder, schema: Schema.all)
        let source = try #require(file.lists.first)
        var head = [UInt8](repeating: 0, count: source.text.size)
        _ = try source.text.read(at: 0, count: head.count, into: &head)
        let opening = try source.open(Schema.population, schema: Schema.all) { Array(head.prefix($0)) }
        let list = ListText(
            file: source.text, grammar: opening.dialect.grammar, width: opening.width,
            firstOffset: opening.firstRecordOffset, firstRow: opening.firstRecordRow, keyColumn: 0, emptyWord: nil,
            kinds: opening.kinds(Schema.population, Schema.all))
        let blocks = BlockSequence(list, pieceSize: 4096)
        var block = Block(width: opening.width)
        var rows: [[String]] = []
        while let piece = blocks.next() {
            try blocks.read(piece, into: &block)
            for row in 0..<block.rows {
                rows.append(
                    (0..<opening.width).map { String(decoding: block.cellText(row, $0, of: list), as: UTF8.self) })
            }
        }
        return rows
    }

    private static let first = "1271901708900001"
    private static let second = "1271901708900002"

    @Test(arguments: [
        // CR CR LF, quoted or not.
        "\"NIK\",\"NAMA\"\r\r\n\"\(first)\",\"BUDI\"\r\r\n\"\(second)\",\"SITI\"\r\r\n",
        "NIK,NAMA\r\r\n\(first),BUDI\r\r\n\(second),SITI\r\r\n",
        // Blanks and tabs behind a closing quote.
        "\"NIK\" ,\"NAMA\" \n\"\(first)\"  ,\"BUDI\"\t\n\"\(second)\" ,SITI\n",
        "\"NIK\" ,\"NAMA\"\r\n\"\(first)\" ,\"BUDI\" \r\n\"\(second)\",\"SITI\" ",
    ])
    func rowsAreWhole(_ text: String) throws {
        let rows = try Self.rows(text).map { $0.map { $0.trimmingBlanks() } }
        #expect(rows == [[Self.first, "BUDI"], [Self.second, "SITI"]])
    }

    @Test(arguments: [true, false]) func crCRLFInUTF16(isBigEndian: Bool) throws {
        let text = "\u{FEFF}NIK,NAMA\r\r\n\(Self.first),\"BUDI \"\"B\"\"\"\r\r\n\(Self.second),SITI\r\r\n"
        let bytes = text.utf16.flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 255))
            return isBigEndian ? [high, low] : [low, high]
        }
        #expect(try Self.rows(bytes) == [[Self.first, "BUDI \"B\""], [Self.second, "SITI"]])
    }

    /// Lone CRs end the lines, whatever stands in quotes.
    @Test func carriageReturnsWithALineFeedInACell() throws {
        let text = "NIK;NAMA;ALAMAT\r\(Self.first);BUDI;\"JL MAWAR\nBLOK A\"\r\(Self.second);SITI;JL MAWAR 2\r"
        #expect(
            try Self.rows(text) == [[Self.first, "BUDI", "JL MAWAR\nBLOK A"], [Self.second, "SITI", "JL MAWAR 2"]])
    }

    /// A text that begins as a table of dBase does is read.
    @Test(arguments: [
        "1\r\n\r\nNIK;NAMA\r\n\(first);BUDI\r\n\(second);SITI\r\n",
        "3\t\t\t\nNIK\tNAMA\t\t\n\(first)\tBUDI\t\t\n\(second)\tSITI\t\t\n",
    ])
    func aTextThatBeginsWithANumberIsRead(_ text: String) throws {
        #expect(try Self.rows(text).map { Array($0.prefix(2)) } == [[Self.first, "BUDI"], [Self.second, "SITI"]])
    }

    /// However many commas stand in every row: the semicolon leaves a column of keys.
    @Test(arguments: [
        (";UJI;MEDAN, 17-10-1990;L;JL MAWAR NO 1", 5), (";1,5;2,5;3,50", 4), (";SIREGAR, UJI;MEDAN, 17-10-1990", 3),
        (";SIREGAR, UJI;JL MAWAR, NO 1, RT 2, RW 3", 3), (" ;\"UJI, A\";B, C, D", 3),
    ])
    func theDelimiterOfAListWithoutHeading(_ rest: String, _ width: Int) throws {
        let rows = (0..<60).map { "127190170890\(1000 + $0)\(rest)\r\n" }
        let layout = try ListLayout(
            head: Array(rows.joined().utf8), isWhole: true, file: "list.csv", schema: Schema.all, heading: .none)
        #expect(layout.dialect.delimiter == UInt8(ascii: ";") && layout.width == width)
    }

    /// Without keys, the widest steady cut counts.
    @Test func theWidestSteadyDelimiter() throws {
        let rows = (0..<60).map { "\($0);UJI;MEDAN, 17-10-1990;L;JL MAWAR NO 1\n" }
        let layout = try ListLayout(
            head: Array(rows.joined().utf8), isWhole: true, file: "list.csv", schema: Schema.all, heading: .none)
        #expect(layout.dialect.delimiter == UInt8(ascii: ";") && layout.width == 5)
    }
}

extension String {
    fileprivate func trimmingBlanks() -> String {
        String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
