/// A pattern for one name, as a shell has it: `*`, `?`, `[abc]`, `[a-z]`, `[!a]`. A name that begins with a dot fits only
/// a pattern that does.
struct NamePattern {
    private enum Part {
        case any
        case one
        case exactly(Unicode.Scalar)
        case among([ClosedRange<Unicode.Scalar>], isNegated: Bool)

        func fits(_ scalar: Unicode.Scalar) -> Bool {
            switch self {
            case .any: false
            case .one: true
            case .exactly(let wanted): wanted == scalar
            case .among(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
            }
        }
    }

    private let parts: [Part]
    private let isDotted: Bool

    /// Whether a word has anything of a pattern.
    static func isPattern(_ word: some StringProtocol) -> Bool { word.contains { "*?[".contains($0) } }

    init(_ pattern: some StringProtocol) {
        isDotted = pattern.hasPrefix(".")
        var parts: [Part] = []
        var rest = Array(pattern.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "*": parts.append(.any)
            case "?": parts.append(.one)
            case "[":
                if let set = Self.set(&rest) { parts.append(set) } else { parts.append(.exactly(scalar)) }
            default: parts.append(.exactly(scalar))
            }
        }
        self.parts = parts
    }

    /// What stands up to the closing bracket; nil, and nothing taken, where there is none.
    private static func set(_ rest: inout ArraySlice<Unicode.Scalar>) -> Part? {
        var inner = rest
        let isNegated = inner.first == "!" || inner.first == "^"
        if isNegated { inner.removeFirst() }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        while let low = inner.popFirst() {
            // A bracket that comes first is one of the set.
            if low == "]", !ranges.isEmpty {
                rest = inner
                return .among(ranges, isNegated: isNegated)
            }
            var high = low
            if inner.first == "-", let end = inner.dropFirst().first, end != "]" {
                inner = inner.dropFirst(2)
                high = end
            }
            ranges.append(min(low, high)...max(low, high))
        }
        return nil
    }

    /// In time of the name's length times the pattern's: at a misfit the last `*` takes one character more.
    func fits(_ name: String) -> Bool {
        if name.hasPrefix("."), !isDotted { return false }
        let scalars = Array(name.unicodeScalars)
        var (at, part) = (0, 0)
        var star: (part: Int, at: Int)?
        while at < scalars.count {
            if part < parts.count, case .any = parts[part] {
                star = (part, at)
                part += 1
            } else if part < parts.count, parts[part].fits(scalars[at]) {
                part += 1
                at += 1
            } else if let last = star {
                star = (last.part, last.at + 1)
                part = last.part + 1
                at = last.at + 1
            } else {
                return false
            }
        }
        return parts[part...].allSatisfy { if case .any = $0 { true } else { false } }
    }
}
