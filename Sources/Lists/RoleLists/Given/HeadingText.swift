import Diagnostics

/// A heading as a page shows it: one line, not too long, nothing in it that acts, and no digits that might be
/// somebody's.
public enum HeadingText {
    public static func shown(_ heading: String, atMost width: Int = 40) -> String {
        var text = VisibleText.of(heading.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        if text.utf8.count(where: { $0 &- 48 < 10 }) >= 6 { text = String(text.map { $0.isNumber ? "*" : $0 }) }
        return text.count > width ? String(text.prefix(max(0, width - 1))) + "…" : text
    }
}
