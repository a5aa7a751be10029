import Columns
import Foundation
import Testing

@Suite struct OutputFileTests {
    private func folder() throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("output-\(UUID().uuidString)").path
        try Directories.create(path)
        return path
    }

    /// Pieces smaller, as large and larger than the buffer, in every order, all arrive in order.
    @Test(arguments: [1, 4, 16])
    func piecesArriveInOrder(bufferSize: Int) throws {
        let folder = try folder()
        defer { try? Directories.remove(folder) }
        let file = try OutputFile(creating: "\(folder)/f", digest: true, bufferSize: bufferSize)
        var expected: [UInt8] = []
        for length in [0, 3, 1, 16, 2, 40, 4, 0, 15, 17] {
            let piece = (0..<length).map { UInt8(truncatingIfNeeded: expected.count + $0) }
            try file.append(piece)
            expected += piece
            #expect(file.byteCount == expected.count)
        }
        let written = try file.finish()
        #expect(written.bytes == expected.count)
        #expect(written.sha256 == Digest.hex(of: expected))
        #expect(FileManager.default.contents(atPath: "\(folder)/f").map(Array.init) == expected)
    }

    @Test func onlyTheOwnerMayRead() throws {
        let folder = try folder()
        defer { try? Directories.remove(folder) }
        let file = try OutputFile(creating: "\(folder)/f", digest: false)
        let written = try file.finish()
        #expect(written.bytes == 0 && written.sha256 == nil)
        let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/f")[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let folderMode = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int
        #expect(folderMode == 0o700)
    }

    @Test func neverWritesOverOrThroughALink() throws {
        let folder = try folder()
        defer { try? Directories.remove(folder) }
        _ = try OutputFile(creating: "\(folder)/f", digest: false).finish()
        try FileManager.default.createSymbolicLink(atPath: "\(folder)/link", withDestinationPath: "\(folder)/elsewhere")
        for name in ["f", "link"] {
            let error = #expect(throws: FileError.self) { try OutputFile(creating: "\(folder)/\(name)", digest: false) }
            #expect(error?.cause == .exists)
        }
        #expect(try Directories.status(of: "\(folder)/elsewhere") == nil)
    }

    @Test func aFullDiskIsSaid() throws {
        guard try Directories.status(of: "/dev/full") != nil else { return }
        // /dev/full refuses every byte, but is no new file: the nearest refusal is at creation.
        let error = #expect(throws: FileError.self) { try OutputFile(creating: "/dev/full", digest: false) }
        #expect(error?.cause == .exists)
    }

    @Test func removingTakesLinksButNotWhatTheyPointAt() throws {
        let folder = try folder()
        defer { try? Directories.remove(folder) }
        try Directories.create("\(folder)/kept")
        try Directories.create("\(folder)/gone")
        try Directories.create("\(folder)/gone/deep")
        _ = try OutputFile(creating: "\(folder)/kept/f", digest: false).finish()
        _ = try OutputFile(creating: "\(folder)/gone/deep/g", digest: false).finish()
        try FileManager.default.createSymbolicLink(atPath: "\(folder)/gone/link", withDestinationPath: "\(folder)/kept")
        try Directories.remove("\(folder)/gone")
        #expect(try Directories.names(in: folder) == ["kept"])
        #expect(try Directories.names(in: "\(folder)/kept") == ["f"])
    }
}
