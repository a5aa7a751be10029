/// Masks what may be somebody's NIK or family card in a message: a word of the command line or a path can hold one.
enum NumberMask {
    private static let digits = 16
    /// What tells the area, and no person.
    private static let shown = 6

    static func of(_ text: String) -> String {
        guard text.utf8.count >= digits else { return text }
        let bytes = Array(text.utf8)
        var masked = bytes
        var start = 0
        while start < bytes.count {
            guard isDigit(bytes[start]) else {
                start += 1
                continue
            }
            var end = start
            while end < bytes.count, isDigit(bytes[end]) { end += 1 }
            // Digits among letters are those of a digest.
            let isAlone =
                (start == 0 || !isLetter(bytes[start - 1])) && (end == bytes.count || !isLetter(bytes[end]))
            if end - start == digits, isAlone {
                for place in start + shown..<end { masked[place] = UInt8(ascii: "*") }
            }
            start = end
        }
        return String(decoding: masked, as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }
}
