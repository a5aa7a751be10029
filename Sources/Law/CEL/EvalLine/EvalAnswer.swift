/// Typed values as JSON.
enum EvalAnswer {
    /// Numbers past this are not exact in every reader of JSON.
    private static let largestExact: UInt64 = 1 << 53

    static func text(of value: CELValue) -> String {
        let (type, json) = parts(of: value)
        return "{\"type\":\"\(type)\",\"value\":\(json)}"
    }

    private static func parts(of value: CELValue) -> (type: String, json: String) {
        switch value {
        case .bool(let value): ("bool", value ? "true" : "false")
        case .int(let value): ("int", value.magnitude > largestExact ? "\"\(value)\"" : "\(value)")
        case .string(let value): ("string", quoted(value))
        case .date(let value): ("date", "\"\(value)\"")
        case .timestamp(let seconds, let nanoseconds):
            ("timestamp", quoted((try? Instant(seconds: seconds, nanoseconds: nanoseconds))?.text ?? ""))
        case .duration(let seconds, let nanoseconds):
            ("duration", quoted((try? TimeSpan(seconds: seconds, nanoseconds: Int64(nanoseconds)))?.text ?? ""))
        case .list(let values): ("list", "[\(values.map(text(of:)).joined(separator: ","))]")
        }
    }

    static func quoted(_ text: String) -> String {
        var json = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            case "\n": json += "\\n"
            case "\r": json += "\\r"
            case "\t": json += "\\t"
            // The line separators would cut the line in some readers.
            case "\u{0}"..<" ", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: json.unicodeScalars.append(scalar)
            }
        }
        return json + "\""
    }
}
