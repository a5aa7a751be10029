import Civil

extension Operations {
    /// Calls a function on values that are known; patterns are handled where they can be kept between rows.
    static func call(_ function: Node.Function, _ arguments: [CELValue], leapDay: LeapDay) -> CELOutcome {
        guard let first = arguments.first else { return .mistyped }
        let second = arguments.count > 1 ? arguments[1] : nil
        switch function {
        case .startsWith, .endsWith, .contains:
            guard case .string(let text) = first, case .string(let part)? = second else { return .mistyped }
            switch function {
            case .startsWith: return .value(.bool(CodePoints.starts(text, with: part)))
            case .endsWith: return .value(.bool(CodePoints.ends(text, with: part)))
            default: return .value(.bool(CodePoints.contains(text, part)))
            }
        case .matches:
            return .mistyped
        case .size:
            switch first {
            case .string(let text): return .value(.int(CodePoints.count(text)))
            case .list(let values): return .value(.int(Int64(values.count)))
            default: return .mistyped
            }
        case .date:
            guard case .string(let text) = first else { return .mistyped }
            guard let date = CivilDate(iso: text) else {
                return .error(
                    id: "'\(text.prefix(40))' bukan tanggal TTTT-BB-HH",
                    en: "'\(text.prefix(40))' is no date YYYY-MM-DD")
            }
            return .value(.date(date))
        case .ageOn:
            guard case .date(let birth) = first, case .date(let day)? = second else { return .mistyped }
            return .value(.int(Int64(birth.age(on: day, leapDay: leapDay))))
        case .timestamp:
            return attempt { () throws(OperationFailure) in
                switch first {
                case .string(let text): value(try Instant(text))
                case .int(let seconds): value(try Instant(seconds: seconds))
                case .timestamp: .value(first)
                default: .mistyped
                }
            }
        case .duration:
            return attempt { () throws(OperationFailure) in
                switch first {
                case .string(let text): value(try TimeSpan(text))
                case .duration: .value(first)
                default: .mistyped
                }
            }
        default:
            return get(function, first, zone: second)
        }
    }

    // MARK: Parts of moments and spans

    private static func get(_ function: Node.Function, _ value: CELValue, zone: CELValue?) -> CELOutcome {
        if case .duration(let seconds, let nanoseconds) = value {
            switch function {
            case .getHours: return .value(.int(seconds / 3600))
            case .getMinutes: return .value(.int(seconds / 60))
            case .getSeconds: return .value(.int(seconds))
            case .getMilliseconds: return .value(.int(Int64(nanoseconds / 1_000_000)))
            default: return .mistyped
            }
        }
        guard case .timestamp(let seconds, let nanoseconds) = value else { return .mistyped }
        return attempt { () throws(OperationFailure) in
            var local = seconds
            if let zone {
                guard case .string(let name) = zone else { return .mistyped }
                local += try Zone(named: name).offset(at: seconds)
            }
            return part(function, of: local, nanoseconds)
        }
    }

    private static func part(_ function: Node.Function, of seconds: Int64, _ nanoseconds: Int32) -> CELOutcome {
        let secondOfDay = (seconds % 86_400 + 86_400) % 86_400
        let date = CivilDate(dayNumber: Int32(clamping: (seconds - secondOfDay) / 86_400))
        let parts = date.components
        let result: Int
        switch function {
        case .getFullYear: result = parts.year
        case .getMonth: result = parts.month - 1
        case .getDate: result = parts.day
        case .getDayOfMonth: result = parts.day - 1
        // Sunday is 0; day 0, 1970-01-01, was a Thursday.
        case .getDayOfWeek: result = ((Int(date.dayNumber) + 4) % 7 + 7) % 7
        case .getDayOfYear:
            let months = (1..<parts.month).map { CivilDate.daysInMonth($0, year: parts.year) }
            result = months.reduce(parts.day - 1, +)
        case .getHours: result = Int(secondOfDay / 3600)
        case .getMinutes: result = Int(secondOfDay / 60 % 60)
        case .getSeconds: result = Int(secondOfDay % 60)
        case .getMilliseconds: result = Int(nanoseconds / 1_000_000)
        default: return .mistyped
        }
        return .value(.int(Int64(result)))
    }
}
