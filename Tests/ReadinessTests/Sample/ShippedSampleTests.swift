import Civil
import Diagnostics
import Foundation
import Readiness
import Rules
import Testing

@Suite("The shipped sample")
struct ShippedSampleTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test("samples/ is what `siappilih sample --people 3000 --seed 2018` writes with the shipped rules")
    func isWhatTheGeneratorWrites() throws {
        let book = try RuleBook.load(directory: Self.root.appendingPathComponent("rules").path)
        let day = try #require(book.election("pilkada-2018")?.votingDay)
        let ruleset = try Ruleset(book: book, election: "pilkada-2018", asOf: day, today: day)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let plan = Sample.Plan(
            people: 3000, seed: 2018, schema: ruleset.schema, election: ruleset.electionID, votingDay: ruleset.votingDay
        )
        let report = try Sample.write(plan, to: folder.path)
        let samples = Self.root.appendingPathComponent("samples")
        for name in report.files {
            let shipped = try Data(contentsOf: samples.appendingPathComponent(name))
            #expect(try Data(contentsOf: folder.appendingPathComponent(name)) == shipped, "\(name)")
        }
        let others = try FileManager.default.contentsOfDirectory(atPath: samples.path).filter { !$0.hasSuffix(".md") }
        #expect(others.sorted() == report.files.sorted())
    }
}
