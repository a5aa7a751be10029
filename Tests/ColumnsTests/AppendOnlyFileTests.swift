import Columns
import Foundation
import Testing

@Suite struct AppendOnlyFileTests {
    private func path() -> String {
        FileManager.default.temporaryDirectory.appendingPathComponent("log é-\(UUID().uuidString)").path
    }

    @Test func whatIsAddedStandsBehindWhatWasThere() throws {
        let path = path()
        defer { try? Directories.remove(path) }
        let file = try OutputFile(creating: path, digest: false)
        try file.append("one\n")
        _ = try file.finish()
        try AppendOnlyFile.append(Array("two\n".utf8), to: path)
        try AppendOnlyFile.append([], to: path)
        try AppendOnlyFile.append([UInt8](repeating: 0x33, count: 300_000), to: path)
        let found = FileManager.default.contents(atPath: path).map { Array($0) }
        #expect(found == Array("one\ntwo\n".utf8) + [UInt8](repeating: 0x33, count: 300_000))
    }

    @Test func noFileIsMade() {
        let path = path()
        let error = #expect(throws: FileError.self) { try AppendOnlyFile.append([0x31], to: path) }
        #expect(error?.cause == .missing)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func aFolderIsNoFile() throws {
        let path = path()
        try Directories.create(path)
        defer { try? Directories.remove(path) }
        let error = #expect(throws: FileError.self) { try AppendOnlyFile.append([0x31], to: path) }
        #expect(error?.cause == .isDirectory)
    }
}
