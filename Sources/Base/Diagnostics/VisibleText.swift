/// Text of a file as a terminal and a page may show it: nothing in it can act, and nothing in it is invisible.
///
/// A heading may hold an escape sequence that would clear the screen, or a mark that turns the direction of writing.
public enum VisibleText {
    /// Control characters as the pictures Unicode has for them (`␛`), and other characters without a shape as their
    /// number (`<U+202E>`).
    public static func of(_ text: String) -> String {
        if !text.unicodeScalars.contains(where: isHidden) { return text }
        var shown = ""
        for scalar in text.unicodeScalars {
            if !isHidden(scalar) {
                shown.unicodeScalars.append(scalar)
            } else if let picture = picture(scalar) {
                shown.unicodeScalars.append(picture)
            } else {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                shown += "<U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)>"
            }
        }
        return shown
    }

    private static func picture(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if scalar.value < 0x20 { return Unicode.Scalar(0x2400 + scalar.value) }
        return scalar.value == 0x7F ? "\u{2421}" : nil
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: return true
        default: return false
        }
    }
}
