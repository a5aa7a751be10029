import Columns
import Foundation
import Rules
import Samples
import Schema
import Tabular
import Testing

@Suite("The shipped sample")
struct ShippedSampleTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Sheets of a workbook with their rows as text.
    private static func rows(_ file: URL, _ schema: ListSchema) throws -> [String] {
        let spools = FileManager.default.temporaryDirectory.path
        let file = try ListFile(InputFile(path: file.path), path: file.path, spools: spools, schema: schema)
        #expect(!file.lists.isEmpty)
        return try file.lists.map { list in
            var bytes = [UInt8](repeating: 0, count: list.text.size)
            _ = try list.text.read(at: 0, count: bytes.count, into: &bytes)
            return (list.sheet?.name ?? "") + "\n" + String(decoding: bytes, as: UTF8.self)
        }
    }

    @Test("samples/ is what `siappilih sample --people 3000 --seed 2018 --excel` writes with the shipped rules")
    func isWhatTheGeneratorWrites() throws {
        let book = try RuleBook.load(directory: Self.root.appendingPathComponent("rules").path)
        let day = try #require(book.election("pilkada-2018")?.votingDay)
        let ruleset = try Ruleset(book: book, election: "pilkada-2018", asOf: day, today: day)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let plan = Sample.Plan(
            people: 3000, seed: 2018, schema: ruleset.schema, election: ruleset.electionID,
            votingDay: ruleset.votingDay,
            excel: true)
        let report = try Sample.write(plan, to: folder.path)
        let samples = Self.root.appendingPathComponent("samples")
        for name in report.files {
            let shipped = samples.appendingPathComponent(name)
            let made = folder.appendingPathComponent(name)
            if name.hasSuffix(".xlsx") {
                // Another version of the library that writes workbooks may pack the same rows otherwise.
                #expect(try Self.rows(made, ruleset.schema) == Self.rows(shipped, ruleset.schema), "\(name)")
            } else {
                #expect(try Data(contentsOf: made) == Data(contentsOf: shipped), "\(name)")
            }
        }
        let others = try FileManager.default.contentsOfDirectory(atPath: samples.path).filter { !$0.hasSuffix(".md") }
        #expect(others.sorted() == report.files.sorted())
    }
}
