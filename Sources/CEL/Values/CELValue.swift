public import Civil

/// One value of an expression.
public enum CELValue: Hashable, Sendable {
    case bool(Bool)
    case int(Int64)
    case string(String)
    case date(CivilDate)
    /// Seconds since 1970-01-01T00:00:00Z and nanoseconds 0..<1,000,000,000 after them.
    case timestamp(seconds: Int64, nanoseconds: Int32)
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
        case .list(let values): .list(values.first?.type ?? .undetermined)
        }
    }
}
