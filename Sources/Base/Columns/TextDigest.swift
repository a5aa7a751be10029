/// A 64-bit digest of pieces of text, to compare rows by; the same on every machine. Not for secrets.
public struct TextDigest: Sendable {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    public init() {}

    /// Takes in one piece; where pieces begin and end counts.
    public mutating func add(_ bytes: [UInt8]) {
        var word: UInt64 = 0
        var filled: UInt64 = 0
        for byte in bytes {
            word |= UInt64(byte) << filled
            filled += 8
            if filled == 64 {
                mix(word)
                word = 0
                filled = 0
            }
        }
        mix(word)
        mix(UInt64(truncatingIfNeeded: bytes.count) | 1 << 63)
    }

    /// Takes in a number.
    public mutating func add(_ number: UInt64) { mix(number) }

    private mutating func mix(_ word: UInt64) {
        let product = (state ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        state = product.high ^ product.low ^ (state &+ 0xA076_1D64_78BD_642F)
    }

    public var value: UInt64 {
        let product = (state ^ 0xE703_7ED1_A0B4_28DB).multipliedFullWidth(by: 0x8EBC_6AF0_9C88_C6E3)
        return product.high ^ product.low
    }
}
