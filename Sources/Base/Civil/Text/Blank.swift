/// What counts as blank in a cell: Unicode blanks, NBSP, zero-width marks, byte order marks.
///
/// A lone byte 0xA0 is the NBSP of a cell in Windows-1252.
enum Blank {
    /// Bytes of the blank that begins at `index`; 0 if none does.
    @inline(__always)
    static func width(_ text: Span<UInt8>, at index: Int, before end: Int) -> Int {
        let byte = text[index]
        if byte < 0x80 { return byte == 0x20 || byte &- 9 <= 4 ? 1 : 0 }
        return wideWidth(text, at: index, before: end)
    }

    /// Bytes of the blank that ends just before `end`; 0 if none does.
    @inline(__always)
    static func width(_ text: Span<UInt8>, before end: Int, from start: Int) -> Int {
        let byte = text[end &- 1]
        if byte < 0x80 { return byte == 0x20 || byte &- 9 <= 4 ? 1 : 0 }
        return wideWidth(text, before: end, from: start)
    }

    private static func wideWidth(_ text: Span<UInt8>, at index: Int, before end: Int) -> Int {
        let first = text[index]
        let left = end &- index
        if left >= 2, isBlank(first, text[index &+ 1]) { return 2 }
        if left >= 3, isBlank(first, text[index &+ 1], text[index &+ 2]) { return 3 }
        return first == 0xA0 ? 1 : 0
    }

    private static func wideWidth(_ text: Span<UInt8>, before end: Int, from start: Int) -> Int {
        let last = text[end &- 1]
        let length = end &- start
        if length >= 2, isBlank(text[end &- 2], last) { return 2 }
        if length >= 3, isBlank(text[end &- 3], text[end &- 2], last) { return 3 }
        return last == 0xA0 && (length == 1 || text[end &- 2] < 0x80) ? 1 : 0
    }

    /// U+0085, U+00A0, U+00AD.
    private static func isBlank(_ first: UInt8, _ second: UInt8) -> Bool {
        first == 0xC2 && (second == 0x85 || second == 0xA0 || second == 0xAD)
    }

    /// The blanks and marks of three bytes.
    private static func isBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch (first, second) {
        case (0xE1, 0x9A): third == 0x80  // U+1680
        case (0xE1, 0xA0): third == 0x8E  // U+180E
        case (0xE2, 0x80): third >= 0x80 && third <= 0x8F || third >= 0xA8 && third <= 0xAF  // U+2000-200F, 2028-202F
        case (0xE2, 0x81): third >= 0x9F && third <= 0xA4 || third >= 0xA6 && third <= 0xA9  // U+205F-2064, 2066-2069
        case (0xE3, 0x80): third == 0x80  // U+3000
        case (0xEF, 0xBB): third == 0xBF  // U+FEFF
        default: false
        }
    }

    /// Whether a scalar is a blank that takes room; marks without width are `isMark`.
    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Whether a scalar is a mark without width: joiners, direction marks, byte order marks, soft hyphens.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
