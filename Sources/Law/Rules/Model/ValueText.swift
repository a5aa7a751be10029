public import CEL
import Civil
public import Diagnostics

extension Parameter {
    /// The value as people read it; nil where it is left unset.
    public var valueText: String? { value?.shown }

    /// What a value that is a word of the rules says to people; nil of any other.
    public var valueWords: Bilingual? {
        guard id == LeapDay.parameter, let text = valueText, let day = LeapDay(rawValue: text) else { return nil }
        return switch day {
        case .february28: Bilingual(id: "28 Februari", en: "28 February")
        case .march1: Bilingual(id: "1 Maret", en: "1 March")
        }
    }
}

extension CELValue {
    /// A parameter's value as people read it.
    public var shown: String {
        switch self {
        case .bool(let truth): String(truth)
        case .int(let number): String(number)
        case .string(let text): text
        case .date(let date): date.description
        case .timestamp, .duration, .list: "…"
        }
    }
}
