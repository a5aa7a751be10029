import Civil

/// Writing numbers and days as ASCII, without a `String` on the way.
enum SampleBytes {
    /// The digits of the number, with leading zeros up to `width`.
    static func append(_ value: UInt64, width: Int = 1, to text: inout [UInt8]) {
        var digits = 1
        var bound: UInt64 = 10
        while digits < 20, value >= bound {
            digits += 1
            bound &*= 10
        }
        let start = text.count
        let count = max(digits, width)
        for _ in 0..<count { text.append(0x30) }
        var rest = value
        var place = start + count
        while rest > 0 {
            place -= 1
            text[place] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    /// The forms of a day that lists use.
    enum DayForm {
        /// `17|08|1990`, with the given byte between.
        case dayFirst(UInt8)
        /// `1990-08-17`
        case iso
        /// `17-Agu-1990`
        case shortMonth
    }

    static func append(day number: Int, as form: DayForm, to text: inout [UInt8]) {
        let day = SampleDay.parts(number)
        switch form {
        case .dayFirst(let separator):
            append(UInt64(day.day), width: 2, to: &text)
            text.append(separator)
            append(UInt64(day.month), width: 2, to: &text)
            text.append(separator)
            append(UInt64(day.year), width: 4, to: &text)
        case .iso:
            append(UInt64(day.year), width: 4, to: &text)
            text.append(UInt8(ascii: "-"))
            append(UInt64(day.month), width: 2, to: &text)
            text.append(UInt8(ascii: "-"))
            append(UInt64(day.day), width: 2, to: &text)
        case .shortMonth:
            append(UInt64(day.day), width: 2, to: &text)
            text.append(UInt8(ascii: "-"))
            text.append(contentsOf: shortMonths[day.month - 1])
            text.append(UInt8(ascii: "-"))
            append(UInt64(day.year), width: 4, to: &text)
        }
    }

    private static let shortMonths = [
        "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des",
    ].map { Array($0.utf8) }
}
