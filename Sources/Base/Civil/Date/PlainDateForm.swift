/// A form of ten bytes in which whole columns of dates are written, so that many can be read at once.
public struct PlainDateForm: Sendable {
    /// Where the first digits of the parts stand: four of the year, two of the others.
    public let year: Int
    public let month: Int
    public let day: Int
    /// Where the marks between the parts stand.
    public let marks: (Int, Int)
    public let mark: UInt8

    /// Bytes of a date.
    public static let length = 10

    /// `DD|MM|YYYY` with each of its marks, and `YYYY-MM-DD`.
    public static let all =
        "|-/.".utf8.map { PlainDateForm(year: 6, month: 3, day: 0, marks: (2, 5), mark: $0) } + [
            PlainDateForm(year: 0, month: 5, day: 8, marks: (4, 7), mark: UInt8(ascii: "-"))
        ]

    /// What the parts lie within. That the month has the day is for the calendar to say.
    public static let days: ClosedRange<UInt8> = 1...31
    public static let months: ClosedRange<UInt8> = 1...12
    /// Centuries that are read so: a year of the first needs another look.
    public static let centuries: ClosedRange<UInt8> = 1...99

    /// The place in `all` of the form that a cell with this beginning may have; nil where there is none.
    public static func place(of text: Span<UInt8>, at start: Int) -> Int? {
        guard start >= 0, start <= text.count - length else { return nil }
        return all.firstIndex { text[start + $0.marks.0] == $0.mark && text[start + $0.marks.1] == $0.mark }
    }
}
