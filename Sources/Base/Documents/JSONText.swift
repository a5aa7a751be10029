/// A JSON document whose keys stand in the order they are given, so that it reads as it is described.
public indirect enum JSONText: Equatable {
    case null
    case bool(Bool)
    case integer(Int)
    /// Digits of a decimal number, as they shall stand.
    case decimal(String)
    case string(String)
    case array([JSONText])
    case object([Member])

    public struct Member: Equatable {
        var key: String
        var value: JSONText

        public init(_ key: String, _ value: JSONText) {
            self.key = key
            self.value = value
        }
    }

    /// Members in byte order of their keys.
    public static func counts(_ counts: [String: Int]) -> JSONText {
        .object(
            counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
                Member($0.key, .integer($0.value))
            })
    }

    public static func text(_ text: String?) -> JSONText { text.map(JSONText.string) ?? .null }

    public static func number(_ number: Int?) -> JSONText { number.map(JSONText.integer) ?? .null }

    /// The document, indented by two blanks, with a final line feed.
    public var bytes: [UInt8] {
        var out: [UInt8] = []
        write(to: &out, indent: 0)
        out.append(0x0A)
        return out
    }

    private func write(to out: inout [UInt8], indent: Int) {
        switch self {
        case .null: out += Array("null".utf8)
        case .bool(let value): out += Array((value ? "true" : "false").utf8)
        case .integer(let value): out += Array(String(value).utf8)
        case .decimal(let digits): out += Array(digits.utf8)
        case .string(let text): Self.write(text, to: &out)
        case .array(let items):
            Self.write(items.count, between: 0x5B, 0x5D, to: &out, indent: indent) { index, out in
                items[index].write(to: &out, indent: indent + 1)
            }
        case .object(let members):
            Self.write(members.count, between: 0x7B, 0x7D, to: &out, indent: indent) { index, out in
                Self.write(members[index].key, to: &out)
                out += [0x3A, 0x20]
                members[index].value.write(to: &out, indent: indent + 1)
            }
        }
    }

    private static func write(
        _ count: Int, between open: UInt8, _ close: UInt8, to out: inout [UInt8], indent: Int,
        item: (Int, inout [UInt8]) -> Void
    ) {
        out.append(open)
        for index in 0..<count {
            if index > 0 { out.append(0x2C) }
            breakLine(&out, indent + 1)
            item(index, &out)
        }
        if count > 0 { breakLine(&out, indent) }
        out.append(close)
    }

    private static func breakLine(_ out: inout [UInt8], _ indent: Int) {
        out.append(0x0A)
        out += [UInt8](repeating: 0x20, count: indent * 2)
    }

    private static func write(_ text: String, to out: inout [UInt8]) {
        out.append(0x22)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: out += [0x5C, 0x22]
            case 0x5C: out += [0x5C, 0x5C]
            case 0x0A: out += [0x5C, 0x6E]
            case 0x0D: out += [0x5C, 0x72]
            case 0x09: out += [0x5C, 0x74]
            case 0x20..<0x7F: out.append(UInt8(truncatingIfNeeded: scalar.value))
            // What a terminal would obey or nobody would see is escaped, in a document that may be shown on one.
            case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
                let digits = String(scalar.value, radix: 16)
                out += Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
            default: out += Array(String(scalar).utf8)
            }
        }
        out.append(0x22)
    }
}
