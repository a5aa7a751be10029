import CEL
import Civil
import Diagnostics
import Foundation
import Testing

/// Every `bad/NAME.cel` gives, word for word, the findings in `bad/NAME.expected`.
///
/// The first line of a `.cel` file may name the profile: `// rules`. Set SIAPPILIH_RECORD=1 to write the expected files anew;
/// such a run fails, so that nobody mistakes it for a test.
struct BadExpressionTests {
    static let directory = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "bad")

    static let names: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? [])
        .filter { $0.hasSuffix(".cel") }.map { String($0.dropLast(4)) }.sorted()

    static let layout: FactLayout = {
        var layout = FactLayout()
        layout.declare("person.birth_date", .date)
        layout.declare("person.marital_status", .code(words: ["B", "S", "P"]))
        layout.declare("recording.class", .code(words: ["issued", "printed", "printable", "captured"]))
        layout.declare("suket", .presence)
        layout.declare("suket.issued_on", .date)
        layout.declare("duplicate.shared", .flag)
        layout.declare("field_finding.code", .integer)
        layout.declare("election.voting_day", .constant(.date(.latest)))
        layout.declare("params.voting_age", .constant(.int(17)))
        return layout
    }()

    @Test func thereAreCases() {
        #expect(Self.names.count > 20)
    }

    @Test(arguments: names)
    func tellsEverything(name: String) throws {
        let file = Self.directory.appending(path: "\(name).cel")
        var source = try String(contentsOf: file, encoding: .utf8)
        if source.hasSuffix("\n") { source.removeLast() }
        let profile: Profile = source.hasPrefix("// rules\n") ? .rules : .full
        let result = Expressions.check(
            source, origin: SourceLocation(file: "\(name).cel"), layout: Self.layout, profile: profile)
        guard case .failure(let problems) = result else {
            Issue.record("\(name) is accepted")
            return
        }
        let told =
            problems.findings.map { $0.rendered(in: .english) + "\n" + $0.message.indonesian + "\n" }
            .joined(separator: "\n")
        let expected = Self.directory.appending(path: "\(name).expected")
        if ProcessInfo.processInfo.environment["SIAPPILIH_RECORD"] != nil {
            try told.write(to: expected, atomically: true, encoding: .utf8)
            Issue.record("recorded \(name)")
        } else {
            #expect(told == (try? String(contentsOf: expected, encoding: .utf8)))
        }
    }
}
