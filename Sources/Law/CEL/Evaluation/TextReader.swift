/// Reads the written forms of timestamps, durations and offsets from left to right.
struct TextReader {
    private let scalars: [Unicode.Scalar]
    private var at = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    var isAtEnd: Bool { at == scalars.count }

    var rest: String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[at...])
        return text
    }

    private var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        at += 1
        return true
    }

    /// Exactly so many digits (at most 18).
    mutating func number(digits: Int) -> Int64? {
        var value: Int64 = 0
        for _ in 0..<digits {
            guard let digit = next, digit.isDigit else { return nil }
            value = value * 10 + Int64(digit.value - 48)
            at += 1
        }
        return value
    }

    /// A point with one to nine digits, as nanoseconds; 0 where there is no point, nil where it is malformed.
    mutating func fraction() -> Int32? {
        guard take(".") else { return 0 }
        var value: Int32 = 0
        var count = 0
        while let digit = next, digit.isDigit {
            count += 1
            guard count <= 9 else { return nil }
            value = value * 10 + Int32(digit.value - 48)
            at += 1
        }
        guard count > 0 else { return nil }
        for _ in count..<9 { value *= 10 }
        return value
    }

    /// `Z` or `±hh:mm`, as seconds east of UTC.
    mutating func offset() -> Int64? {
        if take("Z") { return 0 }
        let sign: Int64 = take("-") ? -1 : 1
        guard sign < 0 || take("+"), let hours = number(digits: 2), hours < 24, take(":"),
            let minutes = number(digits: 2), minutes < 60
        else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }

    /// Digits with or without decimals: the whole part, and the decimals as billionths (further digits are dropped).
    mutating func decimal() -> (whole: Int64, billionths: Int64)? {
        var whole: Int64 = 0
        var count = 0
        while let digit = next, digit.isDigit {
            guard whole < 100_000_000_000_000_000 else { return nil }
            whole = whole * 10 + Int64(digit.value - 48)
            count += 1
            at += 1
        }
        var billionths: Int64 = 0
        if take(".") {
            var scale: Int64 = 100_000_000
            while let digit = next, digit.isDigit {
                billionths += Int64(digit.value - 48) * scale
                scale /= 10
                count += 1
                at += 1
            }
        }
        return count == 0 ? nil : (whole, billionths)
    }

    /// A unit of a duration, in nanoseconds.
    mutating func unit() -> Int64? {
        if take("h") { return 3_600_000_000_000 }
        if take("m") { return take("s") ? 1_000_000 : 60_000_000_000 }
        if take("s") { return 1_000_000_000 }
        if take("u") || take("µ") || take("μ") { return take("s") ? 1000 : nil }
        if take("n") { return take("s") ? 1 : nil }
        return nil
    }
}
