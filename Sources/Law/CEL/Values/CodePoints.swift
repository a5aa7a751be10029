/// Strings as CEL has them: sequences of code points. Swift's own `==` and `<` would normalise.
///
/// UTF-8 keeps the order of code points and never finds one inside another, so all of this works on its bytes.
enum CodePoints {
    static func equal(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

    static func less(_ left: String, _ right: String) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }

    static func count(_ text: String) -> Int64 { Int64(text.unicodeScalars.count) }

    static func starts(_ text: String, with prefix: String) -> Bool { text.utf8.starts(with: prefix.utf8) }

    static func ends(_ text: String, with suffix: String) -> Bool {
        text.utf8.count >= suffix.utf8.count && text.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    static func contains(_ text: String, _ part: String) -> Bool {
        let wanted = Array(part.utf8)
        guard let first = wanted.first else { return true }
        let bytes = Array(text.utf8)
        guard bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { start in
            bytes[start] == first && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
        }
    }
}
