import CLanes

/// Bitmaps, one bit a row, lowest first, from columns of flags.
public enum FlagBits {
    /// Sets bit i of `bits` where flags i have all bits of `mask`, and clears it elsewhere; `bits` covers all of them.
    public static func fill(_ bits: inout [UInt64], where flags: borrowing [UInt16], have mask: UInt16) {
        let count = flags.count
        let words = (count + 63) / 64
        precondition(bits.count >= words)
        for word in 0..<count / 64 {
            bits[word] = unsafe flags.withUnsafeBufferPointer { flags in
                guard let base = flags.baseAddress else { return 0 }
                return unsafe lanes_having(base + word * 64, mask)
            }
        }
        guard count % 64 > 0 else { return }
        var last: UInt64 = 0
        for row in (words - 1) * 64..<count where flags[row] & mask == mask { last |= 1 << UInt64(row % 64) }
        bits[words - 1] = last
    }
}
