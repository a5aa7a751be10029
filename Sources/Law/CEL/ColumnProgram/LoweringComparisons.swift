import Civil

extension Lowering {
    mutating func lowerBinary(
        _ operation: BinaryOperator, _ left: Node, _ right: Node, _ node: Node, _ columns: [String]
    ) -> Value {
        // `(c ? a : b) op x` is `c ? a op x : b op x`: an unknown condition makes both unknown.
        if case .conditional(let condition, let then, let otherwise) = left.kind {
            return select(
                lower(condition), lower(node.with(operation, then, right)),
                lower(node.with(operation, otherwise, right)))
        }
        if case .conditional(let condition, let then, let otherwise) = right.kind {
            return select(
                lower(condition), lower(node.with(operation, left, then)), lower(node.with(operation, left, otherwise)))
        }
        if operation == .membership { return lowerMembership(left, right, node, columns) }
        switch left.type {
        case .bool: return lowerBools(operation, lower(left), lower(right))
        case .int, .date: return lowerNumbers(operation, left, right) ?? interpret(node)
        default: return lowerPair(node, columns) ?? interpret(node)
        }
    }

    private mutating func lowerBools(_ operation: BinaryOperator, _ left: Value, _ right: Value) -> Value {
        switch operation {
        case .equal: return equal(left, right)
        case .notEqual: return equal(left, right).negated
        // false < true: strict, so unknown wherever either side is.
        case .less: return gate(gate(meet([left.negated, right]), by: left), by: right)
        case .greater: return lowerBools(.less, right, left)
        case .lessOrEqual: return lowerBools(.less, right, left).negated
        default: return lowerBools(.less, left, right).negated
        }
    }

    private mutating func lowerMembership(
        _ left: Node, _ right: Node, _ node: Node, _ columns: [String]
    ) -> Value {
        guard self.columns(of: right).isEmpty, left.type == .int || left.type == .date || left.type == .bool else {
            return lowerPair(node, columns) ?? interpret(node)
        }
        guard case .value(.list(let values)) = constant(right), !values.isEmpty, values.count <= 1000 else {
            return interpret(node)
        }
        // Strict in its left side alone, and equality is unknown exactly where that is.
        let equalities = values.map { value in
            lower(node.with(.equal, left, Node(.constant(value), type: value.type, place: right.place))).negated
        }
        return meet(equalities).negated
    }

    // MARK: Numbers

    /// A number that is known when the program is made, or one that is computed.
    private enum Number {
        case constant(Int64)
        case unknown
        case computed(Int)
    }

    private mutating func lowerNumbers(_ operation: BinaryOperator, _ left: Node, _ right: Node) -> Value? {
        if columns(of: right).isEmpty {
            guard let constant = number(constant(right)) else { return .constant(.unknown) }
            if let value = lowerRange(left, operation, constant) { return value }
        } else if columns(of: left).isEmpty {
            guard let constant = number(constant(left)) else { return .constant(.unknown) }
            if let value = lowerRange(right, operation.swapped, constant) { return value }
        }
        guard let one = lowerNumber(left), let other = lowerNumber(right) else { return nil }
        switch (one, other) {
        case (.unknown, _), (_, .unknown): return .constant(.unknown)
        case (let one, let other): return emit(.compare(operation, index(one), index(other)))
        }
    }

    /// A fact, or an age on a fixed day, compared with a constant: a range of the fact's numbers.
    private mutating func lowerRange(
        _ node: Node, _ operation: BinaryOperator, _ constant: Int64
    ) -> Value? {
        switch node.kind {
        case .fact(let name):
            return between(name, .numbers(operation, constant))
        case .call(.ageOn, let arguments):
            guard arguments.count == 2, case .fact(let birth) = arguments[0].kind, columns(of: arguments[1]).isEmpty
            else { return nil }
            guard case .value(.date(let day)) = self.constant(arguments[1]) else { return .constant(.unknown) }
            return between(birth, AgeCutoff.births(operation, constant, on: day, leapDay: leapDay))
        default:
            return nil
        }
    }

    private mutating func between(_ name: String, _ range: NumberRange) -> Value? {
        guard let fact = layout[name], fact.storage == .date || fact.storage == .integer else { return nil }
        let value = emit(.between(slot: fact.slot, low: range.low, high: range.high))
        return range.isComplement ? value.negated : value
    }

    private func number(_ outcome: CELOutcome) -> Int64? {
        switch outcome {
        case .value(.int(let number)): number
        case .value(.date(let date)): Int64(date.dayNumber)
        default: nil
        }
    }

    private mutating func index(_ number: Number) -> Int {
        switch number {
        case .computed(let index): index
        case .constant(let value): emit(NumberInstruction.constant(value))
        case .unknown: emit(NumberInstruction.constant(0))
        }
    }

    /// Nil where the number needs the evaluator.
    private mutating func lowerNumber(_ node: Node) -> Number? {
        if columns(of: node).isEmpty { return number(constant(node)).map { .constant($0) } ?? .unknown }
        switch node.kind {
        case .fact(let name):
            guard let fact = layout[name], fact.storage == .date || fact.storage == .integer else { return nil }
            return .computed(emit(.load(slot: fact.slot)))
        case .negate(let operand):
            return lowerUnary(operand) { .negate($0) }
        case .binary(.divide, let left, let right):
            guard case .value(.int(let divisor)) = constant(right), divisor != 0 else { return nil }
            return lowerUnary(left) { .divide($0, by: divisor) }
        case .binary(.remainder, let left, let right):
            guard case .value(.int(let divisor)) = constant(right), divisor != 0 else { return nil }
            return lowerUnary(left) { .remainder($0, by: divisor) }
        case .binary(.add, let left, let right):
            return lowerBinary(left, right) { .add($0, $1) }
        case .binary(.subtract, let left, let right):
            return lowerBinary(left, right) { .subtract($0, $1) }
        case .binary(.multiply, let left, let right):
            return lowerBinary(left, right) { .multiply($0, $1) }
        case .call(.ageOn, let arguments):
            guard arguments.count == 2 else { return nil }
            return lowerBinary(arguments[0], arguments[1]) { .age($0, on: $1) }
        default:
            return nil
        }
    }

    private mutating func lowerUnary(_ operand: Node, _ make: (Int) -> NumberInstruction) -> Number? {
        guard let number = lowerNumber(operand) else { return nil }
        if case .unknown = number { return number }
        return .computed(emit(make(index(number))))
    }

    private mutating func lowerBinary(
        _ left: Node, _ right: Node, _ make: (Int, Int) -> NumberInstruction
    ) -> Number? {
        guard let one = lowerNumber(left), let other = lowerNumber(right) else { return nil }
        if case .unknown = one { return one }
        if case .unknown = other { return other }
        return .computed(emit(make(index(one), index(other))))
    }
}

extension BinaryOperator {
    /// The operator with its sides exchanged.
    var swapped: Self {
        switch self {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        default: self
        }
    }
}

extension Node {
    func with(_ operation: BinaryOperator, _ left: Node, _ right: Node) -> Node {
        Node(.binary(operation, left, right), type: .bool, place: place)
    }
}
