import Civil
import Foundation
import Testing

@Suite struct TrimmingTests {
    @Test(arguments: [
        ("  a b ", "a b"), ("", ""), ("   ", ""), ("a", "a"), (" \u{301}a", "\u{301}a"), ("a\u{301} ", "a\u{301}"),
    ])
    func blanksAtBothEndsGo(text: String, trimmed: String) {
        let found = text.trimmed { $0 == " " }
        #expect(Array(found.utf8) == Array(trimmed.utf8))
        #expect(Array(text[...].trimmed { $0 == " " }.utf8) == Array(trimmed.utf8))
    }

    /// The same as what Foundation does with the same scalars, whatever stands around them.
    @Test func thisIsWhatFoundationDoes() {
        var dice = Dice(seed: 17)
        let dropped = CharacterSet(charactersIn: " \t\u{FEFF}\"")
        for _ in 0..<3000 {
            let text = String(decoding: dice.cell(), as: UTF8.self)
            let found = text.trimmed { dropped.contains($0) }
            #expect(Array(found.utf8) == Array(text.trimmingCharacters(in: dropped).utf8))
        }
    }
}
