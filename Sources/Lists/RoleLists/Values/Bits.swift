/// Bitmaps from columns: one bit a row, lowest first.
public enum Bits {
    /// Sets bit i of `words` where `test(i)`; `words` covers `count` rows.
    @inlinable @inline(__always)
    public static func fill(_ words: inout [UInt64], count: Int, _ test: (Int) -> Bool) {
        var row = 0
        for word in words.indices {
            var bits: UInt64 = 0
            let end = min(row + 64, count)
            var bit: UInt64 = 1
            while row < end {
                if test(row) { bits |= bit }
                bit <<= 1
                row += 1
            }
            words[word] = bits
        }
    }

    @inlinable @inline(__always)
    public static func set(_ words: inout [UInt64], _ row: Int) { words[row >> 6] |= 1 << UInt64(row & 63) }

    @inlinable @inline(__always)
    public static func clear(_ words: inout [UInt64], _ row: Int) { words[row >> 6] &= ~(1 << UInt64(row & 63)) }

    @inlinable @inline(__always)
    public static func isSet(_ words: [UInt64], _ row: Int) -> Bool { words[row >> 6] >> UInt64(row & 63) & 1 == 1 }
}
