public import Diagnostics

/// What an expression comes to for one row.
public enum CELOutcome: Hashable, Sendable {
    case value(CELValue)
    /// A fact it rests on is not known.
    case unknown
    /// It failed at run time: division by zero, overflow, a bad timestamp.
    case error(Bilingual)

    static func error(id: String, en: String) -> CELOutcome { .error(Bilingual(id: id, en: en)) }

    static let isTrue = CELOutcome.value(.bool(true))
    static let isFalse = CELOutcome.value(.bool(false))

    /// Cannot happen in a checked expression; an error, not a trap, in case it does.
    static let mistyped = error(id: "jenis nilai tidak cocok", en: "a value has an unexpected type")
}
