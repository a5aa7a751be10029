/// A place in the bytes of a JSON5 text, and the tokens that can be read from it.
public struct JSON5Cursor {
    let bytes: [UInt8]
    public private(set) var position: Int

    public init(_ bytes: [UInt8], at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    var atEnd: Bool { position >= bytes.count }
    /// The byte here, nil at the end.
    public var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

    func peek(_ offset: Int) -> UInt8? {
        let index = position + offset
        return index < bytes.count ? bytes[index] : nil
    }

    public mutating func advance(_ count: Int = 1) { position = min(bytes.count, position + count) }

    /// Steps over `expected` if it stands here.
    mutating func take(_ expected: UInt8) -> Bool {
        guard byte == expected else { return false }
        position += 1
        return true
    }

    /// A problem with the character that stands here.
    func problem(_ reason: JSON5Problem.Reason) -> JSON5Problem {
        JSON5Problem(reason: reason, range: position..<min(bytes.count, position + max(1, scalar?.length ?? 1)))
    }

    /// The Unicode scalar that starts here and how many bytes it takes; nil at the end and on broken UTF-8.
    public var scalar: (value: Unicode.Scalar, length: Int)? {
        guard let first = byte else { return nil }
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard position + length <= bytes.count else { return nil }
        var value = UInt32(first) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
        for index in position + 1..<position + length { value = value << 6 | UInt32(bytes[index] & 0x3F) }
        return Unicode.Scalar(value).map { ($0, length) }
    }

    /// Steps over white space, line ends and comments.
    mutating func skipBlanks() throws(JSON5Problem) {
        while let byte {
            switch byte {
            case 0x20, 0x09...0x0D: position += 1
            case UInt8(ascii: "/"):
                if peek(1) == UInt8(ascii: "/") {
                    skipToLineEnd()
                } else if peek(1) == UInt8(ascii: "*") {
                    try skipBlockComment()
                } else {
                    return
                }
            case 0x80...:
                guard let scalar, Self.isBlank(scalar.value) else { return }
                position += scalar.length
            default: return
            }
        }
    }

    private mutating func skipToLineEnd() {
        while let byte, byte != 0x0A, byte != 0x0D {
            if byte == 0xE2, let scalar, Self.isLineSeparator(scalar.value) { return }
            position += 1
        }
    }

    private mutating func skipBlockComment() throws(JSON5Problem) {
        let start = position
        position += 2
        while !atEnd {
            if byte == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
                position += 2
                return
            }
            position += 1
        }
        throw JSON5Problem(reason: .unclosedComment, range: start..<start + 2)
    }

    static func isLineSeparator(_ scalar: Unicode.Scalar) -> Bool { scalar.value == 0x2028 || scalar.value == 0x2029 }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0xFEFF || isLineSeparator(scalar) || scalar.properties.generalCategory == .spaceSeparator
    }

    static func startsNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: false
        }
    }
}
