/// The strict operations on values: operands are known and no errors.
enum Operations {
    static func binary(_ operation: BinaryOperator, _ left: CELValue, _ right: CELValue) -> CELOutcome {
        switch operation {
        case .equal: .value(.bool(left == right))
        case .notEqual: .value(.bool(left != right))
        case .less: ordered(left, right) { $0 < 0 }
        case .lessOrEqual: ordered(left, right) { $0 <= 0 }
        case .greater: ordered(left, right) { $0 > 0 }
        case .greaterOrEqual: ordered(left, right) { $0 >= 0 }
        case .membership:
            if case .list(let values) = right { .value(.bool(values.contains(left))) } else { .mistyped }
        case .add, .subtract, .multiply, .divide, .remainder: arithmetic(operation, left, right)
        }
    }

    static func negate(_ value: CELValue) -> CELOutcome {
        guard case .int(let number) = value else { return .mistyped }
        return number == .min ? overflow : .value(.int(-number))
    }

    private static let overflow = CELOutcome.error(id: "hasil melampaui batas int", en: "int overflow")
    private static let byZero = CELOutcome.error(id: "pembagian dengan nol", en: "division by zero")

    // MARK: Order

    private static func ordered(_ left: CELValue, _ right: CELValue, _ test: (Int) -> Bool) -> CELOutcome {
        func sign<Value: Comparable>(_ one: Value, _ other: Value) -> Int { one < other ? -1 : one == other ? 0 : 1 }
        let order: Int
        switch (left, right) {
        case (.bool(let one), .bool(let other)): order = sign(one ? 1 : 0, other ? 1 : 0)
        case (.int(let one), .int(let other)): order = sign(one, other)
        case (.date(let one), .date(let other)): order = sign(one, other)
        case (.string(let one), .string(let other)):
            order = CodePoints.less(one, other) ? -1 : CodePoints.equal(one, other) ? 0 : 1
        case (.timestamp(let one, let first), .timestamp(let other, let second)),
            (.duration(let one, let first), .duration(let other, let second)):
            order = one == other ? sign(first, second) : sign(one, other)
        default: return .mistyped
        }
        return .value(.bool(test(order)))
    }

    // MARK: Arithmetic

    private static func arithmetic(
        _ operation: BinaryOperator, _ left: CELValue, _ right: CELValue
    ) -> CELOutcome {
        switch (left, right) {
        case (.int(let one), .int(let other)): ints(operation, one, other)
        case (.string(let one), .string(let other)) where operation == .add: .value(.string(one + other))
        case (.list(let one), .list(let other)) where operation == .add: .value(.list(one + other))
        default: time(operation, left, right)
        }
    }

    private static func ints(_ operation: BinaryOperator, _ left: Int64, _ right: Int64) -> CELOutcome {
        let result: (partialValue: Int64, overflow: Bool)
        switch operation {
        case .add: result = left.addingReportingOverflow(right)
        case .subtract: result = left.subtractingReportingOverflow(right)
        case .multiply: result = left.multipliedReportingOverflow(by: right)
        case .divide, .remainder:
            guard right != 0 else { return byZero }
            result =
                operation == .divide
                ? left.dividedReportingOverflow(by: right) : left.remainderReportingOverflow(dividingBy: right)
        default: return .mistyped
        }
        return result.overflow ? overflow : .value(.int(result.partialValue))
    }

    private static func time(_ operation: BinaryOperator, _ left: CELValue, _ right: CELValue) -> CELOutcome {
        attempt { () throws(OperationFailure) in
            switch (operation, left, right) {
            case (.add, .timestamp, .duration), (.subtract, .timestamp, .duration):
                guard let moment = try instant(left), let span = try self.span(right) else { return .mistyped }
                return value(try moment.adding(operation == .add ? span : span.negated))
            case (.add, .duration, .timestamp):
                guard let span = try self.span(left), let moment = try instant(right) else { return .mistyped }
                return value(try moment.adding(span))
            case (.subtract, .timestamp, .timestamp):
                guard let one = try instant(left), let other = try instant(right) else { return .mistyped }
                return value(try one.since(other))
            case (.add, .duration, .duration), (.subtract, .duration, .duration):
                guard let one = try span(left), let other = try span(right) else { return .mistyped }
                return value(try one.adding(operation == .add ? other : other.negated))
            default:
                return .mistyped
            }
        }
    }

    static func attempt(_ work: () throws(OperationFailure) -> CELOutcome) -> CELOutcome {
        do { return try work() } catch { return .error(error.message) }
    }

    static func instant(_ value: CELValue) throws(OperationFailure) -> Instant? {
        guard case .timestamp(let seconds, let nanoseconds) = value else { return nil }
        return try Instant(seconds: seconds, nanoseconds: nanoseconds)
    }

    static func span(_ value: CELValue) throws(OperationFailure) -> TimeSpan? {
        guard case .duration(let seconds, let nanoseconds) = value else { return nil }
        return try TimeSpan(seconds: seconds, nanoseconds: Int64(nanoseconds))
    }

    static func value(_ instant: Instant) -> CELOutcome {
        .value(.timestamp(seconds: instant.seconds, nanoseconds: instant.nanoseconds))
    }

    static func value(_ span: TimeSpan) -> CELOutcome {
        .value(.duration(seconds: span.seconds, nanoseconds: span.nanoseconds))
    }
}
