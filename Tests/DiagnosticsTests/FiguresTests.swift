import Testing

@testable import Diagnostics

@Suite struct FiguresTests {
    @Test(arguments: [
        (0, "0", "0"), (7, "7", "7"), (999, "999", "999"), (1000, "1.000", "1,000"),
        (1_234_567, "1.234.567", "1,234,567"),
        (-1000, "-1.000", "-1,000"), (100_000, "100.000", "100,000"),
        (Int.min, "-9.223.372.036.854.775.808", "-9,223,372,036,854,775,808"),
    ]) func counts(number: Int, indonesian: String, english: String) {
        #expect(Figures.count(number, .indonesian) == indonesian)
        #expect(Figures.count(number, .english) == english)
    }

    /// One decimal, rounded half up; a share of nothing is none.
    @Test(arguments: [
        (0, 10, "0,0 %", "0.0%"), (10, 10, "100,0 %", "100.0%"), (1, 3, "33,3 %", "33.3%"), (2, 3, "66,7 %", "66.7%"),
        (1, 2000, "0,1 %", "0.1%"), (1, 2001, "0,0 %", "0.0%"), (1999, 2000, "100,0 %", "100.0%"), (3, 0, "-", "-"),
    ]) func shares(part: Int, whole: Int, indonesian: String, english: String) {
        #expect(Figures.share(part, of: whole, .indonesian) == indonesian)
        #expect(Figures.share(part, of: whole, .english) == english)
    }
}

/// Findings as values: their order of severity, and where they are.
@Suite struct FindingTests {
    @Test(arguments: [
        (Diagnostics.SourceLocation(file: "a.csv"), "a.csv"), (SourceLocation(file: "a.csv", row: 3), "a.csv:3"),
        (Diagnostics.SourceLocation(file: "a.csv", row: 3, column: "NIK"), "a.csv:3:NIK"),
        (Diagnostics.SourceLocation(file: "a.csv", column: "NIK"), "a.csv:NIK"),
        (SourceLocation(file: "", row: 1), ":1"),
    ]) func places(location: Diagnostics.SourceLocation, text: String) {
        #expect(location.description == text)
    }

    @Test func errorsAreWorseThanWarnings() {
        #expect(Severity.allCases.sorted() == [.note, .warning, .error])
        #expect(Finding(code: "x", message: Bilingual(both: "x")).severity == .error)
    }

    @Test func textsAreInTheirLanguage() {
        let text = Bilingual(id: "satu", en: "one")
        #expect(Language.allCases.map { text.text(in: $0) } == ["satu", "one"])
        #expect(Bilingual(both: "x") == Bilingual(id: "x", en: "x"))
    }

    @Test func exitCodesAreFixed() {
        #expect(Failure.Kind.usage.rawValue == 2)
        #expect(Failure.Kind.input.rawValue == 3)
        #expect(Failure.Kind.output.rawValue == 4)
        #expect(Failure.Kind.internal.rawValue == 5)
        #expect(Failure.Kind.interrupted.rawValue == 130)
    }

    /// A caret stands under what is meant, however wide that is shown.
    @Test(arguments: [
        (Excerpt(line: "a + b", indent: 4), " | a + b\n |     ^"),
        (Excerpt(line: "a + b", indent: 0, width: 5), " | a + b\n | ^^^^^"),
        (Excerpt(line: "a\u{1B}b", indent: 2), " | a␛b\n |   ^"),
        (Excerpt(line: "a\u{202E}b", indent: 1), " | a<U+202E>b\n |  ^^^^^^^^"),
        (Excerpt(line: "a", indent: 9, width: 0), " | a\n |          ^"),
    ]) func caretsPoint(excerpt: Excerpt, text: String) {
        let finding = Finding(code: "x", message: Bilingual(both: "m"), excerpt: excerpt)
        #expect(finding.rendered(in: .english) == "m\n" + text)
    }
}
