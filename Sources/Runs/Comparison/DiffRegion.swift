/// A region code as a number that sorts as results do: by digits, unknown last.
enum DiffRegion {
    static let unknown = UInt64.max

    static func number(_ digits: [UInt8]) -> UInt64 {
        guard !digits.isEmpty, digits.count <= 10 else { return unknown }
        var value: UInt64 = 0
        for place in 0..<10 {
            let digit = place < digits.count ? digits[place] &- 0x30 : 0
            guard digit <= 9 else { return unknown }
            value = value * 10 + UInt64(digit)
        }
        return value << 4 | UInt64(digits.count)
    }

    static func text(_ number: UInt64) -> String {
        guard number != unknown else { return "" }
        let count = Int(number & 15)
        let digits = String(number >> 4)
        return String((String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits).prefix(count))
    }

    /// The kabupaten (four digits) that a region lies in, or unknown.
    static func kabupaten(_ number: UInt64) -> UInt64 {
        guard number != unknown, number & 15 >= 4 else { return unknown }
        return (number >> 4) / 1_000_000 * 1_000_000 << 4 | 4
    }
}
