public import Diagnostics

/// What a document may hold, written and read by one declaration.
public protocol DocumentValue: SendableMetatype {
    var json: JSONText { get }

    /// Nil after reporting what is wrong with it.
    init?(_ place: DocumentPlace)

    /// What it stands for where the document has no such field; nil where it must have one.
    static var absent: Self? { get }
}

extension DocumentValue {
    public static var absent: Self? { nil }
}

extension String: DocumentValue {
    public var json: JSONText { .string(self) }

    public init?(_ place: DocumentPlace) {
        guard case .string(let text) = place.node.value else {
            place.reportType(Bilingual(id: "teks", en: "a text"))
            return nil
        }
        self = text
    }
}

extension Int: DocumentValue {
    /// More is counted nowhere; sums of what documents hold stay numbers.
    private static let most = 100_000_000_000_000

    public var json: JSONText { .integer(self) }

    public init?(_ place: DocumentPlace) {
        guard let number = place.integer(in: -Self.most...Self.most) else { return nil }
        self = number
    }
}

extension Bool: DocumentValue {
    public var json: JSONText { .bool(self) }

    public init?(_ place: DocumentPlace) {
        guard let truth = place.truth() else { return nil }
        self = truth
    }
}

extension Bilingual: DocumentValue {
    public var json: JSONText { .object([.init("id", .string(indonesian)), .init("en", .string(english))]) }

    public init?(_ place: DocumentPlace) {
        guard let text = place.bilingual() else { return nil }
        self = text
    }
}

/// Written as `null` where there is none; an absent field is none as well.
extension Optional: DocumentValue where Wrapped: DocumentValue {
    public var json: JSONText { map(\.json) ?? .null }

    public init?(_ place: DocumentPlace) {
        if place.node.isNull {
            self = .none
        } else {
            guard let value = Wrapped(place) else { return nil }
            self = .some(value)
        }
    }

    public static var absent: Self? { .some(nil) }
}

extension Array: DocumentValue where Element: DocumentValue {
    public var json: JSONText { .array(map(\.json)) }

    public init?(_ place: DocumentPlace) {
        guard let elements = place.elements() else { return nil }
        let values = elements.compactMap { Element($0) }
        guard values.count == elements.count else { return nil }
        self = values
    }
}

/// Members in byte order of their keys.
extension Dictionary: DocumentValue where Key == String, Value: DocumentValue {
    public var json: JSONText {
        .object(
            sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { .init($0.key, $0.value.json) })
    }

    public init?(_ place: DocumentPlace) {
        guard let values = NamedValues<Value>(place) else { return nil }
        self = Dictionary(values.items.map { ($0.name, $0.value) }) { first, _ in first }
    }
}
