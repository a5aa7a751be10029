/// Characters that workbooks write by their number: `_x000D_` is a carriage return, `_x005F_` an underscore
/// (ECMA-376 part 1, 22.9.2.19).
enum EscapedText {
    /// Decodes in place, from `start` on. Numbers are UTF-16 units; half a pair alone becomes U+FFFD.
    static func decode(_ bytes: inout [UInt8], from start: Int = 0) {
        var at = start
        while at < bytes.count, bytes[at] != underscore { at += 1 }
        guard at < bytes.count else { return }
        var out = at
        while at < bytes.count {
            guard let unit = unit(bytes, at) else {
                bytes[out] = bytes[at]
                out += 1
                at += 1
                continue
            }
            at += 7
            var value = UInt32(unit)
            if 0xD800...0xDBFF ~= unit, let low = self.unit(bytes, at), 0xDC00...0xDFFF ~= low {
                value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
                at += 7
            }
            // Never longer than the seven bytes it stands for.
            for byte in String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8 {
                bytes[out] = byte
                out += 1
            }
        }
        bytes.removeLast(bytes.count - out)
    }

    private static func unit(_ bytes: [UInt8], _ at: Int) -> UInt16? {
        guard at + 7 <= bytes.count, bytes[at] == underscore, bytes[at + 1] == UInt8(ascii: "x"),
            bytes[at + 6] == underscore
        else { return nil }
        var value: UInt16 = 0
        for place in (at + 2)..<(at + 6) {
            let byte = bytes[place]
            let digit: UInt8
            switch byte {
            case 48...57: digit = byte - 48
            case 65...70: digit = byte - 55
            case 97...102: digit = byte - 87
            default: return nil
            }
            value = value << 4 | UInt16(digit)
        }
        return value
    }

    private static var underscore: UInt8 { UInt8(ascii: "_") }
}
