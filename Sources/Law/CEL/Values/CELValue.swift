public import Civil

/// One value of an expression. Equality is CEL's: strings by code points, never normalised.
public enum CELValue: Sendable {
    case bool(Bool)
    case int(Int64)
    case string(String)
    case date(CivilDate)
    /// Seconds since 1970-01-01T00:00:00Z and nanoseconds 0..<1,000,000,000 after them.
    case timestamp(seconds: Int64, nanoseconds: Int32)
    /// Seconds and nanoseconds of the same sign (or zero), nanoseconds -999,999,999...999,999,999.
    case duration(seconds: Int64, nanoseconds: Int32)
    case list([CELValue])

    public var type: CELType {
        switch self {
        case .bool: .bool
        case .int: .int
        case .string: .string
        case .date: .date
        case .timestamp: .timestamp
        case .duration: .duration
        case .list(let values):
            .list(values.lazy.map(\.type).first { !$0.isOpen } ?? values.first?.type ?? .undetermined)
        }
    }
}

extension CELValue: Hashable {
    public static func == (left: CELValue, right: CELValue) -> Bool {
        switch (left, right) {
        case (.bool(let one), .bool(let other)): one == other
        case (.int(let one), .int(let other)): one == other
        case (.string(let one), .string(let other)): CodePoints.equal(one, other)
        case (.date(let one), .date(let other)): one == other
        case (.timestamp(let one, let first), .timestamp(let other, let second)): one == other && first == second
        case (.duration(let one, let first), .duration(let other, let second)): one == other && first == second
        case (.list(let one), .list(let other)): one == other
        default: false
        }
    }

    public func hash(into hasher: inout Hasher) {
        switch self {
        case .bool(let value): hasher.combine(value)
        case .int(let value): hasher.combine(value)
        case .string(let value): for byte in value.utf8 { hasher.combine(byte) }
        case .date(let value): hasher.combine(value)
        case .timestamp(let seconds, let nanoseconds), .duration(let seconds, let nanoseconds):
            hasher.combine(seconds)
            hasher.combine(nanoseconds)
        case .list(let values): hasher.combine(values)
        }
    }
}
