import Civil
import Foundation
import Testing

@testable import Documents
@testable import Rules

/// The people of `rules/tests/`: each must get the decision that the lawyer wrote beside them.
@Suite struct ShippedCasesTests {
    struct File {
        var election: String
        var asOf: CivilDate
        var cases: [(name: String, person: Person, expected: Named)]
    }

    static let files: [String] = {
        let folder = ShippedRules.directory + "/tests"
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".json5") }
            .sorted()
    }()

    @Test(arguments: files) func everyCaseIsDecidedAsWritten(_ name: String) throws {
        let file = try #require(try Self.read(name))
        let ruleset = try Ruleset(
            book: try ShippedRules.book(), election: file.election, asOf: file.asOf, today: file.asOf)
        let decider = try Decider(ruleset)
        let decided = try decider.decide(file.cases.map(\.person))
        for (entry, found) in zip(file.cases, decided) {
            var expected = entry.expected
            expected.isFirstTime = found.isFirstTime
            #expect(found == expected, "\(name): \(entry.name)")
        }
        #expect(file.cases.count > 0)
    }

    @Test func casesAreThere() { #expect(Self.files.count >= 9) }

    static func read(_ name: String) throws -> File? {
        let path = ShippedRules.directory + "/tests/" + name
        let log = FindingLog()
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let place = try #require(DocumentPlace(Document(name: name, bytes: bytes), log: log))
        let file: File? = place.fields { fields in
            let election = fields.required("election")?.text()
            let asOf = fields.required("as_of")?.day()
            let cases = fields.required("cases")?.list { $0.fields(Self.person) }
            guard let election, let asOf, let cases else { return nil }
            return File(election: election, asOf: asOf, cases: cases)
        }
        #expect(log.findings.isEmpty)
        return file
    }

    private static func person(_ fields: Fields) -> (name: String, person: Person, expected: Named)? {
        let name = fields.required("name")?.text()
        _ = fields.required("why")?.text()
        var person = Person()
        for (key, _, value) in fields.required("facts")?.members() ?? [] {
            switch value.node.value {
            case .bool(let truth): person.facts[key] = .truth(truth)
            case .number: person.facts[key] = value.integer(in: -1_000_000...1_000_000).map { .number(Int32($0)) }
            default: person.facts[key] = value.text().map { .text($0) }
            }
        }
        let expected: Named? = fields.required("expect")?.fields { expect in
            let outcome = expect.required("outcome")?.text()
            let code = expect.nullable("kpu_code").flatMap { $0.node.isNull ? nil : $0.integer(in: 1...255) }
            let step = expect.required("next_step")?.text()
            let reasons = expect.required("reasons")?.texts()
            guard let outcome, let step, let reasons else { return nil }
            return Named(outcome: outcome, kpuCode: code, nextStep: step, reasons: reasons)
        }
        guard let name, let expected else { return nil }
        return (name, person, expected)
    }
}
