public import Diagnostics

/// One of a few words, which are all there are.
public protocol DocumentWord: DocumentValue, RawRepresentable<String>, CaseIterable, Sendable {
    /// What the words name, for messages.
    static var title: Bilingual { get }
}

extension DocumentWord {
    public var json: JSONText { .string(rawValue) }

    public init?(_ place: DocumentPlace) {
        guard let word = place.word(Self.self, what: Self.title) else { return nil }
        self = word
    }
}
