import Columns
import Dispatch
import Foundation
import Tabular
import Testing

@testable import RoleLists
@testable import Workers

/// The digest taken while a list is read is that of its bytes, whatever the pieces, threads and records.
@Suite struct ReadingDigestTests {
    private static func lists() -> [[UInt8]] {
        let rows = (0..<3000).map { "127190010190\(1000 + $0),SITI \($0),\"A, B\"\n" }.joined()
        return [
            Array("".utf8), Array("NIK,NAMA,X\n".utf8), Array("NIK,NAMA,X\n\(rows)".utf8),
            // No line end at the end; blank lines behind the last row; a record longer than pieces; one without an end.
            Array("NIK,NAMA,X\n\(rows)1271900101901000,A,B".utf8), Array("NIK,NAMA,X\n\(rows)\n\n\n".utf8),
            Array("NIK,NAMA,X\n\(rows)1,\"\(String(repeating: "x\n", count: 20_000))\",2\n\(rows)".utf8),
            Array("NIK,NAMA,X\n\(rows)1,\"\(String(repeating: "x\n", count: 20_000))\n\(rows)".utf8),
        ]
    }

    @Test(arguments: [1, 2, 4, 16]) func isThatOfTheFile(threads: Int) throws {
        let path = NSTemporaryDirectory() + "sidik-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        for text in Self.lists() {
            try Data(text).write(to: URL(fileURLWithPath: path))
            let list = ListText(
                file: try InputFile(path: path),
                grammar: RecordGrammar(delimiter: UInt8(ascii: ","), newline: 10, quoting: true), width: 3,
                firstOffset: min(11, text.count), firstRow: 2, keyColumn: 0, emptyWord: nil,
                kinds: RowKinds(headingRows: [["NIK", "NAMA", "X"]], totalWords: ["JUMLAH"]))
            let blocks = BlockSequence(list, pieceSize: 8192)
            let digest = ReadingDigest(blocks)
            _ = try Workers.run(threads) {
                Block(width: 3)
            } _: { (block, stop) in
                while let piece = blocks.next() {
                    do {
                        try blocks.read(piece, into: &block)
                        try digest.take(piece, &block, stop)
                    } catch {
                        Issue.record(error)
                        return
                    }
                }
            }
            digest.complete()
            #expect(digest.wait() == Digest.hex(of: text))
        }
    }
}
