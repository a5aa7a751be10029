import Testing

@testable import CEL

/// Texts as sequences of code points, against the plain definition.
@Suite struct CodePointsTests {
    private static let texts = [
        "", "a", "ab", "aab", "aaab", "ba", "é", "e\u{301}", "\u{301}", "🙂", "a🙂b", "\u{FFFD}", "\u{10FFFF}", "\u{0}",
        "\r\n", "SITI", "siti", "ß", "ñandú",
    ]

    private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

    @Test(arguments: texts) func areComparedScalarByScalar(left: String) {
        let one = scalars(left)
        #expect(CodePoints.count(left) == Int64(one.count))
        for right in Self.texts {
            let other = scalars(right)
            #expect(CodePoints.equal(left, right) == (one == other))
            #expect(CodePoints.less(left, right) == one.lexicographicallyPrecedes(other))
            #expect(CodePoints.starts(left, with: right) == one.starts(with: other))
            #expect(
                CodePoints.ends(left, with: right)
                    == (one.count >= other.count && Array(one.suffix(other.count)) == other))
            let places = one.count >= other.count ? Array(0...(one.count - other.count)) : []
            #expect(
                CodePoints.contains(left, right)
                    == places.contains { Array(one[$0..<$0 + other.count]) == other })
        }
    }
}
