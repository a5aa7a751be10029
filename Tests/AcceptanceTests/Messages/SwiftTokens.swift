/// Swift source as far as its string literals need it: literals with their gaps, words, and signs.
struct SwiftTokens {
    enum Token: Equatable {
        /// A string literal as it reads when the program runs; what is interpolated is a `gap`.
        case text([UInt8])
        case word(String)
        case sign(UInt8)
    }

    /// Stands for what is interpolated.
    static let gap: UInt8 = 0

    private(set) var tokens: [Token] = []
    private let source: [UInt8]
    private var at = 0

    init(_ source: [UInt8]) {
        self.source = source
        while let byte = peek() {
            if byte == UInt8(ascii: "/"), run(of: byte) > 1 {
                skip { $0 != UInt8(ascii: "\n") }
            } else if let text = literal() {
                tokens.append(.text(text))
            } else if SwiftTokens.isWord(byte) {
                let start = at
                skip(SwiftTokens.isWord)
                tokens.append(.word(String(decoding: source[start..<at], as: UTF8.self)))
            } else {
                at += 1
                if byte > 0x20 { tokens.append(.sign(byte)) }
            }
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }

    private func peek(_ offset: Int = 0) -> UInt8? { at + offset < source.count ? source[at + offset] : nil }

    /// How often a byte stands here in a row.
    private func run(of byte: UInt8, from offset: Int = 0) -> Int {
        var count = 0
        while peek(offset + count) == byte { count += 1 }
        return count
    }

    private mutating func skip(_ condition: (UInt8) -> Bool) {
        while let byte = peek(), condition(byte) { at += 1 }
    }

    /// Reads a literal from its first sign to behind its last; nil where none begins.
    private mutating func literal() -> [UInt8]? {
        let hash = UInt8(ascii: "#")
        let quote = UInt8(ascii: "\"")
        let hashes = run(of: hash)
        let found = run(of: quote, from: hashes)
        guard found > 0 else { return nil }
        let quotes = found >= 3 ? 3 : 1
        at += hashes + quotes
        var text: [UInt8] = []
        while let byte = peek(), run(of: quote) < quotes || run(of: hash, from: quotes) < hashes {
            at += 1
            if byte == UInt8(ascii: "\\"), run(of: hash) >= hashes {
                at += hashes
                escape(&text)
            } else {
                text.append(byte)
            }
        }
        at += quotes + hashes
        return text
    }

    private mutating func escape(_ text: inout [UInt8]) {
        guard let byte = peek() else { return }
        at += 1
        switch byte {
        case UInt8(ascii: "("):
            interpolation()
            text.append(SwiftTokens.gap)
        case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "\n"): text.append(0x20)
        case UInt8(ascii: "u"):
            skip { $0 != UInt8(ascii: "}") }
            at += 1
            text.append(SwiftTokens.gap)
        default: text.append(byte)
        }
    }

    /// Passes over an expression up to behind its closing bracket; it may hold literals of its own.
    private mutating func interpolation() {
        var depth = 1
        while depth > 0, let byte = peek() {
            if literal() != nil { continue }
            at += 1
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth -= 1 }
        }
    }
}

extension SwiftTokens {
    /// The texts of a run of tokens: literals that `+` joins are one.
    static func texts(_ tokens: some Sequence<Token>) -> [[UInt8]] {
        var texts: [[UInt8]] = []
        var isJoined = false
        var before: Token?
        for token in tokens {
            if case .text(let text) = token {
                if isJoined, let last = texts.indices.last { texts[last] += text } else { texts.append(text) }
                isJoined = false
            } else {
                if case .text? = before, token == .sign(UInt8(ascii: "+")) { isJoined = true } else { isJoined = false }
            }
            before = token
        }
        return texts
    }
}
