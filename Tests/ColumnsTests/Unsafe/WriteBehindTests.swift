import Columns
import Foundation
import Testing

/// Files that outgrow the first buffer are written on a thread of their own, past the file cache.
@Suite struct WriteBehindTests {
    private func folder() throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("behind-\(UUID().uuidString)").path
        try Directories.create(path)
        return path
    }

    private func bytes(_ count: Int, _ seed: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: ($0 &* 31 &+ seed) >> 3) }
    }

    /// A byte less, as much, and a byte more than whole buffers of 2 MiB, of which there are three.
    @Test(arguments: [(1, -1), (1, 0), (2, 1), (3, 0), (3, 1)])
    func everyLengthArrivesWhole(buffers: Int, more: Int) throws {
        let folder = try folder()
        defer { try? Directories.remove(folder) }
        let whole = bytes(buffers << 21 + more, buffers)
        let file = try OutputFile(creating: "\(folder)/f", digest: true, bufferSize: 1000)
        var at = 0
        var piece = 1
        while at < whole.count {
            let end = min(at + piece, whole.count)
            try file.append(Array(whole[at..<end]))
            at = end
            piece = piece * 5 % 700_001 + 1
        }
        let written = try file.finish()
        #expect(written.bytes == whole.count)
        #expect(written.sha256 == Digest.hex(of: whole))
        #expect(FileManager.default.contents(atPath: "\(folder)/f").map { Array($0) == whole } == true)
    }

    /// A file that is let go unfinished ends its thread and blocks nobody.
    @Test func anAbandonedFileEnds() throws {
        let folder = try folder()
        defer { try? Directories.remove(folder) }
        for count in [0, 10, 5 << 20] {
            let file = try OutputFile(creating: "\(folder)/f\(count)", digest: true, bufferSize: 100)
            try file.append(bytes(count, 1))
        }
        #expect(try Directories.names(in: folder).count == 3)
    }
}
