/// The time of day behind a date, which is read and cut off.
enum TimeForm {
    /// Words that stand behind a time: halves of the day and zones, as they are read without regard to case.
    private static let words: [StaticString] = ["am", "pm", "z", "wib", "wita", "wit", "utc", "gmt"]

    /// A blank, a comma or `T`, then `H:MM`, `HH.MM`, `HH:MM:SS` or `HH:MM:SS.fff`, then AM or PM, then a zone: its name,
    /// `±HH`, `±HHMM` or `±HH:MM`; and the end.
    static func isTime(_ text: Span<UInt8>, _ cursor: inout DateCursor) -> Bool {
        _ = cursor.take(text, UInt8(ascii: ","))
        guard cursor.blanks(text) || cursor.take(text, UInt8(ascii: "T")) || cursor.take(text, UInt8(ascii: "t")),
            let hour = cursor.digits(text, atMost: 2), hour.value <= 24, let mark = mark(text, &cursor),
            let minute = cursor.digits(text, atMost: 2), minute.count == 2, minute.value <= 59
        else { return false }
        if cursor.take(text, mark) {
            guard let second = cursor.digits(text, atMost: 2), second.value <= 60 else { return false }
            if cursor.take(text, UInt8(ascii: ".")) || cursor.take(text, UInt8(ascii: ",")) {
                guard cursor.digits(text, atMost: 9) != nil else { return false }
            }
        }
        while true {
            _ = cursor.blanks(text)
            if cursor.isAtEnd { return true }
            let word = cursor.letters(text)
            if word.end > word.start {
                guard isWord(text, word.start, word.end) else { return false }
            } else {
                return isOffset(text, &cursor)
            }
        }
    }

    /// Whether a word may stand behind a time, or between it and the date.
    static func isWord(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        words.contains { Wrapping.equals(text, start, end, $0) } || Wrapping.equals(text, start, end, "t")
    }

    private static func mark(_ text: Span<UInt8>, _ cursor: inout DateCursor) -> UInt8? {
        if cursor.take(text, UInt8(ascii: ":")) { return UInt8(ascii: ":") }
        return cursor.take(text, UInt8(ascii: ".")) ? UInt8(ascii: ".") : nil
    }

    private static func isOffset(_ text: Span<UInt8>, _ cursor: inout DateCursor) -> Bool {
        guard cursor.take(text, UInt8(ascii: "+")) || cursor.take(text, UInt8(ascii: "-")),
            cursor.digits(text, atMost: 2) != nil
        else { return false }
        _ = cursor.take(text, UInt8(ascii: ":"))
        return cursor.isAtEnd || (cursor.digits(text, atMost: 2) != nil && cursor.isAtEnd)
    }
}
