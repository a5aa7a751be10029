/// Three-valued truth of one row.
enum Truth: UInt8, Hashable {
    // The raw values are what the kernels' tables hold.
    case unknown = 0
    case yes = 1
    case no = 2

    var negated: Truth {
        switch self {
        case .unknown: .unknown
        case .yes: .no
        case .no: .yes
        }
    }

    var bool: Bool? {
        switch self {
        case .unknown: nil
        case .yes: true
        case .no: false
        }
    }

    /// An outcome as truth; what is no bool counts as unknown.
    init(_ outcome: CELOutcome) {
        switch outcome {
        case .isTrue: self = .yes
        case .isFalse: self = .no
        default: self = .unknown
        }
    }
}
