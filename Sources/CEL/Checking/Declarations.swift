/// What an expression may name, and the type of each name.
public struct Declarations: Sendable {
    /// One name an expression may use.
    public struct Fact: Sendable {
        public let type: CELType
        /// Whether it may only stand under `has()`.
        public let isPresence: Bool
        /// The only values a string fact can have, where they are known.
        public let words: [String]?
    }

    private(set) var facts: [String: Fact] = [:]

    /// Names with their types; `.undetermined` where the expression itself must say.
    public init(types: [String: CELType] = [:]) {
        facts = types.mapValues { Fact(type: $0, isPresence: false, words: nil) }
    }

    public init(_ layout: FactLayout) {
        for fact in layout.facts {
            let words: [String]? = if case .code(let words) = fact.storage { words } else { nil }
            facts[fact.name] = Fact(type: fact.storage.type, isPresence: fact.storage == .presence, words: words)
        }
    }

    subscript(name: String) -> Fact? { facts[name] }
}
