/// Runs of ASCII digits in bytes.
enum Digits {
    /// The number written by the digits `start..<end`, at most 18 of them; nil for no digits or anything else.
    @inline(__always)
    static func number(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
        guard start >= 0, end > start, end <= text.count, end &- start <= 18 else { return nil }
        var value = 0
        var index = start
        while index < end {
            let digit = text[index] &- 48
            guard digit <= 9 else { return nil }
            value = value &* 10 &+ Int(digit)
            index &+= 1
        }
        return value
    }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 <= 9 }

    /// Where a number ends that stands at `start..<end`: before the `.0` that a spreadsheet leaves behind it.
    @inline(__always)
    static func end(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        guard end &- start > 2, text[end &- 1] == UInt8(ascii: "0"), text[end &- 2] == UInt8(ascii: "."),
            isDigit(text[end &- 3])
        else { return end }
        return end &- 2
    }

    /// Sixteen digits as numbers of two, four in a word, each in sixteen bits, the first lowest.
    struct EightPairs {
        var first: UInt64
        var second: UInt64

        /// The sixteen digits as one number.
        @inline(__always)
        var value: UInt64 { Digits.joined(first) &* 100_000_000 &+ Digits.joined(second) }
    }

    /// The 16 bytes from `start` as pairs of digits, or nil unless all are digits. The caller has checked that they are
    /// there.
    @inline(__always)
    static func eightPairs(_ text: Span<UInt8>, _ start: Int) -> EightPairs? {
        let high = word(text, start)
        let low = word(text, start &+ 8)
        guard others(high) | others(low) == 0 else { return nil }
        return EightPairs(first: pairs(high), second: pairs(low))
    }

    /// The 16 bytes from `start` as a decimal number, or nil unless all are digits. The caller has checked that they
    /// are there.
    @inline(__always)
    static func sixteen(_ text: Span<UInt8>, _ start: Int) -> UInt64? { eightPairs(text, start)?.value }

    /// Eight bytes, the first in the lowest place. The compiler makes one load of it.
    @inline(__always)
    static func word(_ text: Span<UInt8>, _ start: Int) -> UInt64 {
        var word = UInt64(text[start])
        word |= UInt64(text[start &+ 1]) << 8
        word |= UInt64(text[start &+ 2]) << 16
        word |= UInt64(text[start &+ 3]) << 24
        word |= UInt64(text[start &+ 4]) << 32
        word |= UInt64(text[start &+ 5]) << 40
        word |= UInt64(text[start &+ 6]) << 48
        word |= UInt64(text[start &+ 7]) << 56
        return word
    }

    /// 0 where all eight bytes are `0` to `9`: the high nibble is 3 and stays 3 when 6 is added.
    @inline(__always)
    private static func others(_ word: UInt64) -> UInt64 {
        let threes: UInt64 = 0x3030_3030_3030_3030
        return ((word ^ threes) | ((word &+ 0x0606_0606_0606_0606) ^ threes)) & 0xF0F0_F0F0_F0F0_F0F0
    }

    /// Eight digits in memory's order as four numbers of two, each in sixteen bits, the first lowest; nil unless all are
    /// digits.
    @inline(__always)
    static func fourPairs(_ word: UInt64) -> UInt64? { others(word) == 0 ? pairs(word) : nil }

    /// Eight digits as four numbers of two, each in sixteen bits, the first lowest.
    @inline(__always)
    private static func pairs(_ word: UInt64) -> UInt64 {
        let digits = word &- 0x3030_3030_3030_3030
        return (digits &* 10 &+ (digits >> 8)) & 0x00FF_00FF_00FF_00FF
    }

    /// Four numbers of two digits as one.
    @inline(__always)
    private static func joined(_ pairs: UInt64) -> UInt64 {
        let mask: UInt64 = 0x0000_FFFF_0000_FFFF
        let first = (pairs & mask) &* 0x000F_4240_0000_0064
        let second = ((pairs >> 16) & mask) &* 0x0000_2710_0000_0001
        return (first &+ second) >> 32
    }
}
