import Civil
import Diagnostics
import Options
import Testing

@testable import siappilih

/// Values of options: what is fit is read, what is not is told, all of it.
@Suite struct OptionValuesTests {
    private static let options = ["number", "day", "teams"].map {
        OptionSpec($0, "N", help: Bilingual(id: $0, en: $0), group: .plan, isRepeatable: true)
    }

    private func values(_ words: String...) throws -> OptionValues {
        OptionValues(try Arguments(words, options: Self.options))
    }

    private func english(_ values: OptionValues) -> [String] { values.findings.map { $0.rendered(in: .english) } }

    @Test(
        arguments: [
            ("0", 0), ("7", 7), ("10", 10), ("11", nil), ("-1", nil), ("x", nil), ("1.5", nil),
            ("99999999999999999999", nil),
        ] as [(String, Int?)])
    func numbersLieInTheirRange(text: String, number: Int?) throws {
        var values = try values("--number=\(text)")
        #expect(values.number("number", 0...10) == number)
        #expect(english(values) == (number == nil ? ["--number needs a number from 0 to 10"] : []))
    }

    @Test(arguments: [("2018-02-28", true), ("2018-02-30", false), ("28-02-2018", false), ("besok", false)])
    func daysAreOfTheCalendar(text: String, isDay: Bool) throws {
        var values = try values("--day", text)
        #expect(values.day("day") == (isDay ? CivilDate(iso: text) : nil))
        #expect(
            english(values)
                == (isDay ? [] : ["--day cannot be read; write year-month-day, such as 2018-02-15"]))
    }

    @Test func whatIsNotGivenIsNotMissed() throws {
        var values = try values()
        #expect(values.number("number", 0...1) == nil && values.day("day") == nil)
        let (all, some) = values.byKabupaten("teams", 1...9)
        #expect(all == nil && some.isEmpty && values.findings.isEmpty)
        try values.requireFit()
    }

    @Test func theLastUseForAKabupatenCounts() throws {
        var values = try values("--teams", "2", "--teams", "12.71=3", "--teams", "1206=4", "--teams", "1271=5")
        let (all, some) = values.byKabupaten("teams", 1...9)
        #expect(all == 2 && some == ["1271": 5, "1206": 4])
        #expect(values.findings.isEmpty)
    }

    @Test(arguments: ["127=1", "12710=1", "12a1=1", "=1", "1271=", "1271=0", "1271=10", "x", "1271=1=2"])
    func whatIsNoKabupatenIsRefused(text: String) throws {
        var values = try values("--teams", text)
        let (all, some) = values.byKabupaten("teams", 1...9)
        #expect(all == nil && some.isEmpty)
        #expect(english(values) == ["--teams is written N, or KAB=N with a code of 4 digits"])
    }

    /// Not the first alone.
    @Test func everythingUnfitIsSaidAtOnce() throws {
        var values = try values("--number", "x", "--day", "y")
        _ = values.number("number", 0...1)
        _ = values.day("day")
        let failure = #expect(throws: Failure.self) { try values.requireFit() }
        #expect(failure?.kind == .usage)
        #expect(failure?.findings.count == 2)
    }
}

/// The folder of the rules, before any other option can be known.
@Suite struct GivenRulesTests {
    @Test(
        arguments: [
            ([], nil), (["check", "--rules", "a"], "a"), (["--rules=b", "check"], "b"), (["--rules"], nil),
            (["--rules", "a", "--rules", "c"], "c"), (["--", "--rules", "a"], nil), (["--rulesx=1"], nil),
        ] as [([String], String?)])
    func theLastUseCounts(words: [String], folder: String?) {
        #expect(RuleAccess.given(words) == folder)
    }
}
