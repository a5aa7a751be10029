/// Finds the sixteen digits of a NIK or NKK in a cell, or says why there are none.
enum IdentityDigits {
    enum Outcome {
        case sixteen(UInt64)
        /// One of `empty`, `masked`, `damaged`, `characters`, `length`.
        case not(NIKFinding)
    }

    static func read(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Outcome {
        let (low, high) = Wrapping.inner(text, start, end)
        if isEmptyWord(text, low, high) { return .not(.empty) }
        let whole = Census(text, low, high)
        if whole.stars > 0 { return .not(.masked) }
        if whole.crosses > 0, whole.digits > 0, whole.others == 0 { return .not(.masked) }
        if isScientific(text, low, high) { return .not(.damaged) }
        if whole.crosses > 0 || whole.others > 0 { return .not(.characters) }
        if whole.separators == 0 {
            guard whole.digits == 16 else { return .not(.length) }
            return .sixteen(whole.value)
        }
        if endsInPointZero(text, low, high) {
            let number = Census(text, low, high &- 2)
            guard number.digits == 16, !number.hasSeparatorAtEdge else { return .not(.characters) }
            return .sixteen(number.value)
        }
        guard whole.digits == 16, !whole.hasSeparatorAtEdge else { return .not(.characters) }
        return .sixteen(whole.value)
    }

    private static func isEmptyWord(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard start < end else { return true }
        return switch end &- start {
        case 1: text[start] == UInt8(ascii: "-") || text[start] == UInt8(ascii: "0")
        case 3: Wrapping.equals(text, start, end, "nil")
        case 4: Wrapping.equals(text, start, end, "null") || Wrapping.equals(text, start, end, "#n/a")
        default: false
        }
    }

    /// What kinds of characters a part of a cell holds.
    private struct Census {
        var digits = 0
        /// The digits as a number; meaningless beyond nineteen of them.
        var value: UInt64 = 0
        var stars = 0
        /// `x` and `X`.
        var crosses = 0
        /// Dots, hyphens and blanks.
        var separators = 0
        var others = 0
        var hasSeparatorAtEdge = false

        init(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
            var index = start
            var lastWasSeparator = false
            while index < end {
                let byte = text[index]
                let width = Census.separatorWidth(text, index, end)
                if width > 0 {
                    separators &+= 1
                    if index == start { hasSeparatorAtEdge = true }
                } else if Digits.isDigit(byte) {
                    digits &+= 1
                    value = value &* 10 &+ UInt64(byte &- 48)
                } else if byte == UInt8(ascii: "*") {
                    stars &+= 1
                } else if byte | 0x20 == UInt8(ascii: "x") {
                    crosses &+= 1
                } else {
                    others &+= 1
                }
                lastWasSeparator = width > 0
                index &+= max(width, 1)
            }
            if lastWasSeparator { hasSeparatorAtEdge = true }
        }

        /// Bytes of the separator here: `.`, `-`, the hyphens U+2010 and U+2011, a blank; 0 if there is none.
        private static func separatorWidth(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
            let byte = text[index]
            if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") { return 1 }
            if byte == 0xE2, end &- index >= 3, text[index &+ 1] == 0x80, text[index &+ 2] & 0xFE == 0x90 { return 3 }
            return Blank.width(text, at: index, before: end)
        }
    }

    /// A digit, then `.0`, then the end.
    private static func endsInPointZero(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        end &- start >= 3 && text[end &- 1] == UInt8(ascii: "0") && text[end &- 2] == UInt8(ascii: ".")
            && Digits.isDigit(text[end &- 3])
    }

    /// Digits, perhaps a point or comma and digits, `E`, perhaps a sign, digits.
    private static func isScientific(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var index = start
        func digits() -> Bool {
            let first = index
            while index < end, Digits.isDigit(text[index]) { index &+= 1 }
            return index > first
        }
        guard digits() else { return false }
        if index < end, text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ",") {
            index &+= 1
            _ = digits()
        }
        guard index < end, text[index] | 0x20 == UInt8(ascii: "e") else { return false }
        index &+= 1
        if index < end, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") { index &+= 1 }
        return digits() && index == end
    }
}
