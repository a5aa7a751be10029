import CEL
import Testing

/// Values through the line of `rules eval`, which shows them whole.
struct ValueTests {
    static func answer(_ expression: String) -> String {
        let escaped = expression.reduce(into: "") { text, character in
            switch character {
            case "\"", "\\": text += "\\\(character)"
            default: text.append(character)
            }
        }
        return EvalLine().answer("{\"expr\":\"\(escaped)\"}")
    }

    @Test(arguments: [
        ("timestamp('0001-01-01T00:00:00Z')", "0001-01-01T00:00:00Z"),
        ("timestamp('9999-12-31T23:59:59.999999999Z')", "9999-12-31T23:59:59.999999999Z"),
        ("timestamp('2009-02-13T23:31:30.5+07:00')", "2009-02-13T16:31:30.500Z"),
        ("timestamp('1969-12-31T23:59:59.000001Z')", "1969-12-31T23:59:59.000001Z"),
        ("timestamp(-1)", "1969-12-31T23:59:59Z"),
        ("timestamp('1970-01-01T00:00:00.1Z') - duration('200ms')", "1969-12-31T23:59:59.900Z"),
    ])
    func timestamps(source: String, text: String) {
        #expect(Self.answer(source) == #"{"type":"timestamp","value":"\#(text)"}"#)
    }

    @Test(arguments: [
        ("duration('1h30m')", "5400s"), ("duration('-1.5s')", "-1.500s"), ("duration('250ms')", "0.250s"),
        ("duration('1us') + duration('1ns')", "0.000001001s"), ("duration('0')", "0s"), ("duration('.5h')", "1800s"),
        ("duration('1.000000001h')", "3600.000003600s"), ("duration('1s') - duration('1.25s')", "-0.250s"),
        ("duration('315576000000s')", "315576000000s"), ("duration('+1s')", "1s"), ("duration('-0.25s')", "-0.250s"),
    ])
    func durations(source: String, text: String) {
        #expect(Self.answer(source) == #"{"type":"duration","value":"\#(text)"}"#)
    }

    @Test(arguments: [
        "timestamp('2009-02-29T00:00:00Z')", "timestamp('2009-02-13')", "timestamp('2009-02-13T24:00:00Z')",
        "timestamp('2009-02-13T23:31:60Z')", "timestamp('2009-02-13T23:31:30')", "timestamp('')",
        "timestamp('0001-01-01T00:00:00+00:01')", "timestamp('2009-02-13T23:31:30.1234567890Z')",
        "timestamp(9223372036854775807)", "duration('')", "duration('1')", "duration('1x')", "duration('s')",
        "duration('315576000000.1s')", "duration('99999999999999999999h')", "duration('1 s')", "duration('--1s')",
        "timestamp(0).getHours('Nowhere/City')", "timestamp(0).getHours('../../../etc/passwd')",
        "timestamp(0).getHours('+25:00')", "timestamp(0).getHours('7')", "date('2018-6-27')", "date('2018-02-29')",
        "9223372036854775807 * -9223372036854775808", "-9223372036854775808 / -1", "-9223372036854775808 % -1",
        "5 % 0",
    ])
    func runTimeErrors(source: String) {
        #expect(Self.answer(source).hasPrefix(#"{"error":"#), "\(source)")
    }

    @Test(arguments: [
        ("timestamp('2018-06-27T17:30:00Z').getHours('Asia/Jakarta')", 0),
        ("timestamp('2018-06-27T17:30:00Z').getDate('Asia/Jakarta')", 28),
        ("timestamp('2018-07-01T12:00:00Z').getHours('America/New_York')", 8),
        ("timestamp('2018-01-01T12:00:00Z').getHours('America/New_York')", 7),
        // Past the last change that the file lists.
        ("timestamp('2500-07-01T12:00:00Z').getHours('America/New_York')", 8),
        ("timestamp('2500-01-01T12:00:00Z').getHours('Australia/Sydney')", 23),
        ("timestamp('1800-01-01T12:00:00Z').getHours('Etc/GMT+3')", 9),
        ("timestamp('2018-12-31T00:00:00Z').getDayOfYear()", 364), ("timestamp(0).getDayOfWeek()", 4),
        ("timestamp(-1).getDayOfWeek()", 3), ("timestamp(-1).getFullYear()", 1969), ("timestamp(-1).getSeconds()", 59),
        ("timestamp('0001-01-01T00:00:00Z').getFullYear()", 1), ("duration('-90m').getHours()", -1),
        ("duration('90m').getMinutes()", 90), ("timestamp('1969-12-31T23:59:59.5Z').getMilliseconds()", 500),
    ])
    func parts(source: String, value: Int) {
        #expect(Self.answer(source) == #"{"type":"int","value":\#(value)}"#)
    }

    /// Strings are code points: never normalised, never grapheme clusters.
    @Test(arguments: [
        ("size('e\u{301}') == 2", true), ("'e\u{301}' == 'é'", false), ("'e\u{301}' in ['é']", false),
        ("'\u{FFFD}' < '\u{1F600}'", true), ("'é'.startsWith('e')", false), ("'e\u{301}'.startsWith('e')", true),
        ("'e\u{301}'.contains('\u{301}')", true), ("size('👨‍👩‍👧') == 5", true), ("['é'] == ['e\u{301}']", false),
        ("'\\r\\n'.endsWith('\\n')", true), ("'e\u{301}'.matches('^e.$')", true), ("'é'.matches('^.$')", true),
    ])
    func codePoints(source: String, expected: Bool) {
        #expect(Self.answer(source) == #"{"type":"bool","value":\#(expected)}"#)
    }

    @Test(arguments: [
        ("age_on(date('2001-06-27'), date('2018-06-27'))", 17), ("age_on(date('2001-06-28'), date('2018-06-27'))", 16),
        ("age_on(date('2000-02-29'), date('2017-02-28'))", 16), ("age_on(date('2000-02-29'), date('2017-03-01'))", 17),
        ("age_on(date('2018-06-28'), date('2018-06-27'))", -1),
    ])
    func ages(source: String, years: Int) {
        #expect(Self.answer(source) == #"{"type":"int","value":\#(years)}"#)
    }
}
