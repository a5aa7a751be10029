/// What a cell of a region column says: digits, with dots, blanks or hyphens between its parts or without.
///
/// Parts that stand apart are padded with zeros to 2-2-2-4 digits; otherwise what counts is how many digits there are. A
/// trailing `.0` is nothing.
public enum RegionReading: Hashable, Sendable {
    /// Blanks only.
    case empty
    case code(RegionCode)
    /// Anything else than digits (a name, say), or not 2, 4, 6 or 10 of them.
    case unreadable

    public static func read(_ bytes: Span<UInt8>) -> RegionReading {
        read(bytes, from: 0, to: bytes.count)
    }

    /// Reads the cell `text[start..<end]`; bounds outside the text are clamped.
    @inline(__always)
    public static func read(_ text: Span<UInt8>, from start: Int, to end: Int) -> RegionReading {
        if start >= 0, end <= text.count, RegionCode.isLength(end &- start),
            let code = plainDigits(text, start, end)
        {
            return .code(code)
        }
        return anyForm(text, start, end)
    }

    /// The code of bytes that are all digits; nil otherwise. The caller has checked their number and that they are
    /// there.
    @inline(__always)
    private static func plainDigits(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> RegionCode? {
        var packed: UInt64 = 0
        var index = start
        while index < end {
            let digit = text[index] &- 48
            guard digit <= 9 else { return nil }
            packed = packed << 4 | UInt64(digit &+ 1)
            index &+= 1
        }
        return RegionCode(unchecked: packed << UInt64((10 &- (end &- start)) &* 4))
    }

    @inline(never)
    private static func anyForm(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> RegionReading {
        var (low, high) = Wrapping.inner(text, start, end)
        guard low < high else { return .empty }
        // What a spreadsheet adds to a number.
        if high &- low > 2, text[high &- 1] == UInt8(ascii: "0"), text[high &- 2] == UInt8(ascii: ".") { high &-= 2 }
        var digits = 0
        var value: UInt64 = 0
        var parts = Parts()
        var index = low
        while index < high {
            let byte = text[index]
            if Digits.isDigit(byte) {
                guard digits < 10 else { return .unreadable }
                digits &+= 1
                value = value &* 10 &+ UInt64(byte &- 48)
                parts.add(digit: byte &- 48)
                index &+= 1
                continue
            }
            let isSeparator = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
            let width = isSeparator ? 1 : Blank.width(text, at: index, before: high)
            guard width > 0 else { return .unreadable }
            parts.end()
            index &+= width
        }
        parts.end()
        if let code = parts.code ?? RegionCode(digits: value, length: digits) { return .code(code) }
        return .unreadable
    }

    /// The parts of a code that stand apart: `12.71.1.1001`.
    private struct Parts {
        private var values: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        private var count = 0
        private var current: UInt64 = 0
        private var width = 0
        private var fits = true

        mutating func add(digit: UInt8) {
            current = current &* 10 &+ UInt64(digit)
            width &+= 1
        }

        mutating func end() {
            guard width > 0 else { return }
            switch count {
            case 0: values.0 = current
            case 1: values.1 = current
            case 2: values.2 = current
            case 3: values.3 = current
            default: fits = false
            }
            let full = count == 3 ? 4 : 2
            // A part of zeros that had to be padded is no part.
            fits = fits && (width == full || width < full && current > 0)
            count &+= 1
            current = 0
            width = 0
        }

        /// The padded code, or nil for one part alone or parts that are too wide.
        var code: RegionCode? {
            guard fits, count > 1 else { return nil }
            return switch count {
            case 2: RegionCode(digits: values.0 &* 100 &+ values.1, length: 4)
            case 3: RegionCode(digits: values.0 &* 10_000 &+ values.1 &* 100 &+ values.2, length: 6)
            default:
                RegionCode(
                    digits: values.0 &* 100_000_000 &+ values.1 &* 1_000_000 &+ values.2 &* 10_000 &+ values.3,
                    length: 10)
            }
        }
    }
}
