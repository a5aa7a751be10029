/// The written forms of a date, one after the other from the left, each with or without a time behind it.
enum DateForms {
    /// What `text[start..<end]` writes: a date, nothing (zeros in the place of all digits), or nil. Nothing blank stands at
    /// either end.
    static func date(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> DateReading? {
        var cursor = DateCursor(at: start, end: end)
        guard let parts = parts(text, &cursor), cursor.isAtEnd || TimeForm.isTime(text, &cursor) else { return nil }
        if parts == (0, 0, 0) { return .empty }
        return CivilDate(year: parts.year, month: parts.month, day: parts.day).map { .date($0) }
    }

    private static func parts(
        _ text: Span<UInt8>, _ cursor: inout DateCursor
    ) -> (year: Int, month: Int, day: Int)? {
        guard let first = cursor.digits(text, atMost: 4) else { return nil }
        if first.count == 4 {
            let mark = cursor.separator(text)
            guard let mark, let month = cursor.digits(text, atMost: 2), cursor.separator(text) == mark,
                let day = cursor.digits(text, atMost: 2)
            else { return nil }
            // Years come first in `YYYY-MM-DD` alone; zeros may be put in any order.
            let isZero = (first.value, month.value, day.value) == (0, 0, 0)
            return mark == .byte(UInt8(ascii: "-")) || isZero ? (first.value, month.value, day.value) : nil
        }
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
        guard cursor.separator(text) == separator, let year = cursor.digits(text, atMost: 4), year.count == 4 else {
            return nil
        }
        return (year.value, month, first.value)
    }

    /// `0`, `-`, and zeros with no divider: as good as nothing.
    static func isNothing(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        if end &- start == 1, text[start] == UInt8(ascii: "-") { return true }
        var index = start
        var digits = 0
        while index < end {
            switch text[index] {
            case UInt8(ascii: "0"): digits &+= 1
            case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: " "): break
            default: return false
            }
            index &+= 1
        }
        return digits > 0
    }
}
