/// A string or a key of a JSON5 document, with the keys that lead to it.
struct RuleToken {
    /// Keys of the objects around it, outermost first; elements of lists add nothing.
    var path: [String]
    var isKey: Bool
    /// Whether it is the element of a list.
    var isElement: Bool
    var text: String
    /// Of the text, without quotation marks.
    var range: Range<Int>

    /// The key that a value stands at.
    var field: String { path.last ?? "" }
}

/// Strings and keys of a JSON5 document as the rules write them: no escapes in names.
enum RuleTokens {
    static func all(_ text: [UInt8]) -> [RuleToken] {
        var tokens: [RuleToken] = []
        /// What is open: `{` with the key in hand, or `[`.
        var open: [(isObject: Bool, key: String)] = []
        var at = 0
        func path() -> [String] { open.filter(\.isObject).map(\.key) }
        func add(_ range: Range<Int>) {
            var next = range.upperBound
            if next < text.count, [0x27, 0x22].contains(text[next]) { next += 1 }
            while next < text.count, [0x20, 0x0A].contains(text[next]) { next += 1 }
            let word = String(decoding: text[range], as: UTF8.self)
            let isKey = next < text.count && text[next] == UInt8(ascii: ":") && open.last?.isObject ?? false
            if isKey { open[open.count - 1].key = word }
            tokens.append(
                RuleToken(
                    path: isKey ? Array(path().dropLast()) : path(), isKey: isKey,
                    isElement: !(open.last?.isObject ?? true), text: word, range: range))
        }
        while at < text.count {
            switch text[at] {
            case UInt8(ascii: "/") where at + 1 < text.count && text[at + 1] == UInt8(ascii: "/"):
                while at < text.count, text[at] != 0x0A { at += 1 }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                open.append((text[at] == UInt8(ascii: "{"), ""))
                at += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                _ = open.popLast()
                at += 1
            case UInt8(ascii: "'"), UInt8(ascii: "\""):
                let mark = text[at]
                let start = at + 1
                at = start
                while at < text.count, text[at] != mark { at += text[at] == UInt8(ascii: "\\") ? 2 : 1 }
                at = min(at, text.count)
                add(start..<at)
                at += 1
            case let byte where isWord(byte):
                let start = at
                while at < text.count, isWord(text[at]) { at += 1 }
                if open.last?.isObject ?? false { add(start..<at) }
            default: at += 1
            }
        }
        return tokens
    }

    static func isWord(_ byte: UInt8) -> Bool {
        byte == 0x5F || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
    }
}
