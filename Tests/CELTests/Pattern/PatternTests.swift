import CEL
import Diagnostics
import Testing

struct PatternTests {
    static func matches(_ text: String, _ pattern: String) throws -> CELOutcome {
        let declarations = Declarations(types: ["t": .string, "p": .string])
        return try Expressions.check("t.matches(p)", declarations: declarations).get()
            .evaluate(["t": .value(.string(text)), "p": .value(.string(pattern))])
    }

    @Test(arguments: [
        ("abcd", "bc", true), ("abcd", "^bc", false), ("abcd", "cd$", true), ("", "", true), ("x", "", true),
        ("hubba", "ub{2}a", true), ("hubba", "ub{3}", false), ("ab{2", "b{2", true), ("aaa", "^a{2,}$", true),
        ("aaa", "^a{0,2}$", false), ("abab", "^(ab)*$", true), ("aba", "^(?:ab)*$", false), ("", "^(a*)*$", true),
        ("b", "^(a|b|)+$", true), ("A", "[^a-z]", true), ("-", "[a-]", true), ("]", "[]]", true), ("x", "[^]]", true),
        ("7", "^\\d$", true), ("٧", "^\\d$", false), ("a_1", "^\\w+$", true), (" ", "\\S", false), ("x", "\\W|x", true),
        ("foo bar", "\\bbar\\b", true), ("foobar", "\\bbar", false), ("foobar", "\\Bbar", true),
        ("ABC", "(?i)abc", true), ("ABC", "(?i:ab)c", false), ("É", "(?i)é", true), ("A", "(?i)[^a]", false),
        ("a\nb", "a.b", false), ("a\nb", "(?s)a.b", true), ("a\nb", "^b$", false), ("a\nb", "(?m)^b$", true),
        ("a.b", "\\Qa.b\\E", true), ("axb", "\\Qa.b\\E", false), ("😀😀", "^(a|😀){2}$", true), ("é", "\\pL", true),
        ("é", "\\p{Lu}", false), ("1", "\\P{L}", true), ("x1", "[[:alpha:]][[:digit:]]", true),
        ("x", "[[:^alpha:]]", false),
        ("A", "\\x41", true), ("😀", "\\x{1F600}", true), ("\u{0}", "\\0", true), ("a", "a*?", true),
        ("ab", "(?P<n>a)b", true),
        ("a\n", "a$", false), ("a\n", "a\\z", false), ("{", "{", true), ("a{,2}", "a{,2}", true),
        ("xay", "(?U)a+", true),
    ])
    func finds(text: String, pattern: String, expected: Bool) throws {
        #expect(try Self.matches(text, pattern) == .value(.bool(expected)), "\(text) \(pattern)")
    }

    @Test(arguments: [
        ("(a)\\1", "matches(): back-references (\\1) are no part of RE2"),
        ("a(?=b)", "matches(): look-around (?=…) is no part of RE2"),
        ("(?<!a)b", "matches(): look-around (?=…) is no part of RE2"), ("(", "matches(): '(' is not closed"),
        (")", "matches(): ')' without '('"), ("[a", "matches(): '[' is not closed"),
        ("*a", "matches(): nothing for '*' to repeat"), ("a**", "matches(): repeated repetition '*'"),
        ("a{1001}", "matches(): {n,m} repeats at most 1000 times"),
        ("a{3,2}", "matches(): {n,m} repeats at most 1000 times"),
        ("[z-a]", "matches(): range z-a is reversed"), ("\\", "matches(): '\\' at the end"),
        ("\\p{Greek}", "matches(): \\p{Greek}: only general categories of Unicode (L, Lu, Nd, …) are known"),
        ("\\y", "matches(): unknown \\y"), ("(?x)a", "matches(): unknown group (?x"),
        ("[[:no:]]", "matches(): unknown class [:no:]"),
        ("((a{100}){100}){100}", "matches(): the pattern is too large"),
        (String(repeating: "(", count: 5000), "matches(): nested deeper than 200 levels"),
    ])
    func refuses(pattern: String, message: String) throws {
        guard case .error(let error) = try Self.matches("a", pattern) else {
            Issue.record("\(pattern) is accepted")
            return
        }
        #expect(error.english == message)
    }

    /// What makes other engines take for ever.
    @Test func neverExplodes() throws {
        let text = String(repeating: "a", count: 200)
        #expect(try Self.matches(text, "(a+)+$|(a|a)*b|(.*)*c") == .value(.bool(true)))
        #expect(try Self.matches(text, "^(a?){100}b") == .value(.bool(false)))
    }
}
