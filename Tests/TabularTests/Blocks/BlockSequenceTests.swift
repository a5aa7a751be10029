import Columns
import Dispatch
import Foundation
import Schema
import Tabular
import Testing

/// The block reader against the splitter that defines the grammar: same records, whatever the pieces and threads.
@Suite struct BlockSequenceTests {
    /// What became of one record: its cells, or why it is no row.
    struct Found: Equatable, CustomStringConvertible {
        var row: Int
        var cells: [String]
        var problem: RecordProblem?

        var description: String { "\(row): \(problem.map { $0.id } ?? cells.joined(separator: "~"))" }
    }

    static func list(_ text: [UInt8], dialect: Dialect, width: Int, path: String) throws -> ListText {
        try Data(text).write(to: URL(fileURLWithPath: path))
        return ListText(
            file: try InputFile(path: path), grammar: dialect.grammar, width: width, firstOffset: 0, firstRow: 1,
            keyColumn: 0, emptyWord: dialect.emptyWord.map { Array($0.utf8) },
            kinds: RowKinds(headingRows: [["NIK", "NAMA", "X"]], totalWords: ["JUMLAH"]))
    }

    static func read(_ list: ListText, pieceSize: Int, threads: Int, twice: Bool) throws -> [Found] {
        let sequence = BlockSequence(list, pieceSize: pieceSize)
        var found: [Found] = []
        for _ in 0..<(twice ? 2 : 1) {
            sequence.rewind()
            let all = Guarded<[Found]>([])
            DispatchQueue.concurrentPerform(iterations: threads) { _ in
                var block = Block(width: list.width)
                var column = TextColumn()
                while let piece = sequence.next() {
                    do {
                        try sequence.read(piece, into: &block)
                    } catch {
                        Issue.record(error)
                        return
                    }
                    var rows = (0..<block.rows).map { Found(row: block.rowNumber($0), cells: [], problem: nil) }
                    for cell in 0..<list.width {
                        block.gather(cell, of: list, into: &column)
                        for row in rows.indices {
                            let bytes = Array(block.text[Int(column.starts[row])..<Int(column.ends[row])])
                            rows[row].cells.append(String(decoding: bytes, as: UTF8.self))
                        }
                    }
                    rows += block.problems.map {
                        Found(row: block.firstRow + $0.ordinal, cells: [], problem: $0.kind)
                    }
                    all.withLock { $0 += rows }
                }
            }
            found = all.withLock { $0 }
        }
        return found.sorted { $0.row < $1.row }
    }

    static func expected(_ text: [UInt8], dialect: Dialect, width: Int, kinds: RowKinds) -> [Found] {
        RecordSplitter(dialect).records(in: text).enumerated().map { number, record in
            if let problem = record.problem { return Found(row: number + 1, cells: [], problem: problem) }
            let cells = record.cells.map { String(decoding: $0, as: UTF8.self) }.map {
                $0 == dialect.emptyWord ? "" : $0
            }
            if let kind = kinds.kind(of: cells) { return Found(row: number + 1, cells: [], problem: kind) }
            let surplus = cells.dropFirst(width)
            guard cells.count >= width, surplus.allSatisfy({ $0.trimmingCharacters(in: .whitespaces).isEmpty }) else {
                return Found(row: number + 1, cells: [], problem: .cellCount)
            }
            return Found(row: number + 1, cells: Array(cells.prefix(width)), problem: nil)
        }
    }

    static func temporary() -> String {
        NSTemporaryDirectory() + "siappilih-blocks-\(UUID().uuidString).csv"
    }

    /// Pieces of text that quarrel with each other.
    static let shards: [String] = [
        "1271900101900001", "AMINAH", ",", ",", ",", "\n", "\n", "\r\n", "\"", "\"\"", "\"SITI, S.Pd\"", "\"a\nb\"", "",
        " ", "JUMLAH", "NIK,NAMA,X\n", "1,2,3\n", ",,\n", "x\"y", "null", "é", "1271900101900002,BUDI,x\n",
    ]

    @Test(arguments: 0..<60)
    func agreesWithTheDefinition(seed: Int) throws {
        var random = Shuffle(state: UInt64(seed) &* 977 &+ 5)
        var text: [UInt8] = []
        let quotesWell = seed % 3 == 0
        for _ in 0..<400 {
            let shard = Self.shards[Int(random.next() % UInt64(Self.shards.count))]
            if quotesWell, shard == "\"" { continue }
            if random.next() % 3 == 0 { text += Array("1271900101900003,NURHAYATI,y\n".utf8) }
            text += Array(shard.utf8)
        }
        let delimiter = ListSchema.Dialects.Delimiter(
            byte: UInt8(ascii: ","), quoting: seed % 5 != 4, emptyWord: seed % 5 == 4 ? "null" : nil)
        let dialect = Dialect(delimiter)
        let path = Self.temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let list = try Self.list(text, dialect: dialect, width: 3, path: path)
        let expected = Self.expected(text, dialect: dialect, width: 3, kinds: list.kinds)
        for (size, threads) in [(1 << 20, 1), (4096, 1), (4096, 3)] {
            #expect(try Self.read(list, pieceSize: size, threads: threads, twice: threads == 3) == expected)
        }
    }

    /// Cuts fall everywhere: rows of changing length with line ends inside quotes.
    @Test(arguments: [4096, 5000, 9973])
    func quotedLineEndsAcrossCuts(pieceSize: Int) throws {
        var text: [UInt8] = []
        for number in 0..<4000 {
            let name = number % 3 == 0 ? "\"A\n\(String(repeating: "b\n", count: number % 40))\"" : "B\(number)"
            text += Array("1271900101900001,\(name),\(number)\n".utf8)
        }
        let dialect = Dialect(ListSchema.Dialects.Delimiter(byte: UInt8(ascii: ",")))
        let path = Self.temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let list = try Self.list(text, dialect: dialect, width: 3, path: path)
        let found = try Self.read(list, pieceSize: pieceSize, threads: 3, twice: true)
        #expect(found.count == 4000)
        #expect(found.allSatisfy { $0.problem == nil })
        #expect(found.map { $0.cells.last ?? "" } == (0..<4000).map { "\($0)" })
    }

    @Test func anUnclosedQuoteCostsOneRow() throws {
        var text = Array("1271900101900001,\"AMINAH,x\n".utf8)
        for _ in 0..<3000 { text += Array("1271900101900002,BUDI,x\n".utf8) }
        let dialect = Dialect(ListSchema.Dialects.Delimiter(byte: UInt8(ascii: ",")))
        let path = Self.temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let list = try Self.list(text, dialect: dialect, width: 3, path: path)
        let found = try Self.read(list, pieceSize: 4096, threads: 2, twice: false)
        #expect(found.count == 3001)
        #expect(found.filter { $0.problem != nil } == [Found(row: 1, cells: [], problem: .unclosedQuote)])
    }

    @Test(arguments: ["\r\n", "\n"])
    func aCellTooLongRejectsItsRecordAlone(lineEnd: String) throws {
        let long = String(repeating: "x", count: RecordGrammar.longestCell + 1)
        let text = "1,a,b\(lineEnd)2,\(long),b\(lineEnd)3,\"\(long)\",b\(lineEnd)1271900101900002,c,d"
        let dialect = Dialect(ListSchema.Dialects.Delimiter(byte: UInt8(ascii: ",")))
        let path = Self.temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let list = try Self.list(Array(text.utf8), dialect: dialect, width: 3, path: path)
        let found = try Self.read(list, pieceSize: 1 << 16, threads: 2, twice: true)
        #expect(found.map(\.problem) == [nil, .cellTooLong, .cellTooLong, nil])
        #expect(found.last?.cells == ["1271900101900002", "c", "d"])
    }

    @Test func recordsAreFetchedAgainFromTheirPlaces() throws {
        var text: [UInt8] = []
        for number in 0..<2000 { text += Array("\(1_271_900_101_900_000 + number),\"N \"\"\(number)\"\"\",x\r\n".utf8) }
        let dialect = Dialect(ListSchema.Dialects.Delimiter(byte: UInt8(ascii: ",")))
        let path = Self.temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let list = try Self.list(text, dialect: dialect, width: 3, path: path)
        let sequence = BlockSequence(list, pieceSize: 8192)
        var block = Block(width: 3)
        var fetcher = RecordFetcher(list)
        while let piece = sequence.next() {
            try sequence.read(piece, into: &block)
            for row in stride(from: 0, to: block.rows, by: 7) {
                #expect(try fetcher.fetch(at: block.fileOffset(ofRow: row), ahead: 4096))
                let number = block.rowNumber(row) - 1
                #expect(String(decoding: fetcher.cell(1), as: UTF8.self) == "N \"\(number)\"")
                #expect(String(decoding: fetcher.cell(2), as: UTF8.self) == "x")
            }
        }
    }

    /// Whatever a record is like, and in whatever order records are asked for.
    @Test(arguments: [0, 3000])
    func aFetchedCellReadsTheSameWhereItStands(ahead: Int) throws {
        let long = String(repeating: "panjang ", count: 2000)
        let cells: [[UInt8]] =
            [
                "plain", "\"quoted\"", "\"a \"\"b\"\"\"", "\"two\r\nlines\"", "", "\"\"", "-", "\"-\"", "é",
                "\"\(long)\"", long,
            ].map { Array($0.utf8) } + [[0x41, 0xE9], [0x22, 0x41, 0xE9, 0x22]]
        var text: [UInt8] = []
        for number in 0..<400 {
            text += Array("\(1_271_900_101_900_000 + number),".utf8) + cells[number % cells.count]
            text += Array(",".utf8) + cells[number * 7 % cells.count] + Array("\r\n".utf8)
        }
        let dialect = Dialect(ListSchema.Dialects.Delimiter(byte: UInt8(ascii: ",")))
        let path = Self.temporary()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let list = try Self.list(text, dialect: dialect, width: 3, path: path)
        var block = Block(width: 3)
        try list.readRows(from: 0, limit: list.file.size, row: 1, into: &block)
        #expect(block.rows == 400)
        var fetcher = RecordFetcher(list)
        for row in (0..<400).flatMap({ [$0, 399 - $0] }) {
            #expect(try fetcher.fetch(at: block.fileOffset(ofRow: row), ahead: ahead))
            for column in 0..<3 {
                let expected = block.cellText(row, column, of: list)
                #expect(fetcher.cell(column) == expected)
                if let range = fetcher.plainCell(column) { #expect(Array(fetcher.block.text[range]) == expected) }
            }
        }
        #expect(try !fetcher.fetch(at: list.file.size))
        #expect(try !fetcher.fetch(at: -1))
    }
}

/// A small seeded generator for tests.
struct Shuffle: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
