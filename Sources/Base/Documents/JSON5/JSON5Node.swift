/// One value of a JSON5 text, with the bytes it stands in.
///
/// The tree keeps what `JSONDecoder` throws away and an error message needs: where each key and value stands, the order
/// of members, and duplicate members.
public struct JSON5Node: Sendable {
    public indirect enum Value: Sendable {
        case null
        case bool(Bool)
        /// The number as written; `JSON5Number` reads it.
        case number(String)
        case string(String)
        case array([JSON5Node])
        case object([Member])
    }

    public struct Member: Sendable {
        public var key: String
        /// Bytes of the key as written, quotes included.
        public var keyRange: Range<Int>
        public var value: JSON5Node
    }

    public var value: Value
    /// Bytes of the value as written.
    public var range: Range<Int>
}

/// Why a text is no JSON5, and where.
public struct JSON5Problem: Error, Equatable {
    public enum Reason: Equatable, Sendable {
        case unexpected(expected: Expected)
        case unclosedString, unclosedComment, lineBreakInString, badEscape, badNumber
        case tooDeep(limit: Int)
        case afterTheEnd
        case notUTF8
    }
    public enum Expected: Equatable, Sendable { case value, key, colon, commaOrBrace, commaOrBracket }

    public var reason: Reason
    public var range: Range<Int>

    public init(reason: Reason, range: Range<Int>) {
        self.reason = reason
        self.range = range
    }
}
