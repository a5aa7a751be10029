/// Text as a cell of a workbook can hold it.
enum SheetText {
    /// The most a cell holds, in units of UTF-16.
    static let limit = 32_767

    /// `text` with what XML cannot carry replaced by U+FFFD, cut with `…` where it is longer than a cell, and with
    /// `_xHHHH_` guarded, which a spreadsheet would take for a character written in hexadecimal digits.
    static func clean(_ text: String) -> String {
        if isPlain(text) { return text }
        var scalars = String.UnicodeScalarView()
        var units = 0
        let all = Array(text.unicodeScalars)
        for (index, scalar) in all.enumerated() {
            var piece: [Unicode.Scalar] = [scalar]
            if scalar.value == 0 || scalar.value & 0xFFFE == 0xFFFE { piece = ["\u{FFFD}"] }
            if scalar == "_", isHexadecimalMark(all, at: index) { piece = Array("_x005F_".unicodeScalars) }
            units += piece.reduce(0) { $0 + ($1.value > 0xFFFF ? 2 : 1) }
            if units >= limit, index + 1 < all.count || units > limit {
                scalars.append("…")
                break
            }
            scalars.append(contentsOf: piece)
        }
        return String(scalars)
    }

    private static func isPlain(_ text: String) -> Bool {
        var count = 0
        var before: UInt8 = 0
        for byte in text.utf8 {
            // 0xEF and 0xF0… begin the characters that XML refuses, and much else that the slow way lets through.
            if byte == 0 || byte >= 0xEF || (byte == 0x78 && before == 0x5F) { return false }
            before = byte
            count += 1
        }
        return count < limit
    }

    /// Whether `_xHHHH_` begins at `index`.
    private static func isHexadecimalMark(_ text: [Unicode.Scalar], at index: Int) -> Bool {
        guard index + 6 < text.count, text[index + 1] == "x", text[index + 6] == "_" else { return false }
        return text[(index + 2)...(index + 5)].allSatisfy { $0.properties.isASCIIHexDigit }
    }
}
