/// A ZIP archive written by hand, so that it can lie: parts are stored, and may say sizes that are not theirs.
struct ZipArchive {
    struct Part {
        var name: String
        var bytes: [UInt8]
        /// What it says it inflates to; nil for the truth.
        var declared: Int?
        /// 0 = stored, 8 = deflated.
        var method = 0
        /// 1 = locked by a password.
        var flags = 0
        /// What is added to the sum, to make it wrong.
        var damage: UInt32 = 0
    }

    var parts: [Part]

    var bytes: [UInt8] {
        var out: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let offset = out.count
            let sum = Self.sum(part.bytes) ^ part.damage
            let sizes =
                Self.number(Int(sum), 4) + Self.number(part.bytes.count, 4)
                + Self.number(part.declared ?? part.bytes.count, 4)
            let common =
                Self.number(20, 2) + Self.number(part.flags, 2) + Self.number(part.method, 2) + Self.number(0, 4)
                + sizes
            let name = Array(part.name.utf8)
            out += [0x50, 0x4B, 3, 4] + common + Self.number(name.count, 2) + [0, 0] + name + part.bytes
            directory += [0x50, 0x4B, 1, 2, 20, 0] + common + Self.number(name.count, 2) + Self.number(0, 12)
            directory += Self.number(offset, 4) + name
        }
        let end =
            [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.number(parts.count, 2) + Self.number(parts.count, 2)
            + Self.number(directory.count, 4) + Self.number(out.count, 4) + [0, 0]
        return out + directory + end
    }

    private static func number(_ value: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    /// CRC-32 as ZIP has it.
    private static func sum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = .max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
