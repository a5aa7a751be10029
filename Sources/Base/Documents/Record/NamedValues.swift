/// Values by name, in the order in which a document has them.
public struct NamedValues<Value> {
    public var items: [(name: String, value: Value)]

    public init(_ items: [(name: String, value: Value)] = []) {
        self.items = items
    }

    /// Nil where there is no value of that name.
    public subscript(name: String) -> Value? { items.first { $0.name == name }?.value }
}

extension NamedValues: Sendable where Value: Sendable {}

extension NamedValues: Equatable where Value: Equatable {
    public static func == (left: Self, right: Self) -> Bool {
        left.items.elementsEqual(right.items) { $0.name == $1.name && $0.value == $1.value }
    }
}

extension NamedValues: Sequence {
    public func makeIterator() -> IndexingIterator<[(name: String, value: Value)]> { items.makeIterator() }
}

extension NamedValues: DocumentValue where Value: DocumentValue {
    public var json: JSONText { .object(items.map { .init($0.name, $0.value.json) }) }

    public init?(_ place: DocumentPlace) {
        guard let members = place.members() else { return nil }
        let items = members.compactMap { member in Value(member.value).map { (name: member.key, value: $0) } }
        guard items.count == members.count else { return nil }
        self.init(items)
    }
}
