/// A number without sign, as RT, RW, TPS and parts of region codes are written: `001` is 1.
public enum WholeNumber {
    /// The number in a cell without blanks, `'` and `="…"` around it; nil for anything but digits, or past Int32. The
    /// `.0` that a spreadsheet leaves behind a number is nothing.
    public static func read(_ bytes: Span<UInt8>) -> Int32? {
        read(bytes, from: 0, to: bytes.count)
    }

    /// Reads the cell `text[start..<end]`; bounds outside the text are clamped.
    public static func read(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int32? {
        let (low, inner) = Wrapping.inner(text, start, end)
        let high = Digits.end(text, low, inner)
        guard low < high else { return nil }
        var value: Int64 = 0
        var index = low
        while index < high {
            let digit = text[index] &- 48
            guard digit <= 9 else { return nil }
            value = value &* 10 &+ Int64(digit)
            guard value <= Int64(Int32.max) else { return nil }
            index &+= 1
        }
        return Int32(truncatingIfNeeded: value)
    }
}
