import Civil

/// Turns comparisons of an age with a number into comparisons of the birth date with a day.
enum AgeCutoff {
    /// The latest day on which somebody is born who is at least `years` old on `day`; nil if nobody is.
    ///
    /// Ages only fall as birth dates rise, so halving finds it.
    static func latestBirth(atLeast years: Int64, on day: CivilDate, leapDay: LeapDay) -> Int32? {
        func isOldEnough(_ birth: Int32) -> Bool {
            Int64(CivilDate(dayNumber: birth).age(on: day, leapDay: leapDay)) >= years
        }
        guard isOldEnough(.min) else { return nil }
        var low = Int64(Int32.min)
        var high = Int64(Int32.max)
        while low < high {
            let middle = (low + high + 1) >> 1
            if isOldEnough(Int32(truncatingIfNeeded: middle)) { low = middle } else { high = middle - 1 }
        }
        return Int32(truncatingIfNeeded: low)
    }

    /// The birth dates for which `age(on: day) operation years` holds, as a range or its complement.
    static func births(
        _ operation: BinaryOperator, _ years: Int64, on day: CivilDate, leapDay: LeapDay
    ) -> NumberRange {
        /// Born early enough to be at least so old.
        func atLeast(_ years: Int64) -> NumberRange {
            guard let latest = latestBirth(atLeast: years, on: day, leapDay: leapDay) else { return .none }
            return NumberRange(low: .min, high: latest)
        }
        let (next, overflow) = years.addingReportingOverflow(1)
        let older = overflow ? NumberRange.none : atLeast(next)
        switch operation {
        case .greaterOrEqual: return atLeast(years)
        case .greater: return older
        case .less: return atLeast(years).complement
        case .lessOrEqual: return older.complement
        default:
            // Equal: at least so old, but not a year older.
            let enough = atLeast(years)
            guard !enough.isEmpty else { return operation == .equal ? .none : NumberRange.none.complement }
            let exact =
                older.isEmpty
                ? enough
                : older.high == .max ? NumberRange.none : NumberRange(low: older.high + 1, high: enough.high)
            return operation == .equal ? exact : exact.complement
        }
    }
}

/// The numbers from `low` to `high`, or all others; empty where `low` is above `high`.
struct NumberRange {
    var low: Int32
    var high: Int32
    var isComplement = false

    static let none = NumberRange(low: 1, high: 0)

    var isEmpty: Bool { low > high }

    var complement: NumberRange { NumberRange(low: low, high: high, isComplement: !isComplement) }

    /// The numbers for which `number operation constant` holds.
    static func numbers(_ operation: BinaryOperator, _ constant: Int64) -> NumberRange {
        func from(_ low: Int64, to high: Int64) -> NumberRange {
            guard low <= Int64(Int32.max), high >= Int64(Int32.min), low <= high else { return .none }
            return NumberRange(low: Int32(clamping: low), high: Int32(clamping: high))
        }
        switch operation {
        case .equal: return from(constant, to: constant)
        case .notEqual: return from(constant, to: constant).complement
        case .lessOrEqual: return from(.min, to: constant)
        case .greater: return from(.min, to: constant).complement
        case .greaterOrEqual: return from(constant, to: .max)
        default: return from(constant, to: .max).complement
        }
    }
}
