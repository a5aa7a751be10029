import Foundation
import Glibc
import Testing

@testable import Columns

/// More files than are held open at a time: each can be read at any moment, and none is taken for another.
@Suite struct HeldFilesTests {
    private static let many = 3 * HeldFiles.most

    private func open(_ count: Int, in folder: URL) throws -> [InputFile] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try (0..<count).map { number in
            let path = folder.appendingPathComponent("\(number)")
            try Data("list \(number)".utf8).write(to: path)
            return try InputFile(path: path.path)
        }
    }

    private func text(_ file: InputFile) throws -> String {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = try file.read(at: 0, count: bytes.count, into: &bytes)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    private func folder() -> URL {
        FileManager.default.temporaryDirectory.appendingPathComponent("held-\(UUID().uuidString)")
    }

    @Test func everyFileIsReadWhateverWasClosed() throws {
        let folder = folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try open(Self.many, in: folder)
        for place in [0, Self.many - 1, 1, Self.many / 2, 0] {
            #expect(try text(files[place]) == "list \(place)")
            #expect(files[place].isUnchanged)
        }
        let wrong = Guarded(0)
        JoinedThread.perform(8) { thread in
            for place in stride(from: thread, to: Self.many * 2, by: 3) {
                let number = place % Self.many
                if (try? text(files[number])) != "list \(number)" { wrong.withLock { $0 += 1 } }
            }
        }
        #expect(wrong.withLock { $0 } == 0)
    }

    /// Another file of that name, or the same with other contents, is not read for the one that was opened.
    @Test(arguments: [true, false]) func whatChangedMeanwhileIsRefused(isReplaced: Bool) throws {
        let folder = folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try open(Self.many, in: folder)
        let path = folder.appendingPathComponent("0")
        if isReplaced { try FileManager.default.moveItem(at: path, to: folder.appendingPathComponent("gone")) }
        try Data("LIST 0".utf8).write(to: path)
        #expect(!files[0].isUnchanged)
        let error = #expect(throws: FileError.self) { try text(files[0]) }
        #expect(error?.cause == .changed)
        #expect(try text(files[1]) == "list 1")
    }
}
