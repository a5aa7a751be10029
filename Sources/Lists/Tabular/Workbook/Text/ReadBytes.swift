import Columns

extension String {
    /// The text of bytes that the XML parser has found to be UTF-8.
    init(_ bytes: Span<UInt8>) {
        var copy: [UInt8] = []
        copy.append(copying: bytes)
        self = String(decoding: copy, as: UTF8.self)
    }
}

extension Int {
    /// A number without a sign; nil for anything else.
    init?(digits bytes: Span<UInt8>) {
        guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
        var value = 0
        for index in bytes.indices {
            let digit = bytes[index] &- 48
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
        }
        self = value
    }
}
