import Civil

/// A moment between 0001-01-01T00:00:00Z and 9999-12-31T23:59:59.999999999Z, as protobuf has it.
struct Instant: Hashable, Comparable {
    /// Since 1970-01-01T00:00:00Z.
    let seconds: Int64
    /// 0..<1,000,000,000 after `seconds`.
    let nanoseconds: Int32

    static let secondsRange: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// Fails outside the range.
    init(seconds: Int64, nanoseconds: Int32 = 0) throws(OperationFailure) {
        guard Self.secondsRange.contains(seconds) else {
            throw OperationFailure(
                id: "timestamp di luar tahun 0001-9999", en: "the timestamp is outside the years 0001 to 9999")
        }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// Reads RFC 3339: `2009-02-13T23:31:30Z`, up to nine decimals of a second, `Z` or `±hh:mm`.
    init(_ text: String) throws(OperationFailure) {
        var reader = TextReader(text)
        guard let year = reader.number(digits: 4), reader.take("-"), let month = reader.number(digits: 2),
            reader.take("-"), let day = reader.number(digits: 2), reader.take("T"),
            let hour = reader.number(digits: 2), hour < 24, reader.take(":"),
            let minute = reader.number(digits: 2), minute < 60, reader.take(":"),
            let second = reader.number(digits: 2), second < 60, let nanoseconds = reader.fraction(),
            let offset = reader.offset(), reader.isAtEnd,
            let date = CivilDate(year: Int(year), month: Int(month), day: Int(day))
        else {
            throw OperationFailure(
                id: "'\(text.prefix(60))' bukan timestamp (RFC 3339, tahun 0001-9999)",
                en: "'\(text.prefix(60))' is no timestamp (RFC 3339, years 0001 to 9999)")
        }
        let seconds = Int64(date.dayNumber) * 86_400 + hour * 3600 + minute * 60 + second - offset
        try self.init(seconds: seconds, nanoseconds: nanoseconds)
    }

    /// Protobuf's JSON form: UTC, with no, three, six or nine decimals.
    var text: String {
        let (day, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let secondOfDay = second < 0 ? second + 86_400 : second
        let date = CivilDate(dayNumber: Int32(truncatingIfNeeded: second < 0 ? day - 1 : day))
        let clock = [secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60].map { padded($0, 2) }
        return "\(date)T\(clock.joined(separator: ":"))\(decimals(nanoseconds))Z"
    }

    static func < (left: Self, right: Self) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }

    func adding(_ span: TimeSpan) throws(OperationFailure) -> Instant {
        let nanoseconds = Int64(nanoseconds) + Int64(span.nanoseconds)
        let carry: Int64 = nanoseconds < 0 ? -1 : nanoseconds / 1_000_000_000
        return try Instant(
            seconds: seconds + span.seconds + carry,
            nanoseconds: Int32(truncatingIfNeeded: nanoseconds - carry * 1_000_000_000))
    }

    /// The span from another moment to this; fails past what 64 bits of nanoseconds hold (about 292 years), the limit
    /// of CEL's reference implementation.
    func since(_ other: Instant) throws(OperationFailure) -> TimeSpan {
        let seconds = seconds - other.seconds
        guard seconds.magnitude <= 9_223_372_036 else { throw TimeSpan.tooLong }
        return try TimeSpan(seconds: seconds, nanoseconds: Int64(nanoseconds) - Int64(other.nanoseconds))
    }
}

/// A length of time of at most 315,576,000,000 seconds either way (protobuf's limit, about 10,000 years).
struct TimeSpan: Hashable, Comparable {
    let seconds: Int64
    /// Of the same sign as `seconds`, below one second.
    let nanoseconds: Int32

    static let tooLong = OperationFailure(id: "durasi terlalu panjang", en: "the duration is too long")
    private static let longest: Int64 = 315_576_000_000

    /// Any nanoseconds; carried into seconds. Fails past the limit.
    init(seconds: Int64, nanoseconds: Int64) throws(OperationFailure) {
        var (total, overflow) = seconds.addingReportingOverflow(nanoseconds / 1_000_000_000)
        var rest = nanoseconds % 1_000_000_000
        if total > 0, rest < 0 {
            total -= 1
            rest += 1_000_000_000
        } else if total < 0, rest > 0 {
            total += 1
            rest -= 1_000_000_000
        }
        guard !overflow, total.magnitude < Self.longest || (total.magnitude == Self.longest && rest == 0) else {
            throw Self.tooLong
        }
        self.seconds = total
        self.nanoseconds = Int32(truncatingIfNeeded: rest)
    }

    /// Reads `1h30m`, `-1.5s`, `250ms`: numbers with the units h, m, s, ms, us, ns; or `0`.
    init(_ text: String) throws(OperationFailure) {
        let failure = OperationFailure(
            id: "'\(text.prefix(60))' bukan durasi (contoh: '1h30m', '90s')",
            en: "'\(text.prefix(60))' is no duration (for example '1h30m', '90s')")
        var reader = TextReader(text)
        let sign: Int64 =
            reader.take("-")
            ? -1
            : {
                _ = reader.take("+"); return 1
            }()
        var total = try TimeSpan(seconds: 0, nanoseconds: 0)
        if reader.rest == "0" {
            self = total
            return
        }
        guard !reader.isAtEnd else { throw failure }
        while !reader.isAtEnd {
            guard let (whole, nanos) = reader.decimal(), let unit = reader.unit() else { throw failure }
            let part: TimeSpan
            if unit >= 1_000_000_000 {
                let scale = unit / 1_000_000_000
                let (seconds, overflow) = whole.multipliedReportingOverflow(by: scale)
                guard !overflow, seconds <= Self.longest else { throw Self.tooLong }
                part = try TimeSpan(seconds: seconds, nanoseconds: nanos * scale)
            } else {
                let perSecond = 1_000_000_000 / unit
                part = try TimeSpan(
                    seconds: whole / perSecond, nanoseconds: whole % perSecond * unit + nanos / perSecond)
            }
            total = try total.adding(part)
        }
        self = sign < 0 ? try TimeSpan(seconds: -total.seconds, nanoseconds: -Int64(total.nanoseconds)) : total
    }

    /// Protobuf's JSON form: `90s`, `-1.500s`.
    var text: String {
        let sign = seconds < 0 || nanoseconds < 0 ? "-" : ""
        return "\(sign)\(seconds.magnitude)\(decimals(Int32(nanoseconds.magnitude)))s"
    }

    static func < (left: Self, right: Self) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }

    func adding(_ other: TimeSpan) throws(OperationFailure) -> TimeSpan {
        try TimeSpan(
            seconds: seconds + other.seconds, nanoseconds: Int64(nanoseconds) + Int64(other.nanoseconds))
    }

    var negated: TimeSpan {
        get throws(OperationFailure) { try TimeSpan(seconds: -seconds, nanoseconds: -Int64(nanoseconds)) }
    }
}

/// A number with leading zeros.
private func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// Nothing, or a point and three, six or nine digits.
private func decimals(_ nanoseconds: Int32) -> String {
    guard nanoseconds != 0 else { return "" }
    var digits = padded(Int64(nanoseconds), 9)
    while digits.hasSuffix("000") { digits.removeLast(3) }
    return "." + digits
}
