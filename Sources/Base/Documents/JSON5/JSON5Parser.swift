/// Reads JSON5 (json5.org, version 1.0.0) into a tree that knows where everything stands.
///
/// Stops at the first error of syntax. Nesting past `depthLimit` is an error, so that no text can exhaust the stack.
public struct JSON5Parser {
    static let depthLimit = 64

    private var cursor: JSON5Cursor

    /// The tree of a whole text.
    public static func parse(_ bytes: [UInt8]) throws(JSON5Problem) -> JSON5Node {
        var parser = JSON5Parser(cursor: JSON5Cursor(bytes))
        try parser.cursor.skipBlanks()
        let root = try parser.value(depth: 0)
        try parser.cursor.skipBlanks()
        if !parser.cursor.atEnd { throw parser.cursor.problem(.afterTheEnd) }
        return root
    }

    private mutating func value(depth: Int) throws(JSON5Problem) -> JSON5Node {
        if depth > Self.depthLimit { throw cursor.problem(.tooDeep(limit: Self.depthLimit)) }
        let start = cursor.position
        let value: JSON5Node.Value
        switch cursor.byte {
        case UInt8(ascii: "{"): value = .object(try members(depth: depth))
        case UInt8(ascii: "["): value = .array(try elements(depth: depth))
        case UInt8(ascii: "\""), UInt8(ascii: "'"): value = .string(try cursor.quoted())
        case let byte? where JSON5Cursor.startsNumber(byte): value = .number(try cursor.number())
        default: value = try word()
        }
        return JSON5Node(value: value, range: start..<cursor.position)
    }

    private mutating func word() throws(JSON5Problem) -> JSON5Node.Value {
        let start = cursor.position
        guard let name = try cursor.identifier() else { throw cursor.problem(.unexpected(expected: .value)) }
        switch name {
        case "null": return .null
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "Infinity", "NaN": return .number(name)
        default: throw JSON5Problem(reason: .unexpected(expected: .value), range: start..<cursor.position)
        }
    }

    private mutating func members(depth: Int) throws(JSON5Problem) -> [JSON5Node.Member] {
        cursor.advance()
        var members: [JSON5Node.Member] = []
        while true {
            try cursor.skipBlanks()
            if cursor.take(UInt8(ascii: "}")) { return members }
            let start = cursor.position
            let key: String
            if cursor.byte == UInt8(ascii: "\"") || cursor.byte == UInt8(ascii: "'") {
                key = try cursor.quoted()
            } else if let name = try cursor.identifier() {
                key = name
            } else {
                throw cursor.problem(.unexpected(expected: .key))
            }
            let keyRange = start..<cursor.position
            try cursor.skipBlanks()
            guard cursor.take(UInt8(ascii: ":")) else { throw cursor.problem(.unexpected(expected: .colon)) }
            try cursor.skipBlanks()
            members.append(.init(key: key, keyRange: keyRange, value: try value(depth: depth + 1)))
            try cursor.skipBlanks()
            if cursor.take(UInt8(ascii: ",")) { continue }
            if cursor.take(UInt8(ascii: "}")) { return members }
            throw cursor.problem(.unexpected(expected: .commaOrBrace))
        }
    }

    private mutating func elements(depth: Int) throws(JSON5Problem) -> [JSON5Node] {
        cursor.advance()
        var elements: [JSON5Node] = []
        while true {
            try cursor.skipBlanks()
            if cursor.take(UInt8(ascii: "]")) { return elements }
            elements.append(try value(depth: depth + 1))
            try cursor.skipBlanks()
            if cursor.take(UInt8(ascii: ",")) { continue }
            if cursor.take(UInt8(ascii: "]")) { return elements }
            throw cursor.problem(.unexpected(expected: .commaOrBracket))
        }
    }
}
