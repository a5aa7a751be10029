import Civil
public import Diagnostics

extension Parameter {
    /// What a value that is a word of the rules says to people; nil of any other.
    public var valueWords: Bilingual? {
        guard id == LeapDay.parameter, let text = valueText, let day = LeapDay(rawValue: text) else { return nil }
        return switch day {
        case .february28: Bilingual(id: "28 Februari", en: "28 February")
        case .march1: Bilingual(id: "1 Maret", en: "1 March")
        }
    }
}
