import Columns

/// HMAC-SHA256 (RFC 2104): a digest that nobody can compute without the key, so that guessing all sixteen-digit
/// numbers does not undo it.
struct KeyedDigest {
    private let inner: [UInt8]
    private let outer: [UInt8]

    init(key: [UInt8]) {
        var block = key.count > 64 ? Self.bytes(Digest.hex(of: key)) : key
        block += [UInt8](repeating: 0, count: 64 - block.count)
        inner = block.map { $0 ^ 0x36 }
        outer = block.map { $0 ^ 0x5C }
    }

    /// 64 hexadecimal digits.
    func hex(of message: [UInt8]) -> String {
        Digest.hex(of: outer + Self.bytes(Digest.hex(of: inner + message)))
    }

    /// The bytes that hexadecimal digits stand for.
    static func bytes(_ hex: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var high: UInt8?
        for digit in hex.utf8 {
            let value = digit <= 0x39 ? digit &- 0x30 : digit &- 0x57
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return bytes
    }
}
