import Testing

@testable import Tabular

@Suite struct SharedStringsTests {
    /// In memory or in a file: the same texts come back, in any order.
    @Test(arguments: [1 << 20, 4096, 0]) func textsComeBack(memory: Int) throws {
        var dice = Dice(seed: 7)
        let texts = (0..<3000).map { number in
            String(repeating: "é", count: Int.random(in: 0...40, using: &dice)) + "\(number)"
        }
        var strings = SharedStrings(directory: SheetReading.folder, memory: memory)
        for text in texts { try strings.append(Array(text.utf8).span) }
        try strings.finish()
        #expect(strings.isSpilled == (memory < 1 << 20))
        for _ in 0..<5000 {
            let number = Int.random(in: 0..<texts.count, using: &dice)
            var bytes: [UInt8] = [1]
            #expect(try strings.copy(number, to: &bytes))
            #expect(bytes == [1] + Array(texts[number].utf8))
        }
        var none: [UInt8] = []
        #expect(try !strings.copy(3000, to: &none) && !strings.copy(-1, to: &none) && none.isEmpty)
    }

    @Test func longTextsSpillAndComeBack() throws {
        var strings = SharedStrings(directory: SheetReading.folder, memory: 1000)
        for number in 0..<600 {
            try strings.append([UInt8](repeating: UInt8(number & 255), count: 20_000).span)
        }
        try strings.finish()
        for number in [599, 0, 300, 1, 599] {
            var bytes: [UInt8] = []
            #expect(try strings.copy(number, to: &bytes))
            #expect(bytes.count == 20_000 && bytes[0] == UInt8(number & 255))
        }
    }
}
