import Columns
import Foundation
import Testing

@testable import Tabular

@Suite struct UTF16TextTests {
    private func read(_ bytes: [UInt8], bigEndian: Bool) throws -> (String, Int) {
        let name = FileManager.default.temporaryDirectory.appendingPathComponent("utf16-" + UUID().uuidString)
        try Data(bytes).write(to: name)
        defer { try? FileManager.default.removeItem(at: name) }
        let found = try UTF16Text.transcode(
            InputFile(path: name.path), bigEndian: bigEndian, spools: SheetReading.folder, calling: "list")
        return (try SheetReading.text(found.file), found.broken)
    }

    private func bytes(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit -> [UInt8] in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 255)]
            return bigEndian ? bytes : bytes.reversed()
        }
    }

    @Test(arguments: [true, false]) func textsComeBack(bigEndian: Bool) throws {
        // Longer than one window, with pairs across its end.
        let text = String(repeating: "NIK;José;Ñ😀\r\n", count: 20_000)
        let mark = bytes("\u{FEFF}", bigEndian: bigEndian)
        let (read, broken) = try read(mark + bytes(text, bigEndian: bigEndian), bigEndian: bigEndian)
        #expect(read == text && broken == 0)
    }

    @Test func brokenUnitsAreCounted() throws {
        let lone: [UInt8] = [0x41, 0, 0x3D, 0xD8, 0x42, 0, 0, 0xDE, 0x43]
        let (text, broken) = try read(lone, bigEndian: false)
        #expect(text == "A\u{FFFD}B\u{FFFD}\u{FFFD}" && broken == 3)
        #expect(try read([0x3D, 0xD8], bigEndian: false).0 == "\u{FFFD}")
        #expect(try read([], bigEndian: true).0.isEmpty)
    }
}
