/// The written forms of a date, one after the other from the left.
enum DateForms {
    /// The date that `text[start..<end]` writes, or nil. Nothing blank stands at either end.
    static func date(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> CivilDate? {
        var cursor = Cursor(at: start, end: end)
        guard let first = cursor.digits(text, atMost: 4) else { return nil }
        if first.count == 4 { return yearFirst(text, first.value, &cursor) }
        guard first.count <= 2, let separator = cursor.separator(text) else { return nil }
        let month: Int
        if let number = cursor.digits(text, atMost: 2) {
            guard separator != .blank else { return nil }
            month = number.value
        } else {
            let word = cursor.letters(text)
            // `|` stands between numbers only.
            guard separator != .byte(UInt8(ascii: "|")), let named = MonthName.month(text, word.start, word.end)
            else { return nil }
            month = named
        }
        guard cursor.separator(text) == separator, let year = cursor.digits(text, atMost: 4), year.count == 4,
            cursor.isAtEnd
        else { return nil }
        return CivilDate(year: year.value, month: month, day: first.value)
    }

    /// The rest of `YYYY-MM-DD`, and a time behind it.
    private static func yearFirst(_ text: Span<UInt8>, _ year: Int, _ cursor: inout Cursor) -> CivilDate? {
        let dash = Cursor.Separator.byte(UInt8(ascii: "-"))
        guard cursor.separator(text) == dash, let month = cursor.digits(text, atMost: 2),
            cursor.separator(text) == dash, let day = cursor.digits(text, atMost: 2),
            cursor.isAtEnd || isTime(text, &cursor)
        else { return nil }
        return CivilDate(year: year, month: month.value, day: day.value)
    }

    /// A blank or `T`, then `HH:MM`, `HH:MM:SS` or `HH:MM:SS.fff`, then nothing, `Z`, `±HH`, `±HHMM` or `±HH:MM`.
    private static func isTime(_ text: Span<UInt8>, _ cursor: inout Cursor) -> Bool {
        guard cursor.blanks(text) || cursor.take(text, UInt8(ascii: "T")) || cursor.take(text, UInt8(ascii: "t")),
            let hour = cursor.digits(text, atMost: 2), hour.value <= 24, cursor.take(text, UInt8(ascii: ":")),
            let minute = cursor.digits(text, atMost: 2), minute.value <= 59
        else { return false }
        if cursor.take(text, UInt8(ascii: ":")) {
            guard let second = cursor.digits(text, atMost: 2), second.value <= 60 else { return false }
            if cursor.take(text, UInt8(ascii: ".")) || cursor.take(text, UInt8(ascii: ",")) {
                guard cursor.digits(text, atMost: 9) != nil else { return false }
            }
        }
        _ = cursor.blanks(text)
        if cursor.isAtEnd || cursor.take(text, UInt8(ascii: "Z")) || cursor.take(text, UInt8(ascii: "z")) {
            return cursor.isAtEnd
        }
        guard cursor.take(text, UInt8(ascii: "+")) || cursor.take(text, UInt8(ascii: "-")),
            cursor.digits(text, atMost: 2) != nil
        else { return false }
        _ = cursor.take(text, UInt8(ascii: ":"))
        return cursor.isAtEnd || (cursor.digits(text, atMost: 2) != nil && cursor.isAtEnd)
    }

    /// A place in a cell. It never leaves `at...end`, both of which lie in the text.
    private struct Cursor {
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
}
