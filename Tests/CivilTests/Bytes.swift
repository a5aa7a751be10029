/// Calls `body` with the bytes of a text as a span.
func withBytes<Result>(_ text: String, _ body: (Span<UInt8>) -> Result) -> Result {
    let bytes = Array(text.utf8)
    return body(bytes.span)
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A cell of up to 24 bytes out of those that lists are damaged with, or any.
    mutating func cell() -> [UInt8] {
        let damage = Array(
            "0123456789012345678901234567890123456789.-/| '=\"*xXeE+,T:Zagujd\u{A0}\u{200B}\u{FEFF}".utf8)
        return (0..<Int.random(in: 0...24, using: &self)).map { _ in
            UInt8.random(in: 0...9, using: &self) == 0
                ? UInt8.random(in: 0...255, using: &self) : damage.randomElement(using: &self) ?? 0
        }
    }
}

extension String {
    func padded(to width: Int) -> String { String(repeating: "0", count: Swift.max(0, width - count)) + self }
}
