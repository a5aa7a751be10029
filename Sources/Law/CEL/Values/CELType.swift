/// The types of the profile.
public indirect enum CELType: Hashable, Sendable {
    case bool, int, string, date, timestamp, duration
    case list(CELType)
    /// The element type of an empty list, or a value nobody has asked anything of yet.
    case undetermined
}

extension CELType {
    /// Whether part of it is not determined.
    var isOpen: Bool {
        switch self {
        case .undetermined: true
        case .list(let element): element.isOpen
        default: false
        }
    }
}
