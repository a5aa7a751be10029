import Diagnostics
import Testing

@testable import CEL

/// How texts become trees.
@Suite struct ParsingTests {
    private static let declarations = Declarations(types: [
        "a": .bool, "b": .bool, "c": .bool, "x": .int, "y": .int, "s": .string,
    ])

    private func outcome(_ source: String, _ facts: [String: CELOutcome]) throws -> CELOutcome {
        try Expressions.check(source, declarations: Self.declarations).get().evaluate(facts)
    }

    /// Two spellings of one tree decide alike, whatever the facts.
    @Test(arguments: [
        ("a || b && c", "a || (b && c)"), ("a && b || c", "(a && b) || c"), ("!a && b", "(!a) && b"), ("!!a", "a"),
        ("a ? b : c ? a : b", "a ? b : (c ? a : b)"), ("a || b ? b : c", "(a || b) ? b : c"),
        ("x + y * 2 == y", "(x + (y * 2)) == y"), ("x - y - 1 == 0", "((x - y) - 1) == 0"),
        ("x / 2 * 2 == x", "((x / 2) * 2) == x"), ("x % 3 + 1 == 2", "((x % 3) + 1) == 2"),
        ("-x + y == 0", "((-x) + y) == 0"),
        ("x < y == a", "(x < y) == a"), ("x in [1, 2] && a", "(x in [1, 2]) && a"),
        ("a // || true", "a"), ("a\n||\tb\u{C}\r\n", "a||b"), ("((((a))))", "a"), ("a != b", "!(a == b)"),
        ("[1, 2,].exists(i, i == x)", "x == 1 || x == 2"), ("[1, 2].all(i, i != x)", "!(x in [1, 2])"),
        ("size(s) == s.size()", "true"), ("s.matches('b+')", "matches(s, 'b+')"),
    ]) func spellingsOfOneTree(one: String, other: String) throws {
        for bits in 0..<8 {
            for (x, y) in [(0, 0), (1, 2), (2, -2), (5, 3)] as [(Int64, Int64)] {
                let facts: [String: CELOutcome] = [
                    "a": .value(.bool(bits & 1 != 0)), "b": .value(.bool(bits & 2 != 0)),
                    "c": .value(.bool(bits & 4 != 0)), "x": .value(.int(x)), "y": .value(.int(y)),
                    "s": .value(.string(bits & 1 != 0 ? "abba" : "")),
                ]
                #expect(try outcome(one, facts) == outcome(other, facts), "\(facts)")
            }
        }
    }

    /// Texts in every kind of quotes.
    @Test(arguments: [
        (#"'it"s'"#, "it\"s"), (#""it's""#, "it's"), (#"'''a'b''c'''"#, "a'b''c"), ("\"\"\"a\nb\"\"\"", "a\nb"),
        (#"r'\n'"#, "\\n"), (#"R"\x""#, "\\x"), (#"'\a\b\f\n\r\t\v'"#, "\u{7}\u{8}\u{C}\n\r\t\u{B}"),
        (#"'\\\?\"\'\`'"#, "\\?\"'`"), (#"'\x41\X42'"#, "AB"), (#"'\u00e9\U0001F642'"#, "é🙂"),
        (#"'\101\000'"#, "A\u{0}"),
        ("''", ""), ("r''''''", ""),
    ]) func texts(source: String, text: String) throws {
        guard case .value(.string(let found)) = try outcome(source, [:]) else {
            Issue.record("no text")
            return
        }
        #expect(Array(found.utf8) == Array(text.utf8))
    }

    private func problems(_ source: String, _ language: Language = .english) -> [String] {
        switch Expressions.check(source, declarations: Self.declarations) {
        case .success: []
        case .failure(let problems): problems.findings.map { String($0.rendered(in: language).prefix { $0 != "\n" }) }
        }
    }

    /// Every fault of a text is told at once, each at its place.
    @Test(arguments: [
        ("'abc", [":1:1: this string is not closed; add '"]),
        ("'''abc''", [":1:1: this string is not closed; add '''"]),
        (#"'\q'"#, [#":1:2: this '\' sequence is not known; write '\\' for a backslash, or put r before the string"#]),
        (#"'\ud800'"#, [":1:2: there is no character with this code"]),
        ("1 +", [":1:4: the expression ends too early"]),
        ("b'x'", [":1:1: bytes (b\"…\") are left out of the CEL profile"]),
        ("12ab", [":1:1: '12ab' is neither a number nor a name"]),
    ]) func faultsAreTold(source: String, messages: [String]) {
        #expect(problems(source) == messages)
        #expect(problems(source, .indonesian).count == messages.count)
        #expect(problems(source, .indonesian) != messages)
    }

    @Test(arguments: [
        "", " ", "()", "a b", "a &&", "&& a", "a & b", "a | b", "a = b", "(a", "a)", "[a", "a]", "a ? b", "a ? : b",
        "a..b",
        "a.", ".1", "{}", "{'a': 1}", "x{}", "a[", "f(,)", "size(,)", "!", "-", "a in", "\u{0}", "é", "`a`", "@", "a;b",
    ]) func whatIsNoExpressionIsRefused(source: String) {
        #expect(!problems(source).isEmpty)
    }

    /// Nesting has an end, chains of one operation have not.
    @Test func longExpressionsAreRead() throws {
        let chain = Array(repeating: "a", count: 5000).joined(separator: " || ")
        #expect(try outcome(chain, ["a": .value(.bool(true))]) == .value(.bool(true)))
        let deep = String(repeating: "(", count: 150) + "a" + String(repeating: ")", count: 150)
        #expect(try outcome(deep, ["a": .value(.bool(true))]) == .value(.bool(true)))
        let deeper = String(repeating: "!", count: 300) + "a"
        #expect(problems(deeper).first?.contains("the expression is nested deeper than 200 levels") == true)
        let long = "a" + String(repeating: " ", count: 100_000)
        #expect(problems(long).first?.contains("the expression is longer than 100000 characters") == true)
    }

    /// Fuzz: whatever is cut out of an expression or doubled in it is read or refused, and says so in words.
    @Test(arguments: 0..<40 as Range<UInt64>) func damagedExpressionsAreReadOrRefused(seed: UInt64) {
        let whole = Array(
            "(x + 1 < y || ['p', 'q'].exists(i, i == s)) && !has(x) ? a : matches(s, r'^[a-z]+$') == b".unicodeScalars)
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<50 {
            var scalars = whole
            for _ in 0...next(4) {
                let start = next(scalars.count)
                let end = min(scalars.count, start + 1 + next(6))
                if next(2) == 0 {
                    scalars.removeSubrange(start..<end)
                } else {
                    scalars.insert(contentsOf: scalars[start..<end], at: start)
                }
                if scalars.isEmpty { break }
            }
            var text = ""
            text.unicodeScalars.append(contentsOf: scalars)
            #expect(problems(text).allSatisfy { !$0.isEmpty })
        }
    }
}

/// A finding points into its line, however long that is.
@Suite struct SourceTextTests {
    private func finding(_ text: String, _ place: Range<Int>) -> Finding {
        SourceText(text, origin: SourceLocation(file: "f", row: 10, column: "5")).finding(
            Problem(.syntax, place, id: "x", en: "x"))
    }

    @Test(arguments: [
        ("abc", 1..<2, 10, "6"), ("a\nbc", 3..<4, 11, "2"), ("a\n\nb", 2..<2, 11, "1"), ("ab", 2..<2, 10, "7"),
    ])
    func placesAreLinesAndColumns(text: String, place: Range<Int>, row: Int, column: String) {
        let found = finding(text, place)
        #expect(found.location?.row == row)
        #expect(found.location?.column == column)
    }

    @Test func longLinesAreCutAroundThePlace() {
        let text = String(repeating: "a", count: 500) + "!" + String(repeating: "b", count: 500)
        let excerpt = finding(text, 500..<501).excerpt
        #expect(excerpt?.line.count == 102)
        #expect(excerpt?.line.hasPrefix("…") == true && excerpt?.line.hasSuffix("…") == true)
        #expect(excerpt.map { Array($0.line)[$0.indent] } == "!")
    }

    @Test func signsWithoutAShapeAreReplaced() {
        let excerpt = finding("a\u{1}\tb\r", 3..<4).excerpt
        #expect(excerpt?.line == "a\u{FFFD} b")
        #expect(excerpt?.indent == 3 && excerpt?.width == 1)
    }
}
