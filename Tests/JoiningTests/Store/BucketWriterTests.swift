import Foundation
import Testing

@testable import Files
@testable import Joining

@Suite struct BucketWriterTests {
    /// Whatever the buffers' size, each bucket's records come back whole and in order.
    @Test(arguments: [4, 5, 8, 64, 4096])
    func recordsKeepTheirOrder(room: Int) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("buckets-\(UUID().uuidString)").path
        let directory = try RunDirectory.begin(at: folder, force: false, digests: false)
        let file = try PartFile(in: directory.spools, shown: folder)
        var writer = BucketWriter(file, buckets: 3, room: room)
        var expected: [[[UInt64]]] = [[], [], []]
        for number in 0..<UInt64(500) {
            let bucket = Int(number * 7 % 5 % 3)
            if number % 3 == 0 {
                try writer.append(number, number + 1000, to: bucket)
                expected[bucket].append([number, number + 1000])
            } else {
                let record = (0..<(number % 3 + 2)).map { number << 8 | $0 }
                try writer.append(record, to: bucket)
                expected[bucket].append(record)
            }
            if number == 250 { try writer.finish() }
        }
        try writer.finish()
        var words: [UInt64] = []
        for bucket in 0..<3 {
            var whole: [UInt64] = []
            var ends: Set<Int> = []
            for chunk in writer.chains[bucket] {
                #expect(chunk.count <= room)
                try file.read(chunk.count, at: chunk.place, into: &words)
                whole += words.prefix(chunk.count)
                ends.insert(whole.count)
            }
            #expect(whole == expected[bucket].flatMap { $0 })
            // No record is parted by the end of a chunk.
            var recordEnds: Set<Int> = []
            var end = 0
            for record in expected[bucket] {
                end += record.count
                recordEnds.insert(end)
            }
            #expect(ends.isSubset(of: recordEnds))
        }
    }
}
