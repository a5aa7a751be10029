public import CEL
import Civil

extension Parameter {
    /// The value as people read it; nil where it is left unset.
    public var valueText: String? { value?.shown }
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
