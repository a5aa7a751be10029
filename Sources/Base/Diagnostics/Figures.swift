/// Figures as people of either language write them, without the system's locale tables.
public enum Figures {
    /// `1.234.567` in Indonesian, `1,234,567` in English.
    public static func count(_ number: Int, _ language: Language) -> String {
        let digits = String(number.magnitude)
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0 && (digits.count - place) % 3 == 0 { text += language == .indonesian ? "." : "," }
            text.append(digit)
        }
        return number < 0 ? "-\(text)" : text
    }

    /// Part of a whole with one decimal, rounded half up: `81,3 %` in Indonesian, `81.3%` in English; `-` of nothing.
    public static func share(_ part: Int, of whole: Int, _ language: Language) -> String {
        guard whole > 0 else { return "-" }
        let thousandths = (part * 2000 + whole) / (whole * 2)
        let point = language == .indonesian ? "," : "."
        return "\(thousandths / 10)\(point)\(thousandths % 10)" + (language == .indonesian ? " %" : "%")
    }
}
