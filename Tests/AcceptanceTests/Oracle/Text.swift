/// Text as the contract compares it. Works on Unicode scalars throughout: a CR LF or a joiner never hides
/// inside a character.
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

    static func string(_ scalars: [Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// Upper case, trimmed, runs of blanks as one.
    static func normal(_ text: String) -> String {
        folded(text, alsoBlank: [])
    }

    /// The normal form of a coded cell: `_` and `-` count as blanks too.
    static func codeWord(_ text: String) -> String {
        folded(text, alsoBlank: ["_", "-"])
    }

    private static func folded(_ text: String, alsoBlank: Set<Unicode.Scalar>) -> String {
        var words: [[Unicode.Scalar]] = [[]]
        for scalar in trimmed(text).unicodeScalars {
            if isBlank(scalar) || alsoBlank.contains(scalar) {
                words.append([])
            } else {
                words[words.count - 1].append(scalar)
            }
        }
        return words.filter { !$0.isEmpty }.map(string).joined(separator: " ").uppercased()
    }

    /// An integer where the cell is one, else the normal text: RT, RW, TPS.
    static func integerOrNormal(_ text: String) -> String {
        let text = normal(text)
        if isDigits(text), let number = Int(text) { return String(number) }
        return text
    }
}
