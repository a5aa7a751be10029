/// What kinds of characters a text holds, and no value: what a message may show of a file that may be a list of people.
///
/// Digits are `9`, as many as there are; a run of letters is `A` or `AAAA`, so that no name is told by its length. Signs
/// that divide or wrap values stay, any other is `?`.
enum TextShape {
    private static let kept = Set(" .,;-/|:'()#+*=\"_&%@{}[]<>\\!$".unicodeScalars)
    /// Numbers of identity have sixteen digits; a desa's code has ten.
    private static let longestCode = 10

    static func of(_ text: String) -> String {
        var shape = ""
        var letters = 0
        func end() -> String { letters > 1 ? "AAAA" : letters == 1 ? "A" : "" }
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
                letters += 1
                continue
            }
            shape += end()
            letters = 0
            if scalar.properties.numericType != nil {
                shape += "9"
            } else if scalar == "\t" {
                shape += " "
            } else {
                shape += kept.contains(scalar) ? String(scalar) : "?"
            }
        }
        return shape + end()
    }

    /// The text, its longer runs of digits as `9`.
    static func withoutNumbers(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        var digits: [Unicode.Scalar] = []
        func written() -> [Unicode.Scalar] {
            digits.count > longestCode ? digits.map { _ in "9" } : digits
        }
        for scalar in text.unicodeScalars {
            if "0"..."9" ~= scalar {
                digits.append(scalar)
                continue
            }
            shown.append(contentsOf: written())
            digits.removeAll()
            shown.append(scalar)
        }
        shown.append(contentsOf: written())
        return String(shown)
    }
}
