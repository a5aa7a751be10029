/// Reads RE2's syntax. Back-references and look-around do not exist in it and are refused by name.
struct PatternParser {
    static let deepest = 200
    /// The largest count in `{n,m}`, as in RE2.
    static let mostRepetitions = 1000

    private struct Flags {
        var foldsCase = false
        var isMultiline = false
        var dotMatchesLineEnd = false
    }

    let scalars: [Unicode.Scalar]
    var at = 0
    private var flags = Flags()
    private var depth = 0

    static func parse(_ pattern: String) throws(OperationFailure) -> PatternNode {
        var parser = PatternParser(scalars: Array(pattern.unicodeScalars))
        let node = try parser.choice()
        guard parser.at == parser.scalars.count else { throw failure(id: "')' tanpa '('", en: "')' without '('") }
        return node
    }

    private init(scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    static func failure(id: String, en: String) -> OperationFailure {
        OperationFailure(id: "matches(): \(id)", en: "matches(): \(en)")
    }

    var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

    mutating func take(_ text: String) -> Bool {
        guard scalars[at...].starts(with: text.unicodeScalars) else { return false }
        at += text.unicodeScalars.count
        return true
    }

    private mutating func choice() throws(OperationFailure) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            throw Self.failure(
                id: "bersarang lebih dari \(Self.deepest) tingkat", en: "nested deeper than \(Self.deepest) levels")
        }
        let outer = flags
        defer { flags = outer }
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(OperationFailure) -> PatternNode {
        var parts: [PatternNode] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            if take("\\Q") {
                while at < scalars.count, !take("\\E") {
                    parts.append(literal(scalars[at]))
                    at += 1
                }
                continue
            }
            guard let part = try atom() else { continue }
            parts.append(try repeated(part))
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    // MARK: Repetition

    private mutating func repeated(_ part: PatternNode) throws(OperationFailure) -> PatternNode {
        guard let (least, most) = try count() else { return part }
        _ = take("?")  // lazy: whether there is a match is the same
        let again = at
        if try count() != nil {
            let operation = String(String.UnicodeScalarView(scalars[again..<at]))
            throw Self.failure(id: "pengulangan ganda '\(operation)'", en: "repeated repetition '\(operation)'")
        }
        return .repetition(part, least: least, most: most)
    }

    /// `*`, `+`, `?`, `{n}`, `{n,}`, `{n,m}`; nil and nothing taken where none stands here.
    private mutating func count() throws(OperationFailure) -> (Int, Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        let start = at
        guard take("{"), let least = digits() else {
            at = start
            return nil
        }
        var most: Int? = least
        if take(",") { most = digits() }
        guard take("}") else {
            at = start
            return nil
        }
        guard max(least, most ?? 0) <= Self.mostRepetitions, least <= most ?? least else {
            throw Self.failure(
                id: "pengulangan {n,m} paling banyak \(Self.mostRepetitions)",
                en: "{n,m} repeats at most \(Self.mostRepetitions) times")
        }
        return (least, most)
    }

    private mutating func digits() -> Int? {
        let start = at
        var value = 0
        while let digit = next, digit.isDigit {
            value = min(value * 10 + Int(digit.value - 48), 100_000)
            at += 1
        }
        return at > start ? value : nil
    }

    // MARK: Atoms

    private func literal(_ scalar: Unicode.Scalar) -> PatternNode {
        var set = ScalarSet.one(scalar)
        set.foldsCase = flags.foldsCase
        return .scalar(set)
    }

    /// One thing that may be repeated; nil where only flags were set.
    private mutating func atom() throws(OperationFailure) -> PatternNode? {
        guard let scalar = next else { return nil }
        switch scalar {
        case "(":
            return try group()
        case "[":
            at += 1
            var set = try bracket()
            set.foldsCase = flags.foldsCase
            return .scalar(set)
        case ".":
            at += 1
            return .scalar(
                ScalarSet(items: flags.dotMatchesLineEnd ? [.range(0...0x10FFFF)] : ScalarSet.outside([10...10])))
        case "^":
            at += 1
            return .assertion(flags.isMultiline ? .lineStart : .textStart)
        case "$":
            at += 1
            return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
        case "*", "+", "?":
            throw Self.failure(id: "'\(scalar)' tanpa sesuatu untuk diulang", en: "nothing for '\(scalar)' to repeat")
        case "\\":
            return try escape()
        default:
            at += 1
            return literal(scalar)
        }
    }

    private mutating func escape() throws(OperationFailure) -> PatternNode {
        if take("\\A") { return .assertion(.textStart) }
        if take("\\z") { return .assertion(.textEnd) }
        if take("\\b") { return .assertion(.wordBoundary) }
        if take("\\B") { return .assertion(.noWordBoundary) }
        if let items = try classEscape() {
            return .scalar(ScalarSet(items: items, foldsCase: flags.foldsCase))
        }
        return literal(try scalarEscape())
    }

    private mutating func group() throws(OperationFailure) -> PatternNode? {
        at += 1
        if take("?") {
            if take("=") || take("!") || take("<=") || take("<!") {
                throw Self.failure(
                    id: "pandangan ke depan atau ke belakang (?=…) tidak ada dalam RE2",
                    en: "look-around (?=…) is no part of RE2")
            }
            if take("P<") || take("<") {
                while let scalar = next, scalar.isNamePart { at += 1; _ = scalar }
                guard take(">") else { throw Self.failure(id: "nama grup rusak", en: "malformed group name") }
            } else {
                var changed = flags
                var value = true
                while let scalar = next, scalar != ":", scalar != ")" {
                    switch scalar {
                    case "i": changed.foldsCase = value
                    case "m": changed.isMultiline = value
                    case "s": changed.dotMatchesLineEnd = value
                    case "U": break
                    case "-" where value: value = false
                    default:
                        throw Self.failure(
                            id: "(?\(scalar) tidak dikenal", en: "unknown group (?\(scalar)")
                    }
                    at += 1
                }
                if take(")") {
                    flags = changed
                    return nil
                }
                guard take(":") else { throw Self.unclosed }
                let outer = flags
                flags = changed
                defer { flags = outer }
                return try closed()
            }
        }
        return try closed()
    }

    private static let unclosed = failure(id: "'(' tidak ditutup", en: "'(' is not closed")

    private mutating func closed() throws(OperationFailure) -> PatternNode {
        let inner = try choice()
        guard take(")") else { throw Self.unclosed }
        return inner
    }
}
