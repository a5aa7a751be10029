public import Diagnostics

/// What became of a person between two runs.
public enum DiffChange: String, Sendable, CaseIterable {
    case new
    case left
    case becameReady = "became_ready"
    case advanced
    case wentBack = "went_back"
    case becameIneligible = "became_ineligible"
    case becameEligible = "became_eligible"
    /// Another outcome, no further along.
    case changed
    /// The same outcome in another region.
    case moved

    /// In words, as a line of a table says it.
    public var title: Bilingual {
        switch self {
        case .new: Bilingual(id: "baru dalam daftar", en: "new on the lists")
        case .left: Bilingual(id: "tidak lagi dalam daftar", en: "no longer on the lists")
        case .becameReady: Bilingual(id: "menjadi siap", en: "became ready")
        case .advanced: Bilingual(id: "maju, belum siap", en: "further along, not yet ready")
        case .wentBack: Bilingual(id: "mundur", en: "went back")
        case .becameIneligible: Bilingual(id: "tidak lagi memenuhi syarat", en: "no longer eligible")
        case .becameEligible: Bilingual(id: "kini memenuhi syarat", en: "now eligible")
        case .changed: Bilingual(id: "hasil lain, tidak lebih maju", en: "another outcome, no further along")
        case .moved: Bilingual(id: "wilayah lain, hasil sama", en: "another region, same outcome")
        }
    }
}
