import Civil

/// Turns checked expressions into instructions, each computed once however many expressions need it.
struct Lowering {
    /// A truth that is known when the program is made, or one that is computed.
    enum Value {
        case constant(Truth)
        case computed(Operand)

        var negated: Value {
            switch self {
            case .constant(let truth): .constant(truth.negated)
            case .computed(let operand): .computed(operand.negated)
            }
        }
    }

    let layout: FactLayout
    let leapDay: LeapDay
    private(set) var instructions: [Instruction] = []
    private(set) var numbers: [NumberInstruction] = []
    /// Expressions evaluated row by row.
    private(set) var interpreted: [Node] = []
    private var known: [Instruction: Int] = [:]
    private var knownNumbers: [NumberInstruction: Int] = [:]

    init(layout: FactLayout, leapDay: LeapDay) {
        self.layout = layout
        self.leapDay = leapDay
    }

    mutating func emit(_ instruction: Instruction) -> Value {
        if let index = known[instruction] { return .computed(Operand(instruction: index)) }
        known[instruction] = instructions.count
        instructions.append(instruction)
        return .computed(Operand(instruction: instructions.count - 1))
    }

    mutating func emit(_ number: NumberInstruction) -> Int {
        if let index = knownNumbers[number] { return index }
        knownNumbers[number] = numbers.count
        numbers.append(number)
        return numbers.count - 1
    }

    /// A value as something an instruction can read.
    private mutating func operand(_ value: Value) -> Operand {
        switch value {
        case .computed(let operand): return operand
        case .constant(let truth):
            guard case .computed(let operand) = emit(.constant(truth)) else { return Operand(instruction: 0) }
            return operand
        }
    }

    // MARK: Constants

    /// The facts of a node that differ from row to row.
    func columns(of node: Node) -> Set<String> {
        var names: Set<String> = []
        collect(node, &names)
        return names
    }

    private func collect(_ node: Node, _ names: inout Set<String>) {
        switch node.kind {
        case .fact(let name), .has(let name):
            switch layout[name]?.storage {
            case .constant, .absent, nil: break
            default: names.insert(name)
            }
        default:
            for child in node.children { collect(child, &names) }
        }
    }

    /// What a node without columns comes to.
    func constant(_ node: Node) -> CELOutcome {
        evaluate(node, [:])
    }

    private func evaluate(_ node: Node, _ given: [String: CELOutcome]) -> CELOutcome {
        var facts = given
        for fact in layout.facts {
            if case .constant(let value) = fact.storage { facts[fact.name] = .value(value) }
        }
        var evaluator = Evaluator(rows: 1, facts: facts.mapValues { [$0] }, leapDay: leapDay)
        return evaluator.column(node).first ?? .unknown
    }

    // MARK: Truths

    mutating func lower(_ node: Node) -> Value {
        let columns = columns(of: node).sorted()
        if columns.isEmpty { return .constant(Truth(constant(node))) }
        if columns.count == 1, let value = lowerCoded(node, columns[0]) { return value }
        switch node.kind {
        case .fact(let name):
            return lowerFact(name)
        case .has(let name):
            return lowerHas(name)
        case .not(let operand):
            return lower(operand).negated
        case .and(let operands):
            return meet(operands.map { lower($0) })
        case .or(let operands):
            return meet(operands.map { lower($0).negated }).negated
        case .conditional(let condition, let then, let otherwise):
            return select(lower(condition), lower(then), lower(otherwise))
        case .binary(let operation, let left, let right):
            return lowerBinary(operation, left, right, node, columns)
        case .comprehension(let quantifier, let depth, _, let range, let body):
            guard self.columns(of: range).isEmpty, case .value(.list(let values)) = constant(range),
                values.count <= 1000
            else { return interpret(node) }
            let bodies = values.map { body.replacing(variable: depth, by: $0) }
            return quantifier == .all
                ? meet(bodies.map { lower($0) }) : meet(bodies.map { lower($0).negated }).negated
        default:
            return lowerPair(node, columns) ?? interpret(node)
        }
    }

    mutating func interpret(_ node: Node) -> Value {
        let index = interpreted.firstIndex(of: node) ?? interpreted.count
        if index == interpreted.count { interpreted.append(node) }
        return emit(.rows(index))
    }

    private mutating func lowerFact(_ name: String) -> Value {
        guard let fact = layout[name] else { return .constant(.unknown) }
        switch fact.storage {
        case .presence, .flag: return emit(.bits(slot: fact.slot))
        case .truth: return emit(.truth(slot: fact.slot))
        default: return .constant(.unknown)
        }
    }

    private mutating func lowerHas(_ name: String) -> Value {
        guard let fact = layout[name] else { return .constant(.no) }
        switch fact.storage {
        case .presence: return emit(.bits(slot: fact.slot))
        case .flag, .constant: return .constant(.yes)
        case .truth: return emit(.truthKnown(slot: fact.slot))
        case .date, .integer: return emit(.numberKnown(slot: fact.slot))
        case .code, .absent: return .constant(.no)
        }
    }

    /// A conjunction; operands in a canonical order, so that it is shared however it was written.
    mutating func meet(_ values: [Value]) -> Value {
        var operands: Set<Operand> = []
        var isUnknown = false
        for value in values {
            switch value {
            case .constant(.no): return value
            case .constant(.yes): break
            case .constant(.unknown): isUnknown = true
            case .computed(let operand): operands.insert(operand)
            }
        }
        let sorted = operands.sorted {
            ($0.instruction, $0.isNegated ? 1 : 0) < ($1.instruction, $1.isNegated ? 1 : 0)
        }
        guard var result = sorted.first else { return .constant(isUnknown ? .unknown : .yes) }
        if isUnknown { result = operand(emit(.meet(result, operand(.constant(.unknown))))) }
        for next in sorted.dropFirst() { result = operand(emit(.meet(result, next))) }
        return .computed(result)
    }

    mutating func select(_ condition: Value, _ then: Value, _ otherwise: Value) -> Value {
        switch condition {
        case .constant(.yes): then
        case .constant(.no): otherwise
        case .constant(.unknown): condition
        case .computed(let test): emit(.select(test, then: operand(then), otherwise: operand(otherwise)))
        }
    }

    mutating func equal(_ left: Value, _ right: Value) -> Value {
        switch (left, right) {
        case (.constant(.yes), let other), (let other, .constant(.yes)): return other
        case (.constant(.no), let other), (let other, .constant(.no)): return other.negated
        case (.constant(.unknown), _), (_, .constant(.unknown)): return .constant(.unknown)
        case (.computed(let one), .computed(let other)):
            let isNegated = one.isNegated != other.isNegated
            let plain = [one.instruction, other.instruction].sorted().map { Operand(instruction: $0) }
            let value = emit(.equal(plain[0], plain[1]))
            return isNegated ? value.negated : value
        }
    }

    /// The first where the second is known.
    mutating func gate(_ value: Value, by other: Value) -> Value {
        switch other {
        case .constant(.unknown): other
        case .constant: value
        case .computed(let test): emit(.gate(operand(value), by: Operand(instruction: test.instruction)))
        }
    }
}

extension Node {
    var children: [Node] {
        switch kind {
        case .constant, .fact, .has, .variable: []
        case .not(let child), .negate(let child): [child]
        case .list(let children), .and(let children), .or(let children), .call(_, let children): children
        case .binary(_, let left, let right): [left, right]
        case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
        case .comprehension(_, _, _, let range, let body): [range, body]
        }
    }

    /// The body of the outermost comprehension with its variable put in; inner variables move one level out.
    func replacing(variable depth: Int, by value: CELValue) -> Node {
        func replaced(_ node: Node) -> Node { node.replacing(variable: depth, by: value) }
        let kind: Kind
        switch self.kind {
        case .variable(let own, _) where own == depth: kind = .constant(value)
        case .variable(let own, let name): kind = .variable(depth: own > depth ? own - 1 : own, name: name)
        case .constant, .fact, .has: return self
        case .not(let child): kind = .not(replaced(child))
        case .negate(let child): kind = .negate(replaced(child))
        case .list(let children): kind = .list(children.map(replaced))
        case .and(let children): kind = .and(children.map(replaced))
        case .or(let children): kind = .or(children.map(replaced))
        case .call(let function, let children): kind = .call(function, children.map(replaced))
        case .binary(let operation, let left, let right): kind = .binary(operation, replaced(left), replaced(right))
        case .conditional(let condition, let then, let otherwise):
            kind = .conditional(replaced(condition), then: replaced(then), else: replaced(otherwise))
        case .comprehension(let quantifier, let own, let name, let range, let body):
            kind = .comprehension(
                quantifier, depth: own > depth ? own - 1 : own, name: name, range: replaced(range),
                body: replaced(body))
        }
        return Node(kind, type: type, place: place)
    }
}
