import Foundation
import Testing

/// What `make fuzz` starts from, and what it has ever found, read again: one file an input, a folder a target.
@Suite struct CorpusTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Corpus")

    static let inputs: [String] = FuzzTarget.allCases.flatMap { target in
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/\(target.rawValue)")) ?? []
        return names.sorted().map { "\(target.rawValue)/\($0)" }
    }

    @Test(arguments: inputs) func inputsAreTaken(input: String) throws {
        let target = try #require(FuzzTarget(rawValue: String(input.prefix { $0 != "/" })))
        target.take(Array(try Data(contentsOf: Self.folder.appendingPathComponent(input))))
    }

    @Test func everyTargetHasACorpus() {
        for target in FuzzTarget.allCases { #expect(Self.inputs.contains { $0.hasPrefix(target.rawValue + "/") }) }
    }

    /// A few thousand inputs made by cutting, doubling and overwriting those of the corpus.
    @Test(arguments: FuzzTarget.allCases) func changedInputsAreTaken(target: FuzzTarget) throws {
        let seeds = try Self.inputs.filter { $0.hasPrefix(target.rawValue + "/") }
            .map { Array(try Data(contentsOf: Self.folder.appendingPathComponent($0))) }.filter { $0.count < 4096 }
        var state: UInt64 = 0x5EED
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(1, bound)
        }
        for _ in 0..<300 {
            var bytes = seeds.isEmpty ? [] : seeds[random(seeds.count)]
            for _ in 0...random(6) where !bytes.isEmpty {
                let place = random(bytes.count)
                switch random(4) {
                case 0: bytes[place] = UInt8(random(256))
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 20)], at: random(bytes.count))
                default: bytes.insert([0x22, 10, 13, 0x2C, 0x3C, 0, 0xFF][random(7)], at: place)
                }
            }
            target.take(bytes)
        }
    }
}
