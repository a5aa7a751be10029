/// Which of day and month a cell of numbers puts first, where only one order gives a date.
public enum DateOrder: Sendable {
    /// `17/08/1990`.
    case dayFirst
    /// `08/17/1990`.
    case monthFirst

    /// Nil for a date in both orders or in none, and for every other form.
    public static func of(_ text: Span<UInt8>, from start: Int, to end: Int) -> DateOrder? {
        let (low, high) = Wrapping.inner(text, start, end)
        var cursor = DateCursor(at: low, end: high)
        guard let first = cursor.digits(text, atMost: 2), let mark = cursor.separator(text), mark != .blank,
            let second = cursor.digits(text, atMost: 2), cursor.separator(text) == mark,
            let year = cursor.digits(text, atMost: 4), year.count == 4
        else { return nil }
        let isDayFirst = CivilDate(year: year.value, month: second.value, day: first.value) != nil
        let isMonthFirst = CivilDate(year: year.value, month: first.value, day: second.value) != nil
        if isDayFirst == isMonthFirst { return nil }
        return isDayFirst ? .dayFirst : .monthFirst
    }
}
