import Diagnostics
import Testing

@testable import Documents

/// JSON5 as people write it, with the place of each value.
@Suite struct SettingsDocumentTests {
    private func settings(_ text: String) throws(Failure) -> [SettingsDocument.Setting] {
        try SettingsDocument(name: "s.json5", bytes: Array(text.utf8)).settings
    }

    private func refusals(_ text: String, _ language: Language = .english) -> [String] {
        do throws(Failure) {
            _ = try settings(text)
            return []
        } catch {
            return error.findings.map { String($0.rendered(in: language).prefix { $0 != "\n" }) }
        }
    }

    @Test func everyKindOfValueIsRead() throws {
        let found = try settings(
            """
            // a comment
            { a: 'text', "b": "it's", c: +1.5e3, d: 0x1F, e: true, f: null, /* another */
              g: [1, 'two', ], h: { i: [] }, $j_1: .5, }
            """)
        #expect(found.map(\.key) == ["a", "b", "c", "d", "e", "f", "g", "h", "$j_1"])
        guard case .text("text") = found[0].item.value, case .text("it's") = found[1].item.value,
            case .number(let number) = found[2].item.value, case .truth(true) = found[4].item.value,
            case .null = found[5].item.value, case .list(let list) = found[6].item.value,
            case .settings(let inner) = found[7].item.value
        else {
            Issue.record("read as another kind")
            return
        }
        #expect(number == "+1.5e3")
        #expect(list.count == 2)
        #expect(inner.map(\.key) == ["i"])
    }

    /// The ways to write a sign in a text.
    @Test(arguments: [
        (#"'a\tb'"#, "a\tb"), (#"'\u0041\x42'"#, "AB"), (#"'\uD83D\uDE42'"#, "🙂"), ("'a\\\nb'", "ab"),
        (#"'\'"'"#, "'\""),
        (#"'\q'"#, "q"), ("''", ""),
    ]) func escapesAreRead(written: String, text: String) throws {
        guard case .text(let found) = try settings("{ a: \(written) }")[0].item.value else {
            Issue.record("no text")
            return
        }
        #expect(found == text)
    }

    /// A finding points at the key or the value that it is about, by line and column.
    @Test func findingsPointAtTheirPlace() throws {
        let found = try settings("{\n  first: 1,\n  second: [ 2, 'é', 3 ] }")
        let message = Bilingual(id: "tidak", en: "no")
        #expect(found[1].finding("c", message).location?.description == "s.json5:3:3")
        #expect(found[1].item.finding("c", message).location?.description == "s.json5:3:11")
        guard case .list(let items) = found[1].item.value else {
            Issue.record("no list")
            return
        }
        #expect(items.map { $0.finding("c", message).location?.column } == ["13", "16", "21"])
        #expect(
            found[0].finding("c", message, remedy: message).rendered(in: .english).hasPrefix("s.json5:2:3: no; no\n"))
        #expect(found[0].finding("code", message).code == "code")
    }

    /// What is no JSON5 object is refused at the place where it ends to be one.
    @Test(arguments: [
        ("", 1), ("[]", 1), ("{", 1), ("{ a }", 1), ("{ a: }", 1), ("{ a: 1", 1), ("{ a: 'x }", 1), ("{ a: 1 } x", 1),
        ("{ a: 01 }", 1), ("{ a: 1 b: 2 }", 1), ("{ 1a: 1 }", 1), ("{ a: [1,,2] }", 1), ("{ a: '\\u12' }", 1),
        ("{\n a: 1,\n a: 2 }", 3), ("{ /* a: 1 }", 1), ("{ a: 'x\ny' }", 1), ("{ a: '\\uD83D' }", 1), ("{ a: tru }", 1),
    ]) func otherTextsAreRefused(text: String, line: Int) {
        let found = refusals(text)
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.hasPrefix("s.json5:\(line)") || $0.hasPrefix("s.json5:") })
        #expect(refusals(text, .indonesian).count == found.count)
        #expect(refusals(text, .indonesian) != found)
    }

    /// Deep nesting ends as a refusal, not as an overflow.
    @Test(arguments: [10, 20_000]) func nestingHasAnEnd(depth: Int) {
        let text = "{ a: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + " }"
        #expect(refusals(text).isEmpty == (depth == 10))
    }

    /// Each of some damaged documents is read or refused, whatever byte was changed.
    @Test func noDamageTraps() {
        let text = Array("{ a: ['x\\n', 1.5, null], \"b\": { c: true } } // end".utf8)
        for place in text.indices {
            for byte in [0, 0x22, 0x5C, 0x7B, 0xFF] as [UInt8] {
                var damaged = text
                damaged[place] = byte
                do throws(Failure) {
                    _ = try SettingsDocument(name: "s.json5", bytes: damaged)
                } catch {
                    #expect(error.kind == .input && !error.findings.isEmpty)
                }
            }
        }
    }
}

@Suite struct NamedValuesTests {
    @Test func namesKeepTheirOrder() {
        let values = NamedValues([("b", 1), ("a", 2), ("c", 3)])
        #expect(values.map(\.name) == ["b", "a", "c"])
        #expect(values["a"] == 2)
        #expect(values["d"] == nil)
        #expect(values.map(\.value) == [1, 2, 3])
        #expect(values != NamedValues([("a", 2), ("b", 1), ("c", 3)]))
    }
}

@Suite struct JSON5NumberTests {
    /// Whole numbers as they are written, and nothing that would only be near one.
    @Test(
        arguments: [
            ("0", 0), ("-7", -7), ("+7", 7), ("0x1F", 31), ("-0XfF", -255), ("007", 7),
            ("9223372036854775807", Int.max), ("-9223372036854775808", .min), ("9223372036854775808", nil),
            ("1.0", nil),
            ("1e3", nil), ("", nil), ("-", nil), ("--1", nil), ("+-1", nil), ("0x", nil), ("0x-1", nil), ("1_000", nil),
            (" 1", nil), ("Infinity", nil),
        ] as [(String, Int?)]) func wholeNumbers(text: String, number: Int?)
    {
        #expect(JSON5Number.integer(text) == number)
    }
}
