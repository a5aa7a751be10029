/// A human-readable text in the two languages the program speaks.
public struct Bilingual: Hashable, Sendable {
    public var indonesian: String
    public var english: String

    public init(id indonesian: String, en english: String) {
        self.indonesian = indonesian
        self.english = english
    }

    /// The same words in both languages: names, figures, quoted input.
    public init(both text: String) {
        self.init(id: text, en: text)
    }

    public func text(in language: Language) -> String {
        switch language {
        case .indonesian: indonesian
        case .english: english
        }
    }
}

/// The languages of messages, help and documents (`--lang id|en`).
public enum Language: String, Sendable, CaseIterable {
    case indonesian = "id"
    case english = "en"
}
