/// A type during checking: maybe one that is still to be found out.
indirect enum OpenType: Equatable, Sendable {
    case bool, int, string, date, timestamp, duration
    case list(OpenType)
    case variable(Int)
    /// The type of something already reported: fits everywhere, so that one fault is told once.
    case refused
}

/// What is known so far about the types that nothing declares: untyped unknowns and elements of empty lists.
struct TypeVariables {
    private var bound: [OpenType?] = []

    mutating func fresh() -> OpenType {
        bound.append(nil)
        return .variable(bound.count - 1)
    }

    mutating func open(_ type: CELType) -> OpenType {
        switch type {
        case .bool: .bool
        case .int: .int
        case .string: .string
        case .date: .date
        case .timestamp: .timestamp
        case .duration: .duration
        case .list(let element): .list(open(element))
        case .undetermined: fresh()
        }
    }

    /// The type with everything known put in.
    func resolve(_ type: OpenType) -> OpenType {
        switch type {
        case .variable(let index):
            if let known = bound[index] { resolve(known) } else { type }
        case .list(let element): .list(resolve(element))
        default: type
        }
    }

    func closed(_ type: OpenType) -> CELType {
        switch resolve(type) {
        case .bool: .bool
        case .int: .int
        case .string: .string
        case .date: .date
        case .timestamp: .timestamp
        case .duration: .duration
        case .list(let element): .list(closed(element))
        case .variable, .refused: .undetermined
        }
    }

    /// Makes two types one; false where they cannot be.
    mutating func unify(_ left: OpenType, _ right: OpenType) -> Bool {
        let left = resolve(left)
        let right = resolve(right)
        switch (left, right) {
        case (.refused, _), (_, .refused): return true
        case (.variable(let one), .variable(let other)) where one == other: return true
        case (.variable(let index), let other), (let other, .variable(let index)):
            guard !mentions(index, in: other) else { return false }
            bound[index] = other
            return true
        case (.list(let one), .list(let other)): return unify(one, other)
        default: return left == right
        }
    }

    private func mentions(_ index: Int, in type: OpenType) -> Bool {
        switch type {
        case .variable(let other): index == other
        case .list(let element): mentions(index, in: element)
        default: false
        }
    }
}

extension CELType {
    /// The type's name in the language.
    public var name: String {
        switch self {
        case .bool: "bool"
        case .int: "int"
        case .string: "string"
        case .date: "date"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .list(.undetermined): "list"
        case .list(let element): "list(\(element.name))"
        case .undetermined: "?"
        }
    }
}
