import Columns
import Dispatch
import Foundation
import Testing

@Suite struct WordFileTests {
    private func folder() throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("words-\(UUID().uuidString)").path
        try Directories.create(path)
        return path
    }

    @Test func manyThreadsFindTheirWordsAgain() throws {
        let folder = try folder()
        defer { try? Directories.remove(folder) }
        let file = try WordFile(in: folder)
        let places = Guarded<[(place: Int, thread: Int, count: Int)]>([])
        DispatchQueue.concurrentPerform(iterations: 4) { thread in
            for count in 0..<200 {
                let words = (0..<count).map { UInt64(thread) << 32 | UInt64(count) << 16 | UInt64($0) }
                guard let place = try? file.append(words[...]) else { return }
                places.withLock { $0.append((place, thread, count)) }
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
        let found = places.withLock { $0 }
        #expect(found.count == 800)
        #expect(file.count == 4 * 199 * 200 / 2)
        var words: [UInt64] = []
        for (place, thread, count) in found {
            try file.read(count, at: place, into: &words)
            #expect(
                words.prefix(count).elementsEqual(
                    (0..<count).map { UInt64(thread) << 32 | UInt64(count) << 16 | UInt64($0) }))
        }
    }

    @Test func aReservedPlaceIsWrittenInAnyOrder() throws {
        let folder = try folder()
        defer { try? Directories.remove(folder) }
        let file = try WordFile(in: folder)
        let first = file.reserve(4)
        let second = try file.append([9, 9])
        #expect((first, second) == (0, 4))
        try file.write([30, 40], at: first + 2)
        try file.write([10, 20][...], at: first)
        var words: [UInt64] = [1, 1]
        try file.read(6, at: 0, into: &words, position: 1)
        #expect(words == [1, 10, 20, 30, 40, 9, 9])
    }

    /// What was never written is not made up.
    @Test func readingBeyondTheEndIsRefused() throws {
        let folder = try folder()
        defer { try? Directories.remove(folder) }
        let file = try WordFile(in: folder)
        _ = try file.append([1, 2])
        var words: [UInt64] = []
        #expect(throws: FileError.self) { try file.read(3, at: 0, into: &words) }
        #expect(throws: FileError.self) { try file.read(1, at: -1, into: &words) }
    }

    @Test func aFolderThatIsNotThereIsRefused() {
        #expect(throws: FileError.self) { try WordFile(in: "/tidak/ada") }
    }
}
