import Diagnostics

/// Figures as people of either language write them, without the system's locale tables.
enum Figures {
    /// `1.234.567` in Indonesian, `1,234,567` in English.
    static func count(_ number: Int, _ language: Language) -> String {
        let digits = String(number.magnitude)
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0 && (digits.count - place) % 3 == 0 { text += language == .indonesian ? "." : "," }
            text.append(digit)
        }
        return number < 0 ? "-\(text)" : text
    }

    /// Part of a whole with one decimal, rounded half up: `81,3 %` in Indonesian, `81.3%` in English; `-` of nothing.
    static func share(_ part: Int, of whole: Int, _ language: Language) -> String {
        guard whole > 0 else { return "-" }
        let thousandths = (part * 2000 + whole) / (whole * 2)
        let point = language == .indonesian ? "," : "."
        return "\(thousandths / 10)\(point)\(thousandths % 10)" + (language == .indonesian ? " %" : "%")
    }

    /// A bar of at most `width` characters for part of a whole; anything but nothing shows at least one.
    static func bar(_ part: Int, of whole: Int, width: Int, blocks: Bool) -> String {
        guard whole > 0, part > 0 else { return "" }
        let length = min(width, max(1, (part * width * 2 + whole) / (whole * 2)))
        return String(repeating: blocks ? "█" : "#", count: length)
    }
}
