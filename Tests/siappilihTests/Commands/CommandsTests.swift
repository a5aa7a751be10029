import Diagnostics
import Testing

@testable import siappilih

@Suite struct CommandsTests {
    @Test(arguments: [
        ("chek", "unknown command 'chek'; did you mean 'check'?"),
        ("rules", "unknown command 'rules'; choose: rules list, rules show, rules eval"),
        ("rules lst", "unknown command 'rules lst'; did you mean 'rules list'?"),
        ("zzz", "unknown command 'zzz'; see: siappilih help"),
    ])
    func unknownCommandsAreAnswered(name: String, expected: String) {
        let failure = #expect(throws: Failure.self) { try Commands.find(name) }
        #expect(failure?.kind == .usage)
        #expect(failure?.findings.map { $0.rendered(in: .english) } == [expected])
    }

    @Test(
        arguments: [
            (["check", "a.json5", "--out", "o"], "check", ["a.json5", "--out", "o"]),
            (["--lang", "id", "check"], "check", ["--lang", "id"]),
            (["--out", "check", "check"], "check", ["--out", "check"]),
            (["--population", "a.csv", "check"], "check", ["--population", "a.csv"]),
            (["rules", "--json", "show", "x"], "rules show", ["--json", "x"]),
            (["--quiet", "rules"], "rules", ["--quiet"]),
            (["nope", "--", "check"], "nope", ["--", "check"]),
            (["--json"], nil, ["--json"]),
        ] as [([String], String?, [String])])
    func theCommandIsFoundWhereverItStands(words: [String], name: String?, rest: [String]) {
        let line = CommandWords(words, commands: Commands.all)
        #expect(line.name == name)
        #expect(line.rest == rest)
    }
}
