/// How identity numbers are shown where not everybody may read them. Digits hidden become `*`.
public enum Masking: String, Sendable, CaseIterable {
    /// Shown whole: on official forms alone.
    case none
    /// The last four digits hidden, as in the lists of 2018: the birth date in a NIK stays readable.
    case kpu2018
    /// All but the first six digits hidden, as in the lists of 2020.
    case kpu2020

    /// The number (NIK or NKK) as it may be shown. What is not sixteen characters long shows at most as much of its
    /// beginning as a whole number would, and never its end.
    public func mask(_ number: String) -> String {
        let shown: Int
        switch self {
        case .none: return number
        case .kpu2018: shown = 12
        case .kpu2020: shown = 6
        }
        let length = number.unicodeScalars.count
        let kept = min(shown, max(0, length - (16 - shown)))
        var masked = String.UnicodeScalarView(number.unicodeScalars.prefix(kept))
        masked.append(contentsOf: repeatElement("*", count: length - kept))
        return String(masked)
    }

    /// Whether a birth date can be read from a masked NIK.
    public var showsBirthDate: Bool { self != .kpu2020 }
}
