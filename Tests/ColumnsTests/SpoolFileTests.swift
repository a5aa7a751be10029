import Foundation
import Testing

@testable import Columns

@Suite("A file without a name")
struct SpoolFileTests {
    @Test("What was appended is read back at any offset, and the folder stays empty", arguments: [1, 7, 1 << 18])
    func roundTrip(bufferSize: Int) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let spool = try SpoolFile(in: folder.path, bufferSize: bufferSize)
        var expected: [UInt8] = []
        for piece in 0..<100 {
            let bytes = (0..<piece).map { UInt8(truncatingIfNeeded: $0 &* piece) }
            try spool.append(bytes.span)
            expected += bytes
        }
        #expect(spool.byteCount == expected.count)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        let file = try spool.finish(calling: "daftar")
        #expect(file.size == expected.count)
        var read = [UInt8](repeating: 0, count: 200)
        let got = try file.read(at: 4_000, count: 200, into: &read)
        #expect(got == 200)
        #expect(Array(expected[4_000..<4_200]) == read)
    }

    @Test("A folder that is not there is refused by its name")
    func missing() {
        #expect(throws: FileError.self) { try SpoolFile(in: "/tidak/ada") }
    }
}
