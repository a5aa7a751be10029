/// One value of a JSON5 text, with the bytes it stands in.
///
/// The tree keeps what `JSONDecoder` throws away and an error message needs: where each key and value stands, the order
/// of members, and duplicate members.
struct JSON5Node: Sendable {
    indirect enum Value: Sendable {
        case null
        case bool(Bool)
        /// The number as written; `JSON5Number` reads it.
        case number(String)
        case string(String)
        case array([JSON5Node])
        case object([Member])
    }

    struct Member: Sendable {
        var key: String
        /// Bytes of the key as written, quotes included.
        var keyRange: Range<Int>
        var value: JSON5Node
    }

    var value: Value
    /// Bytes of the value as written.
    var range: Range<Int>
}

/// Why a text is no JSON5, and where.
struct JSON5Problem: Error, Equatable {
    enum Reason: Equatable {
        case unexpected(expected: Expected)
        case unclosedString, unclosedComment, lineBreakInString, badEscape, badNumber
        case tooDeep(limit: Int)
        case afterTheEnd
        case notUTF8
    }
    enum Expected: Equatable { case value, key, colon, commaOrBrace, commaOrBracket }

    var reason: Reason
    var range: Range<Int>
}
