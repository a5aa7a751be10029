import Testing

@testable import CEL

/// Whole numbers of 64 bits: as in Swift, but that what leaves them is an error.
@Suite struct IntegerTests {
    private static let numbers: [Int64] = [
        .min, .min + 1, -4_294_967_297, -1_000_000, -17, -2, -1, 0, 1, 2, 3, 17, 1_000_000, 4_294_967_297, .max - 1,
        .max,
    ]

    /// The outcome of an expression without facts.
    private func outcome(_ source: String) throws -> CELOutcome {
        try Expressions.check(source, declarations: Declarations(types: [:])).get().evaluate([:])
    }

    private func number(_ outcome: CELOutcome) -> Int64? {
        if case .value(.int(let value)) = outcome { return value }
        return nil
    }

    private func isError(_ outcome: CELOutcome) -> Bool {
        if case .error = outcome { return true }
        return false
    }

    @Test(arguments: numbers) func arithmeticIsSwifts(left: Int64) throws {
        for right in Self.numbers {
            let results: [(String, (partialValue: Int64, overflow: Bool))] = [
                ("+", left.addingReportingOverflow(right)), ("-", left.subtractingReportingOverflow(right)),
                ("*", left.multipliedReportingOverflow(by: right)), ("/", left.dividedReportingOverflow(by: right)),
                ("%", left.remainderReportingOverflow(dividingBy: right)),
            ]
            for (sign, result) in results {
                let found = try outcome("(\(left)) \(sign) (\(right))")
                if result.overflow {
                    #expect(isError(found), "\(left) \(sign) \(right)")
                } else {
                    #expect(number(found) == result.partialValue, "\(left) \(sign) \(right)")
                }
            }
        }
    }

    @Test(arguments: numbers) func comparisonsAreSwifts(left: Int64) throws {
        for right in Self.numbers {
            for (sign, holds) in [
                ("<", left < right), ("<=", left <= right), (">", left > right), (">=", left >= right),
                ("==", left == right), ("!=", left != right),
            ] {
                #expect(try outcome("\(left) \(sign) \(right)") == .value(.bool(holds)))
            }
        }
    }

    @Test func theLeastNumberHasNoNegative() throws {
        #expect(number(try outcome("-9223372036854775808")) == .min)
        #expect(isError(try outcome("-(-9223372036854775808)")))
        #expect(number(try outcome("--7")) == 7)
    }

    @Test(arguments: [
        ("0x1F", 31), ("0XfF", 255), ("007", 7), ("9223372036854775807", Int64.max), ("-0x8000000000000000", .min),
    ]) func literals(source: String, value: Int64) throws {
        #expect(number(try outcome(source)) == value)
    }

    @Test(arguments: [
        "9223372036854775808", "0x8000000000000000", "99999999999999999999", "1u", "1.5", "1e3", "0x", "1a", ".5",
    ])
    func noLiterals(source: String) {
        #expect(throws: ExpressionProblems.self) {
            _ = try Expressions.check(source, declarations: Declarations(types: [:])).get()
        }
    }
}

/// What an expression of whole numbers can yield: never less than it does.
@Suite struct IntRangeTests {
    private static let bounds: [Int64] = [.min, -7, -1, 0, 1, 5, .max]

    private static func ranges() -> [IntRange] {
        bounds.flatMap { low in bounds.filter { $0 >= low }.map { IntRange(low, $0) } }
    }

    /// Numbers within a range: its ends and some between.
    private func samples(_ range: IntRange) -> [Int64] {
        ([range.low, range.high] + [-6, -1, 0, 1, 4]).filter { range.low <= $0 && $0 <= range.high }
    }

    @Test func resultsLieInTheirRange() {
        for one in Self.ranges() {
            for other in Self.ranges() {
                let (sum, difference, product) = (one.adding(other), one.subtracting(other), one.multiplying(other))
                for left in samples(one) {
                    for right in samples(other) {
                        for (range, result) in [
                            (sum, left.addingReportingOverflow(right)),
                            (difference, left.subtractingReportingOverflow(right)),
                            (product, left.multipliedReportingOverflow(by: right)),
                        ] {
                            guard let range else { continue }
                            #expect(!result.overflow)
                            #expect(range.low <= result.partialValue && result.partialValue <= range.high)
                        }
                    }
                }
                #expect(one.union(other).low == min(one.low, other.low))
                #expect(one.union(other).high == max(one.high, other.high))
            }
        }
    }

    @Test(arguments: [-7, -2, 1, 2, 10, .max, .min] as [Int64]) func quotientsLieInTheirRange(divisor: Int64) {
        for range in Self.ranges() where !(divisor == -1 && range.low == .min) {
            let (quotients, remainders) = (range.dividing(by: divisor), IntRange.remainder(of: divisor))
            for number in samples(range) {
                #expect(quotients.low <= number / divisor && number / divisor <= quotients.high)
                #expect(remainders.low <= number % divisor && number % divisor <= remainders.high)
            }
        }
    }

    /// A range that is told is as narrow as its ends are.
    @Test func endsAreReached() {
        let (one, other) = (IntRange(-3, 5), IntRange(2, 4))
        #expect(one.adding(other)?.low == -1 && one.adding(other)?.high == 9)
        #expect(one.subtracting(other)?.low == -7 && one.subtracting(other)?.high == 3)
        #expect(one.multiplying(other)?.low == -12 && one.multiplying(other)?.high == 20)
        #expect(IntRange.any.adding(one) == nil && IntRange.any.multiplying(other) == nil)
    }
}
