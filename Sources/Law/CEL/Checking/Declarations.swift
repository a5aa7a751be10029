/// What an expression may name, and what is known of each name before any row is read.
public struct Declarations: Sendable {
    struct Fact {
        let type: CELType
        /// Whether it may only stand under `has()`.
        let isPresence: Bool
        /// The only values a string fact can have, where they are known.
        let words: [String]?
        /// The value, where it is the same for every row.
        let value: CELValue?
    }

    private(set) var facts: [String: Fact] = [:]

    /// Names with their types; `.undetermined` where the expression itself must say.
    public init(types: [String: CELType] = [:]) {
        facts = types.mapValues { Fact(type: $0, isPresence: false, words: nil, value: nil) }
    }

    public init(_ layout: FactLayout) {
        for fact in layout.facts {
            var words: [String]?
            var value: CELValue?
            switch fact.storage {
            case .code(let known): words = known
            case .constant(let known): value = known
            default: break
            }
            facts[fact.name] = Fact(
                type: fact.storage.type, isPresence: fact.storage == .presence, words: words, value: value)
        }
    }

    subscript(name: String) -> Fact? { facts[name] }
}
