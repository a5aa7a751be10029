import Civil

/// The rule for moments after a zone file's last change: a POSIX TZ text such as `CST6CDT,M3.2.0,M11.1.0`.
struct ZoneRule {
    private let standard: Int64
    private let summer: Summer?

    private struct Summer {
        var offset: Int64
        var start: Change
        var end: Change
    }

    /// A day of the year and the local second at which the clocks change.
    private struct Change {
        enum Day {
            /// Month, week (5 = last), weekday (0 = Sunday).
            case weekday(Int, Int, Int)
            /// 1...365, 29 February never counted.
            case julian(Int)
            /// 0...365, 29 February counted.
            case ordinal(Int)
        }

        var day: Day
        var second: Int64
    }

    init?(_ text: String) {
        var reader = Reader(text: Array(text.unicodeScalars))
        guard reader.name(), let standard = reader.clock() else { return nil }
        self.standard = -standard
        guard !reader.isAtEnd else {
            summer = nil
            return
        }
        guard reader.name() else { return nil }
        var offset = self.standard + 3600
        if let given = reader.clock() { offset = -given }
        guard reader.take(","), let start = reader.change(), reader.take(","), let end = reader.change(),
            reader.isAtEnd
        else { return nil }
        summer = Summer(offset: offset, start: start, end: end)
    }

    /// Seconds east of UTC at a moment.
    func offset(at seconds: Int64) -> Int64 {
        guard let summer else { return standard }
        let year = Self.year(of: seconds + standard)
        guard let start = Self.moment(summer.start, in: year, offset: standard),
            let end = Self.moment(summer.end, in: year, offset: summer.offset)
        else { return standard }
        let isSummer = start < end ? start <= seconds && seconds < end : seconds < end || start <= seconds
        return isSummer ? summer.offset : standard
    }

    private static func year(of seconds: Int64) -> Int {
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        return CivilDate(dayNumber: Int32(clamping: day)).year
    }

    private static func moment(_ change: Change, in year: Int, offset: Int64) -> Int64? {
        guard let newYear = CivilDate(year: year, month: 1, day: 1) else { return nil }
        let day: Int
        switch change.day {
        case .ordinal(let ordinal):
            day = Int(newYear.dayNumber) + ordinal
        case .julian(let ordinal):
            day = Int(newYear.dayNumber) + ordinal - (CivilDate.isLeap(year) && ordinal >= 60 ? 0 : 1)
        case .weekday(let month, let week, let weekday):
            guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
            // Day 0, 1970-01-01, was a Thursday.
            let firstWeekday = ((Int(first.dayNumber) + 4) % 7 + 7) % 7
            var inMonth = (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
            while inMonth >= CivilDate.daysInMonth(month, year: year) { inMonth -= 7 }
            day = Int(first.dayNumber) + inMonth
        }
        return Int64(day) * 86_400 + change.second - offset
    }

    private struct Reader {
        let text: [Unicode.Scalar]
        var at = 0

        var isAtEnd: Bool { at == text.count }
        var next: Unicode.Scalar? { at < text.count ? text[at] : nil }

        mutating func take(_ scalar: Unicode.Scalar) -> Bool {
            guard next == scalar else { return false }
            at += 1
            return true
        }

        /// `CST`, or `<+07>`.
        mutating func name() -> Bool {
            let start = at
            if take("<") {
                while let scalar = next, scalar != ">" { at += 1; _ = scalar }
                return take(">")
            }
            while let scalar = next, scalar.isNameStart { at += 1 }
            return at > start
        }

        mutating func number() -> Int64? {
            var value: Int64 = 0
            let start = at
            while let digit = next, digit.isDigit, value < 100_000 {
                value = value * 10 + Int64(digit.value - 48)
                at += 1
            }
            return at > start ? value : nil
        }

        /// `[±]hh[:mm[:ss]]` in seconds.
        mutating func clock() -> Int64? {
            let sign: Int64 = take("-") ? -1 : 1
            if sign > 0 { _ = take("+") }
            guard let hours = number() else { return nil }
            var seconds = hours * 3600
            if take(":") {
                guard let minutes = number() else { return nil }
                seconds += minutes * 60
                if take(":") {
                    guard let rest = number() else { return nil }
                    seconds += rest
                }
            }
            return sign * seconds
        }

        mutating func change() -> Change? {
            let day: Change.Day
            if take("M") {
                guard let month = number(), 1...12 ~= month, take("."), let week = number(), 1...5 ~= week, take("."),
                    let weekday = number(), 0...6 ~= weekday
                else { return nil }
                day = .weekday(Int(month), Int(week), Int(weekday))
            } else if take("J") {
                guard let ordinal = number(), 1...365 ~= ordinal else { return nil }
                day = .julian(Int(ordinal))
            } else {
                guard let ordinal = number(), 0...365 ~= ordinal else { return nil }
                day = .ordinal(Int(ordinal))
            }
            guard take("/") else { return Change(day: day, second: 7200) }
            return clock().map { Change(day: day, second: $0) }
        }
    }
}
