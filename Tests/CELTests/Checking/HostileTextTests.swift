import CEL
import Diagnostics
import Testing

/// Texts made to break a parser end in findings: no trap, no exhausted stack, no endless work.
struct HostileTextTests {
    static func check(_ source: String) -> [Finding] {
        switch Expressions.check(source, declarations: Declarations(types: ["x": .undetermined])) {
        case .success: []
        case .failure(let problems): problems.findings
        }
    }

    static func many(_ text: String, _ count: Int = 20_000) -> String { String(repeating: text, count: count) }

    @Test(arguments: ["(", "[", "!", "-", "x.f(", "[1].all(x, ", "true ? true : ", "1 + ", "x.", "{", "x == "])
    func deep(part: String) {
        let findings = Self.check(Self.many(part, 90_000 / part.count) + "1")
        #expect(!findings.isEmpty && findings.count < 10)
        #expect(findings.contains { $0.code == "expression_too_large" || $0.code == "expression_left_out" })
    }

    @Test func deepAndClosed() {
        #expect(Self.check(Self.many("(", 150) + "1" + Self.many(")", 150)).isEmpty)
        let findings = Self.check(Self.many("(", 40_000) + "1" + Self.many(")", 40_000))
        #expect(findings.map(\.code) == ["expression_too_large"])
    }

    @Test func longChainsOfLogicAreFine() {
        #expect(Self.check(Self.many("x || ", 10_000) + "x").isEmpty)
        #expect(Self.check(Self.many("x && !x || ", 5_000) + "x").isEmpty)
    }

    @Test func tooLong() {
        #expect(Self.check(Self.many("1 + ", 30_000) + "1").map(\.code) == ["expression_too_large"])
        #expect(Self.check("'" + Self.many("x", 2_000_000) + "'").map(\.code) == ["expression_too_large"])
    }

    @Test(arguments: [
        "", " ", "\u{0}", "'\u{0}", "\"\\", "'\\u", "'\\U0011FFFF'", "0x", "0xFFFFFFFFFFFFFFFFFF",
        "99999999999999999999999",
        "-99999999999999999999", ".", "..", "x.", "x..y", "x.1", "@", "#", "\u{FEFF}1", "1 1", ")", "]", "}", "(]",
        "[)", "?",
        ":", "x ? ", "x ? 1", "x ? 1 :", "in", "x in", "'''", "r'", "b'", "br\"\"\"", "\r", "//", "1 // x\n 2", "has()",
        "has",
        "x.exists()", "exists(x, true)", "\u{1F1EE}\u{1F1E9}", "e\u{301}", "x\u{301}", "'a' '\n'", "true.false",
        "1.0.0", "1..2",
        "null.x", "in.x", "for", "x.in", "x.null", "x{", "x{}", "{}", "{1}", "x[", "x[]", "x[0", "f(,)", "f(1,)", "[,]",
    ])
    func odd(source: String) {
        let findings = Self.check(source)
        #expect(!findings.isEmpty)
        for finding in findings {
            // The caret stands in the line it points into.
            guard let excerpt = finding.excerpt else { continue }
            #expect(excerpt.indent <= excerpt.line.count)
            #expect(excerpt.indent + excerpt.width <= excerpt.line.count + 1)
        }
    }

    /// Any cut of a text, and any text with one character changed, is answered.
    @Test func mutilated() {
        let source = "has(x) && [1, 2].all(i, i >= -x) ? 'a\\n\\u00e9' in [\"b\", r'c'] : x.matches('^a') // end"
        let scalars = Array(source.unicodeScalars)
        for cut in scalars.indices {
            for odd in ["", "(", "'", "\\", ".", "é", "\u{0}", "&", "]"] {
                var text = String.UnicodeScalarView(scalars[..<cut])
                text.append(contentsOf: odd.unicodeScalars)
                _ = Self.check(String(text))
                text.append(contentsOf: scalars[(cut + 1)...])
                _ = Self.check(String(text))
            }
        }
    }

    @Test func longLinesAreCutAroundTheCaret() {
        let findings = Self.check(Self.many("x || ", 1000) + "nothing" + Self.many(" || x", 1000))
        #expect(findings.count == 1)
        let excerpt = findings[0].excerpt
        #expect(excerpt?.line.count == 102)
        #expect(excerpt.map { String($0.line.dropFirst($0.indent).prefix($0.width)) } == "nothing")
    }

    @Test func workIsBounded() {
        let list = "[" + (0..<200).map(String.init).joined(separator: ", ") + "]"
        let source = "\(list).all(a, \(list).all(b, \(list).all(c, \(list).all(d, a + b + c + d >= 0))))"
        let answer = EvalLine().answer("{\"expr\": \"\(source)\"}")
        #expect(answer == #"{"error":"the expression takes too much work"}"#)
    }
}
