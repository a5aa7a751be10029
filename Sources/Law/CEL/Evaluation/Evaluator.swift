public import Civil

/// Walks a checked tree once for all rows: each operation takes columns of outcomes and yields one.
///
/// In `&&`, `||`, `exists` and `all` one deciding operand absorbs unknowns and errors, and an unknown beats an error;
/// every other operation is unknown if an operand is, else an error if an operand is.
struct Evaluator {
    /// The operations one expression may take a row before it is given up as an error; hostile texts stop here.
    static let mostWork = 1_000_000

    private let rows: Int
    private let facts: [String: [CELOutcome]]
    private let leapDay: LeapDay
    private var variables: [[CELOutcome]] = []
    /// Keyed by value: a dictionary of strings would take canonically equivalent patterns for one.
    private var patterns: [CELValue: Result<Pattern, OperationFailure>] = [:]
    private var work = 0

    /// Facts without a column are unknown in every row.
    init(rows: Int, facts: [String: [CELOutcome]], leapDay: LeapDay) {
        self.rows = rows
        self.facts = facts
        self.leapDay = leapDay
    }

    static let tooMuchWork = CELOutcome.error(
        id: "ungkapan ini terlalu banyak hitungannya", en: "the expression takes too much work")

    private var isOverworked: Bool { work / max(1, rows) > Self.mostWork }

    private func constant(_ outcome: CELOutcome) -> [CELOutcome] { Array(repeating: outcome, count: rows) }

    /// The outcome of each row.
    mutating func column(_ node: Node) -> [CELOutcome] {
        work += rows
        guard !isOverworked else { return constant(Self.tooMuchWork) }
        switch node.kind {
        case .constant(let value): return constant(.value(value))
        case .fact(let name): return facts[name] ?? constant(.unknown)
        case .has(let name): return (facts[name] ?? constant(.unknown)).map { .value(.bool($0 != .unknown)) }
        case .variable(let depth, _): return depth < variables.count ? variables[depth] : constant(.mistyped)
        case .list(let elements): return strict(elements) { .value(.list($0)) }
        case .not(let operand):
            return strict([operand]) { values in
                if case .bool(let value)? = values.first { .value(.bool(!value)) } else { .mistyped }
            }
        case .negate(let operand): return strict([operand]) { Operations.negate($0[0]) }
        case .and(let operands): return logic(operands, decidedBy: .isFalse, otherwise: .isTrue)
        case .or(let operands): return logic(operands, decidedBy: .isTrue, otherwise: .isFalse)
        case .binary(let operation, let left, let right):
            if case .list(let elements) = right.kind { work += rows * elements.count }
            return strict([left, right]) { Operations.binary(operation, $0[0], $0[1]) }
        case .conditional(let condition, let then, let otherwise):
            return conditional(condition, then, otherwise)
        case .call(.matches, let arguments): return matches(arguments)
        case .call(let function, let arguments):
            let leapDay = leapDay
            return strict(arguments) { Operations.call(function, $0, leapDay: leapDay) }
        case .comprehension(let quantifier, _, _, let range, let body):
            return comprehension(quantifier, range, body)
        }
    }

    /// Applies an operation where every operand has a value.
    private mutating func strict(_ operands: [Node], _ apply: ([CELValue]) -> CELOutcome) -> [CELOutcome] {
        var columns: [[CELOutcome]] = []
        for operand in operands { columns.append(column(operand)) }
        return (0..<rows).map { row in
            var values: [CELValue] = []
            var failure: CELOutcome?
            for column in columns {
                switch column[row] {
                case .value(let value): values.append(value)
                case .unknown: return .unknown
                case .error: failure = failure ?? column[row]
                }
            }
            return failure ?? apply(values)
        }
    }

    /// Kleene logic over any number of operands.
    private mutating func logic(
        _ operands: [Node], decidedBy deciding: CELOutcome, otherwise: CELOutcome
    ) -> [CELOutcome] {
        var result = constant(otherwise)
        for operand in operands {
            Self.absorb(column(operand), into: &result, decidedBy: deciding)
        }
        return result
    }

    /// What `right` adds to a conjunction or disjunction so far: a deciding value, else an unknown, else an error wins.
    private static func absorb(_ right: [CELOutcome], into left: inout [CELOutcome], decidedBy deciding: CELOutcome) {
        for row in left.indices where left[row] != deciding {
            switch (left[row], right[row]) {
            case (_, deciding): left[row] = deciding
            case (.unknown, _): break
            case (_, .unknown): left[row] = .unknown
            case (.error, _): break
            case (.value, let other): left[row] = other
            }
        }
    }

    private mutating func conditional(_ condition: Node, _ then: Node, _ otherwise: Node) -> [CELOutcome] {
        let tests = column(condition)
        let first = column(then)
        let second = column(otherwise)
        return (0..<rows).map { row in
            switch tests[row] {
            case .isTrue: first[row]
            case .isFalse: second[row]
            case let other: other
            }
        }
    }

    private mutating func comprehension(_ quantifier: Node.Quantifier, _ range: Node, _ body: Node) -> [CELOutcome] {
        let lists = column(range)
        let deciding: CELOutcome = quantifier == .exists ? .isTrue : .isFalse
        let neutral: CELOutcome = quantifier == .exists ? .isFalse : .isTrue
        var lengths = Array(repeating: 0, count: rows)
        var result = lists
        for row in 0..<rows {
            guard case .value(.list(let values)) = lists[row] else { continue }
            lengths[row] = values.count
            result[row] = neutral
        }
        for index in 0..<(lengths.max() ?? 0) {
            variables.append(
                (0..<rows).map { row in
                    guard index < lengths[row], case .value(.list(let values)) = lists[row] else { return .unknown }
                    return .value(values[index])
                })
            var conditions = column(body)
            variables.removeLast()
            for row in 0..<rows where index >= lengths[row] { conditions[row] = neutral }
            // Rows whose list is unknown or failed keep that outcome.
            for row in 0..<rows where lengths[row] == 0 { conditions[row] = result[row] }
            Self.absorb(conditions, into: &result, decidedBy: deciding)
            if isOverworked { return constant(Self.tooMuchWork) }
        }
        return result
    }

    private mutating func matches(_ arguments: [Node]) -> [CELOutcome] {
        guard arguments.count == 2 else { return constant(.mistyped) }
        let texts = column(arguments[0])
        let wanted = column(arguments[1])
        var result: [CELOutcome] = []
        result.reserveCapacity(rows)
        for row in 0..<rows { result.append(match(texts[row], wanted[row])) }
        return result
    }

    private mutating func match(_ text: CELOutcome, _ pattern: CELOutcome) -> CELOutcome {
        switch (text, pattern) {
        case (.unknown, _), (_, .unknown): return .unknown
        case (.error, _): return text
        case (_, .error): return pattern
        case (.value(.string(let text)), .value(.string(let source))):
            switch compiled(source) {
            case .failure(let failure): return .error(failure.message)
            case .success(let pattern):
                // A step of a search is far less work than an operation.
                work += pattern.cost(of: text) / 16
                guard !isOverworked else { return Self.tooMuchWork }
                return .value(.bool(pattern.occurs(in: text)))
            }
        default: return .mistyped
        }
    }

    private mutating func compiled(_ source: String) -> Result<Pattern, OperationFailure> {
        if let known = patterns[.string(source)] { return known }
        let result: Result<Pattern, OperationFailure>
        do { result = .success(try Pattern(source)) } catch { result = .failure(error) }
        patterns[.string(source)] = result
        return result
    }
}

extension CheckedExpression {
    /// Evaluates one row; facts that are not given are unknown.
    public func evaluate(_ facts: [String: CELOutcome], leapDay: LeapDay = .march1) -> CELOutcome {
        evaluate(rows: 1, columns: facts.mapValues { [$0] }, leapDay: leapDay).first ?? .mistyped
    }

    /// Evaluates many rows at once, operation by operation over whole columns.
    ///
    /// - Parameter columns: per fact one outcome a row; facts that are not given are unknown, and so are rows past the
    ///   end of a column.
    public func evaluate(
        rows: Int, columns: [String: [CELOutcome]], leapDay: LeapDay = .march1
    ) -> [CELOutcome] {
        let whole = columns.mapValues { column in
            column.count >= rows ? column : column + Array(repeating: .unknown, count: rows - column.count)
        }
        var evaluator = Evaluator(rows: rows, facts: whole, leapDay: leapDay)
        return evaluator.column(root)
    }
}
