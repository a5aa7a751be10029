/// Eight numbers that are compared one after the other.
struct SpooledRow: Comparable, Sendable {
    static let words = 8
    static let bytes = words * 8

    var words: InlineArray<8, UInt64>

    init(_ words: InlineArray<8, UInt64>) {
        self.words = words
    }

    static func < (left: Self, right: Self) -> Bool {
        var place = 0
        while place < Self.words {
            let (one, other) = (left.words[place], right.words[place])
            if one != other { return one < other }
            place += 1
        }
        return false
    }

    static func == (left: Self, right: Self) -> Bool { !(left < right) && !(right < left) }

    /// Appends the numbers, lowest byte first.
    func append(to bytes: inout [UInt8]) {
        for place in 0..<Self.words {
            var word = words[place]
            for _ in 0..<8 {
                bytes.append(UInt8(truncatingIfNeeded: word))
                word >>= 8
            }
        }
    }

    /// The row whose bytes begin at `start`.
    init(_ bytes: [UInt8], at start: Int) {
        words = InlineArray(repeating: 0)
        for place in 0..<Self.words {
            var word: UInt64 = 0
            for byte in 0..<8 { word |= UInt64(bytes[start + place * 8 + byte]) << UInt64(byte * 8) }
            words[place] = word
        }
    }
}
