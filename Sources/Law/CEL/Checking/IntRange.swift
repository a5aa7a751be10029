/// The ints an expression can yield, from `low` to `high`; results are nil where a value could leave the ints.
struct IntRange {
    var low: Int64
    var high: Int64

    static let any = IntRange(.min, .max)

    init(_ low: Int64, _ high: Int64) {
        self.low = low
        self.high = high
    }

    func union(_ other: IntRange) -> IntRange {
        IntRange(min(low, other.low), max(high, other.high))
    }

    func adding(_ other: IntRange) -> IntRange? {
        let (low, lowOverflows) = low.addingReportingOverflow(other.low)
        let (high, highOverflows) = high.addingReportingOverflow(other.high)
        return lowOverflows || highOverflows ? nil : IntRange(low, high)
    }

    func subtracting(_ other: IntRange) -> IntRange? {
        let (low, lowOverflows) = low.subtractingReportingOverflow(other.high)
        let (high, highOverflows) = high.subtractingReportingOverflow(other.low)
        return lowOverflows || highOverflows ? nil : IntRange(low, high)
    }

    func multiplying(_ other: IntRange) -> IntRange? {
        var corners: [Int64] = []
        for one in [low, high] {
            for another in [other.low, other.high] {
                let (product, overflows) = one.multipliedReportingOverflow(by: another)
                if overflows { return nil }
                corners.append(product)
            }
        }
        return IntRange(corners.min() ?? 0, corners.max() ?? 0)
    }

    /// The divisor is not zero, and not -1 where `low` is the smallest int.
    func dividing(by divisor: Int64) -> IntRange {
        let one = low / divisor
        let other = high / divisor
        return IntRange(min(one, other), max(one, other))
    }

    static func remainder(of divisor: Int64) -> IntRange {
        let largest = Int64(min(divisor.magnitude - 1, UInt64(Int64.max)))
        return IntRange(-largest, largest)
    }
}
