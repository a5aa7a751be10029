import Testing

@testable import Options

@Suite struct NamePatternTests {
    @Test(arguments: [
        ("*", ["a", "a.csv", "[", "é"], [".a"]),
        ("*.csv", ["a.csv", "a.b.csv"], ["a.csv2", "acsv", ".csv", "a.CSV"]),
        ("dp4-?.csv", ["dp4-1.csv", "dp4-é.csv"], ["dp4-.csv", "dp4-10.csv"]),
        ("[a-c]x", ["ax", "cx"], ["dx", "x", "-x"]), ("[!a-c]x", ["dx"], ["ax", "x"]), ("[^a]", ["b"], ["a"]),
        ("[]a]", ["]", "a"], ["b"]), ("[a-]", ["a", "-"], ["b"]), ("[c-a]", ["b"], ["d"]), ("[a", ["[a"], ["a"]),
        (".*", [".a"], ["a"]), ("a*b*c", ["abc", "aXbbYc", "abcbc"], ["acb", "ab"]), ("a**", ["a", "ab"], ["b"]),
        ("(1).csv", ["(1).csv"], ["1.csv"]),
    ])
    func fits(_ pattern: String, _ fitting: [String], _ others: [String]) {
        let pattern = NamePattern(pattern)
        for name in fitting { #expect(pattern.fits(name), "\(name)") }
        for name in others { #expect(!pattern.fits(name), "\(name)") }
    }

    /// Names of two letters against every pattern of up to four, by a second reading of what a pattern means.
    @Test func everyShortPatternMeansWhatAShellSays() {
        let letters = ["a", "b", "*", "?"]
        var patterns = [""]
        for _ in 0..<4 { patterns += patterns.flatMap { known in letters.map { known + $0 } } }
        var names = [""]
        for _ in 0..<3 { names += names.flatMap { [$0 + "a", $0 + "b"] } }
        for pattern in Set(patterns) {
            for name in Set(names) {
                #expect(NamePattern(pattern).fits(name) == Self.fits(name[...], pattern[...]), "\(pattern) \(name)")
            }
        }
    }

    private static func fits(_ name: Substring, _ pattern: Substring) -> Bool {
        guard let first = pattern.first else { return name.isEmpty }
        if first == "*" {
            return fits(name, pattern.dropFirst()) || (!name.isEmpty && fits(name.dropFirst(), pattern))
        }
        return !name.isEmpty && (first == "?" || first == name.first) && fits(name.dropFirst(), pattern.dropFirst())
    }
}
