/// Numbers for the texts of a column in which few texts repeat: status words, codes, polling stations, region codes.
///
/// A cell of up to 32 bytes is found by its bytes in a small table, without hashing it byte by byte, and one of a single
/// byte, as most codes are, by that byte; what is not found is left to the caller, who may teach the table. Two texts
/// that fall on one place drive each other out.
public struct CellMemo: Sendable {
    private struct Entry: Sendable {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        var value: UInt64 = 0
        /// 0 = nothing learnt.
        var length: UInt32 = 0
    }

    private static let places = 512
    private var entries = [Entry](repeating: Entry(), count: places)
    /// Values of cells of one byte.
    private var singles = [UInt64](repeating: 0, count: 256)
    private var isKnown = [Bool](repeating: false, count: 256)

    public init() {}

    /// Reads the values of the cells from row `first` on. Stops at a cell that is not known and returns its row, for the
    /// caller to find its value and go on behind it; the count of cells where all were known. An empty cell is 0.
    public func read(
        _ text: borrowing [UInt8], _ cells: borrowing TextColumn, from first: Int, into values: inout [UInt64]
    ) -> Int {
        let count = cells.count
        if values.count != count { values = [UInt64](repeating: 0, count: count) }
        precondition(cells.ends.count == count && first >= 0)
        let singles = self.singles.span
        let isKnown = self.isKnown.span
        return unsafe text.withUnsafeBufferPointer { text -> Int in
            unsafe cells.starts.withUnsafeBufferPointer { starts -> Int in
                unsafe cells.ends.withUnsafeBufferPointer { ends -> Int in
                    unsafe values.withUnsafeMutableBufferPointer { values -> Int in
                        unsafe entries.withUnsafeBufferPointer { entries -> Int in
                            guard let base = text.baseAddress, let entries = entries.baseAddress else { return count }
                            var row = first
                            // Lists come area by area, and most words are the commonest one: the last cell's entry
                            // serves again.
                            var last = Entry()
                            while row < count {
                                let start = unsafe Int(starts[row])
                                let length = unsafe Int(ends[row]) - start
                                if length <= 0 {
                                    unsafe values[row] = 0
                                    row += 1
                                    continue
                                }
                                if length == 1, start < text.count {
                                    let byte = unsafe Int(base[start])
                                    guard isKnown[byte] else { return row }
                                    unsafe values[row] = singles[byte]
                                    row += 1
                                    continue
                                }
                                guard length <= 32, start + 32 <= text.count else { return row }
                                let words = unsafe Self.words(base + start, length)
                                if last.length != UInt32(truncatingIfNeeded: length) || last.words != words {
                                    let entry = unsafe entries[Self.place(words)]
                                    guard entry.length == UInt32(truncatingIfNeeded: length), entry.words == words
                                    else { return row }
                                    last = entry
                                }
                                unsafe values[row] = last.value
                                row += 1
                            }
                            return count
                        }
                    }
                }
            }
        }
    }

    /// Keeps the value of the cell `text[start ..< end]`, where it is short enough.
    public mutating func learn(_ text: borrowing [UInt8], from start: Int, to end: Int, value: UInt64) {
        guard start >= 0, start < end, end - start <= 32 else { return }
        if end - start == 1, start < text.count {
            singles[Int(text[start])] = value
            isKnown[Int(text[start])] = true
            return
        }
        guard start + 32 <= text.count else { return }
        let words = unsafe text.withUnsafeBufferPointer { text in
            guard let base = text.baseAddress else { return (0 as UInt64, 0 as UInt64, 0 as UInt64, 0 as UInt64) }
            return unsafe Self.words(base + start, end - start)
        }
        entries[Self.place(words)] = Entry(words: words, value: value, length: UInt32(end - start))
    }

    /// The first `length` of 32 bytes, the others zero.
    @inline(__always)
    private static func words(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> (UInt64, UInt64, UInt64, UInt64) {
        let raw = unsafe UnsafeRawPointer(bytes)
        let first = unsafe raw.loadUnaligned(as: UInt64.self)
        if length <= 8 { return (first & mask(length), 0, 0, 0) }
        let second = unsafe raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        if length <= 16 { return (first, second & mask(length - 8), 0, 0) }
        let third = unsafe raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        if length <= 24 { return (first, second, third & mask(length - 16), 0) }
        let fourth = unsafe raw.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
        return (first, second, third, fourth & mask(length - 24))
    }

    /// The bits of the first `bytes` (1 ... 8) of a word, in memory's order.
    @inline(__always)
    private static func mask(_ bytes: Int) -> UInt64 {
        let bits = UInt64.max >> UInt64(64 - bytes * 8)
        return UInt64(littleEndian: bits)
    }

    @inline(__always)
    private static func place(_ words: (UInt64, UInt64, UInt64, UInt64)) -> Int {
        let mixed = words.0 ^ (words.1 &* 0x9FB2_1C65_1E98_DF25) ^ (words.2 &* 3) ^ (words.3 &* 5)
        return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) >> 55)
    }
}
