import Testing

@testable import Documents

/// JSON as it is written: two blanks a level, LF, members in their order.
@Suite struct JSONTextTests {
    private func text(_ json: JSONText) -> String { String(decoding: json.bytes, as: UTF8.self) }

    @Test func everyKindIsWritten() {
        let json = JSONText.object([
            .init("text", .string("é/\u{2028}")), .init("number", .integer(-3)), .init("decimal", .decimal("0.8125")),
            .init("yes", .bool(true)), .init("no", .bool(false)), .init("nothing", .null),
            .init("list", .array([.integer(1), .array([]), .object([])])),
        ])
        #expect(
            text(json) == """
                {
                  "text": "é/\\u2028",
                  "number": -3,
                  "decimal": 0.8125,
                  "yes": true,
                  "no": false,
                  "nothing": null,
                  "list": [
                    1,
                    [],
                    {}
                  ]
                }

                """)
    }

    @Test(arguments: [
        ("\"", "\\\""), ("\\", "\\\\"), ("\n", "\\n"), ("\u{0}", "\\u0000"), ("\u{1F}", "\\u001f"),
        ("\u{7F}", "\\u007f"), ("\u{202E}", "\\u202e"),
    ]) func signsThatWouldActAreEscaped(sign: String, written: String) {
        #expect(text(.string(sign)).lowercased() == "\"\(written)\"\n".lowercased())
    }

    /// Every text that is written is read again as it was.
    @Test(arguments: 0..<30 as Range<UInt64>) func textsReadBack(seed: UInt64) throws {
        var state = seed
        var scalars = String.UnicodeScalarView()
        for _ in 0..<40 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let limit: UInt64 = [0x30, 0x80, 0x800, 0x11_0000][Int(state >> 20 & 3)]
            if let scalar = Unicode.Scalar(UInt32((state >> 33) % limit)) { scalars.append(scalar) }
        }
        let text = String(scalars)
        let settings = try SettingsDocument(
            name: "s.json", bytes: JSONText.object([.init(text, .string(text))]).bytes
        ).settings
        #expect(settings.map { Array($0.key.utf8) } == [Array(text.utf8)])
        guard case .text(let again) = settings[0].item.value else {
            Issue.record("no text")
            return
        }
        #expect(Array(again.utf8) == Array(text.utf8))
    }
}
