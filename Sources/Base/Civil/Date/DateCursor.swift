/// A place in a cell. It never leaves `at...end`, both of which lie in the text.
struct DateCursor {
    enum Separator: Equatable {
        case blank
        case byte(UInt8)
    }

    var at: Int
    let end: Int

    var isAtEnd: Bool { at >= end }

    /// The digits here, so many at most; nil where there are none.
    mutating func digits(_ text: Span<UInt8>, atMost limit: Int) -> (value: Int, count: Int)? {
        var value = 0
        var count = 0
        while at < end, count < limit, Digits.isDigit(text[at]) {
            value = value &* 10 &+ Int(text[at] &- 48)
            count &+= 1
            at &+= 1
        }
        return count == 0 ? nil : (value, count)
    }

    mutating func letters(_ text: Span<UInt8>) -> (start: Int, end: Int) {
        let start = at
        while at < end, (text[at] | 0x20) &- 97 < 26 { at &+= 1 }
        return (start, at)
    }

    mutating func take(_ text: Span<UInt8>, _ byte: UInt8) -> Bool {
        guard at < end, text[at] == byte else { return false }
        at &+= 1
        return true
    }

    /// Steps over blanks; false where there are none.
    mutating func blanks(_ text: Span<UInt8>) -> Bool {
        let start = at
        while at < end {
            let width = Blank.width(text, at: at, before: end)
            guard width > 0 else { break }
            at &+= width
        }
        return at > start
    }

    /// One of `|`, `-`, `/`, `.`, or a run of blanks.
    mutating func separator(_ text: Span<UInt8>) -> Separator? {
        guard at < end else { return nil }
        switch text[at] {
        case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
            defer { at &+= 1 }
            return .byte(text[at])
        default:
            return blanks(text) ? .blank : nil
        }
    }
}
