import Foundation

/// Text as the contract compares it ("Normal form"). Works on Unicode scalars throughout: a CR LF or a joiner never
/// hides inside a character.
enum Text {
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace
    }

    /// Blanks and the marks that take no room: zero-width space and joiners, word joiner, byte order mark.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        isBlank(scalar) || [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF].contains(scalar.value)
    }

    static func trimmed(_ text: String, _ isOuter: (Unicode.Scalar) -> Bool = isInvisible) -> String {
        var scalars = Array(text.unicodeScalars)
        while let last = scalars.last, isOuter(last) { scalars.removeLast() }
        while let first = scalars.first, isOuter(first) { scalars.removeFirst() }
        return string(scalars)
    }

    static func isDigits(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy(isDigit)
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x30 && scalar.value <= 0x39
    }

    static func hasLetter(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.isAlphabetic }
    }

    static func string(_ scalars: [Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// Upper case; trimmed; inner blanks folded; letters composed (NFC); every apostrophe one.
    static func normal(_ text: String) -> String {
        folded(text, alsoBlank: [])
    }

    /// The normal form of a coded cell: `_` and `-` count as blanks too.
    static func codeWord(_ text: String) -> String {
        folded(text, alsoBlank: ["_", "-"])
    }

    /// "A missing cell (empty, `-`, `0`) is empty", of a text in normal form.
    static func isMissing(_ normal: String) -> Bool {
        normal.isEmpty || normal == "-" || normal == "0"
    }

    /// An integer where the cell is one (a trailing `.0` is nothing), else the normal text: RT, RW, TPS.
    static func integerOrNormal(_ text: String) -> String {
        let text = normal(text)
        let whole = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        if isDigits(whole), let number = Int(whole) { return String(number) }
        return text
    }

    private static func folded(_ text: String, alsoBlank: Set<Unicode.Scalar>) -> String {
        var words: [[Unicode.Scalar]] = [[]]
        for scalar in trimmed(text).unicodeScalars {
            if isBlank(scalar) || alsoBlank.contains(scalar) {
                words.append([])
            } else {
                words[words.count - 1].append(apostrophes.contains(scalar) ? "'" : scalar)
            }
        }
        return words.filter { !$0.isEmpty }.map(string).joined(separator: " ").uppercased()
            .precomposedStringWithCanonicalMapping
    }

    private static let apostrophes: Set<Unicode.Scalar> = [
        "\u{2019}", "\u{2018}", "\u{2BC}", "\u{2032}", "\u{B4}", "`",
    ]
}
