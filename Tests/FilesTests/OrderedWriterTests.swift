import Columns
import Dispatch
import Foundation
import Testing

@testable import Files
@testable import Workers

@Suite struct OrderedWriterTests {
    private func temporaryFile() -> String {
        NSTemporaryDirectory() + "tertib-\(UUID().uuidString)"
    }

    /// Pieces of many threads stand in their order in every file, and the digests are those of what stands there.
    @Test(arguments: [1, 2, 5]) func piecesStandInTheirOrder(threads: Int) throws {
        let paths = [temporaryFile(), temporaryFile()]
        defer { for path in paths { try? FileManager.default.removeItem(atPath: path) } }
        let files = try paths.map { try OutputFile(creating: $0, digest: true, bufferSize: 1000) }
        let writer = OrderedWriter(try zip(files, paths).map { (try TableFile($0), $1) })
        let counter = Counter()
        let pieces = 400
        let stop = StopSign()
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            var lines = [LineBuffer(), LineBuffer()]
            while let piece = counter.next(below: pieces) {
                for place in lines.indices {
                    #expect(lines[place].count == 0)
                    lines[place].append(Array("\(place):\(piece)\n".utf8))
                    if piece % 7 == 0 { lines[place].append([UInt8](repeating: 46, count: 20_000)) }
                }
                do { try writer.write(piece, &lines, stop) } catch { Issue.record(error) }
            }
        }
        for (place, file) in writer.finish().enumerated() {
            let written = try file.finish()
            var expected: [UInt8] = []
            for piece in 0..<pieces {
                expected += Array("\(place):\(piece)\n".utf8)
                if piece % 7 == 0 { expected += [UInt8](repeating: 46, count: 20_000) }
            }
            let found = try Data(contentsOf: URL(fileURLWithPath: paths[place]))
            #expect(Array(found) == expected)
            #expect(written.bytes == expected.count)
            #expect(written.sha256 == Digest.hex(of: expected))
        }
    }

    /// Where the thread with the next piece failed, a thread whose piece is far ahead does not wait for it forever.
    @Test func aFailureElsewhereEndsTheWait() throws {
        let path = temporaryFile()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let writer = OrderedWriter([(try TableFile(OutputFile(creating: path, digest: false)), path)])
        let stop = StopSign()
        stop.raise()
        var lines = [LineBuffer()]
        try writer.write(1000, &lines, stop)
        for file in writer.finish() { #expect(try file.finish().bytes == 0) }
    }
}
