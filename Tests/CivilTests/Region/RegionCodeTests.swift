import Civil
import Testing

@Suite struct RegionCodeTests {
    private func read(_ text: String) -> RegionReading { withBytes(text) { RegionReading.read($0) } }

    @Test(arguments: [
        ("12", "12"), ("1271", "1271"), ("127101", "127101"), ("1271011001", "1271011001"),
        ("12.71.01.1001", "1271011001"), ("12.71.01.1001   ", "1271011001"), ("  1271011001", "1271011001"),
        ("12 71 01 1001", "1271011001"), ("12-71-01-1001", "1271011001"), ("12.71.1.1001", "1271011001"),
        ("12. 7. 1.1001", "1207011001"), ("12.7", "1207"), ("12.7.1", "120701"), ("1.271.011.001", "1271011001"),
        ("'1271011001", "1271011001"), ("=\"1271011001\"", "1271011001"), ("\u{A0}12.71\u{A0}", "1271"),
        ("\u{FEFF}1271", "1271"), ("12.71.011001", "1271011001"), ("01.02", "0102"), ("12.71.", "1271"),
        ("1271011001.0", "1271011001"), ("12.0", "12"), ("12.71.0", "1271"), ("'1271.0 ", "1271"),
    ])
    func regions(text: String, digits: String) {
        guard case .code(let code) = read(text) else {
            Issue.record("\(text) is no region")
            return
        }
        #expect(code.description == digits)
        #expect(code.length == digits.utf8.count)
    }

    @Test(arguments: [
        "1", "127", "12710", "1271011", "12710110", "127101100", "12710110011", "MEDAN", "12.71.01.1001x",
        "1271.0.0.0.0",
        "1.0", "12.71.1001", "-", "12/71", ".", "\u{FF11}2", "12,0", ".0", "99999999999999999999999999",
    ])
    func anythingElseIsUnknown(text: String) {
        #expect(read(text) == .unreadable)
    }

    @Test(arguments: ["", "  ", "'", "\u{A0}"])
    func blankIsEmpty(text: String) {
        #expect(read(text) == .empty)
    }

    @Test func orderIsThatOfTheDigitsWithTheUnknownLast() {
        var dice = Dice(seed: 2)
        let codes = (0..<500).compactMap { _ -> RegionCode? in
            let length = [2, 4, 6, 10].randomElement(using: &dice) ?? 2
            let text = (0..<length).map { _ in "\(Int.random(in: 0...3, using: &dice))" }.joined()
            guard case .code(let code) = read(text) else { return nil }
            #expect(code.description == text)
            #expect(RegionCode(packed: code.packed) == code)
            for digits in [2, 4, 6, 10] {
                let expected = length >= digits ? String(text.prefix(digits)) : ""
                #expect(code.prefix(digits).description == expected)
            }
            #expect(code.firstFourDigits == (length >= 4 ? Int(text.prefix(4)) : nil))
            return code
        }
        #expect(codes.count == 500)
        let byCode = (codes + [.unknown]).sorted().map(\.description)
        let byText = codes.map(\.description).sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        #expect(byCode == byText + [""])
    }

    @Test func whatWasNeverPackedIsUnknown() {
        for packed in [0, 1, 0xF << 36, 0x1 << 32, 0x111 << 28, 1 << 40, UInt64.max - 1] as [UInt64] {
            #expect(RegionCode(packed: packed) == .unknown)
        }
        #expect(RegionCode(digits: 100, length: 2) == nil)
        #expect(RegionCode(digits: 1, length: 3) == nil)
        #expect(RegionCode(digits: 1, length: -1) == nil)
        #expect(RegionCode.unknown.prefix(2) == .unknown && RegionCode.unknown.length == 0)
    }

    @Test(
        arguments: [
            (12, 71, 1, 1001, "1271011001"), (12, 71, 1, nil, "127101"), (12, 71, nil, nil, "1271"),
            (12, nil, nil, nil, "12"),
            (12, nil, 1, 1001, "12"), (nil, 71, 1, 1001, ""), (12, 171, 1, 1001, ""), (12, 71, 1, 10_000, ""),
            (12, -1, 1, 1, ""), (1, 2, 3, 4, "0102030004"),
        ] as [(Int32?, Int32?, Int32?, Int32?, String)])
    func partsAreJoined(_ parts: (Int32?, Int32?, Int32?, Int32?, String)) {
        let code = RegionCode.joining(province: parts.0, regency: parts.1, district: parts.2, village: parts.3)
        #expect(code.description == parts.4)
    }
}
