import Diagnostics

/// Cuts a text into tokens; goes on after a fault, so that all of them are reported.
struct Lexer {
    private let source: SourceText
    var at = 0
    private(set) var tokens: [Token] = []
    private(set) var problems: [Problem] = []

    static func tokens(of source: SourceText) -> (tokens: [Token], problems: [Problem]) {
        var lexer = Lexer(source: source)
        lexer.run()
        return (lexer.tokens, lexer.problems)
    }

    private init(source: SourceText) {
        self.source = source
    }

    func scalar(_ ahead: Int = 0) -> Unicode.Scalar? {
        let index = at + ahead
        return index < source.scalars.count ? source.scalars[index] : nil
    }

    func text(_ place: Range<Int>) -> String { source.text(place) }

    mutating func report(_ problem: Problem) { problems.append(problem) }

    private mutating func run() {
        while let next = scalar() {
            let start = at
            switch next {
            case " ", "\t", "\n", "\r", "\u{C}":
                at += 1
            case "/" where scalar(1) == "/":
                while let next = scalar(), next != "\n" { at += 1 }
            case "0"..."9":
                number()
            case "." where scalar(1)?.isDigit == true:
                number()
            case "\"", "'":
                string(from: start, prefix: [])
            case _ where next.isNameStart:
                word()
            default:
                symbol()
            }
        }
        tokens.append(Token(kind: .end, place: at..<at))
    }

    mutating func append(_ kind: Token.Kind, from start: Int) {
        tokens.append(Token(kind: kind, place: start..<at))
    }

    /// A name, a keyword, or the prefix of a string.
    private mutating func word() {
        let start = at
        while let next = scalar(), next.isNamePart { at += 1 }
        let name = text(start..<at)
        if let next = scalar(), next == "'" || next == "\"" {
            let prefix = Set(name.lowercased())
            if name.count == prefix.count, prefix.isSubset(of: ["b", "r"]) {
                string(from: start, prefix: prefix)
                return
            }
        }
        append(.identifier(name), from: start)
    }

    private mutating func symbol() {
        let start = at
        for symbol in Token.Symbol.allCases where matches(symbol.rawValue) {
            at += symbol.rawValue.unicodeScalars.count
            append(.symbol(symbol), from: start)
            return
        }
        at += 1
        let wrong = text(start..<at)
        switch wrong {
        case "=":
            report(
                Problem(
                    .syntax, start..<at, id: "'=' bukan operator", en: "'=' is no operator",
                    remedy: Bilingual(id: "untuk membandingkan tulis '=='", en: "write '==' to compare")))
            append(.symbol(.equal), from: start)
        case "&":
            report(
                Problem(
                    .syntax, start..<at, id: "'&' bukan operator", en: "'&' is no operator",
                    remedy: Bilingual(id: "tulis '&&'", en: "write '&&'")))
            append(.symbol(.and), from: start)
        case "|":
            report(
                Problem(
                    .syntax, start..<at, id: "'|' bukan operator", en: "'|' is no operator",
                    remedy: Bilingual(id: "tulis '||'", en: "write '||'")))
            append(.symbol(.or), from: start)
        case "`":
            while let next = scalar(), next != "`", next != "\n" { at += 1 }
            if scalar() == "`" { at += 1 }
            report(.leftOut(start..<at, id: "Nama dalam tanda `", en: "names in backticks"))
            append(.refused, from: start)
        default:
            // One report for a run of foreign characters: a pasted word is one fault, not ten.
            while let next = scalar(), !next.isASCII { at += 1 }
            report(
                Problem(
                    .syntax, start..<at, id: "karakter ini tidak dikenal: \(name(of: start..<at))",
                    en: "unexpected character: \(name(of: start..<at))",
                    remedy: Bilingual(
                        id: "teks harus di antara tanda kutip lurus ' atau \"",
                        en: "text must stand between straight quotes ' or \"")))
            append(.refused, from: start)
        }
    }

    private func matches(_ symbol: String) -> Bool {
        var ahead = 0
        for expected in symbol.unicodeScalars {
            guard scalar(ahead) == expected else { return false }
            ahead += 1
        }
        return true
    }

    /// A character as a message can show it: itself, or its code where it cannot be seen.
    private func name(of place: Range<Int>) -> String {
        let first = source.scalars[place.lowerBound]
        switch first.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            let digits = String(first.value, radix: 16, uppercase: true)
            return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        default:
            return "'\(text(place.lowerBound..<min(place.upperBound, place.lowerBound + 20)))'"
        }
    }
}

extension Unicode.Scalar {
    var isDigit: Bool { "0" <= self && self <= "9" }
    var isNameStart: Bool { self == "_" || ("a" <= self && self <= "z") || ("A" <= self && self <= "Z") }
    var isNamePart: Bool { isNameStart || isDigit }

    var hexadecimalDigit: UInt32? {
        switch self {
        case "0"..."9": value - 48
        case "a"..."f": value - 87
        case "A"..."F": value - 55
        default: nil
        }
    }
}
