public import Diagnostics

/// How sure a statement about the law is.
public enum Confidence: String, Sendable, CaseIterable, Codable {
    /// The provision's own wording was read.
    case text
    /// A secondary source states it.
    case secondary
    /// General knowledge, not verified.
    case unverified

    public var title: Bilingual {
        switch self {
        case .text: Bilingual(id: "bunyi pasal dibaca", en: "wording read")
        case .secondary: Bilingual(id: "sumber sekunder", en: "secondary source")
        case .unverified: Bilingual(id: "belum diperiksa", en: "unverified")
        }
    }
}

/// A provision that a rule rests on. Never a quotation.
public struct Citation: Sendable, Hashable {
    public var instrument: String
    public var provision: Bilingual
    public var confidence: Confidence
    public var note: Bilingual?
}
