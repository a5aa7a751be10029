/// The region of a row: its code, or its parts joined, or what the user gave for the list. Digits only, of
/// length 2, 4, 6 or 10; anything else is unknown and empty.
enum RegionReading {
    static func region(of cells: [String: String], standingFor other: String?) -> String {
        let cell = cells["region"] ?? ""
        if !Text.trimmed(cell).isEmpty { return known(digits(cell)) }
        let parts = [("province", 2), ("regency", 2), ("district", 2), ("village", 4)].map { name, width in
            padded(digits(cells["region_" + name]), width)
        }
        let joined = parts.prefix { !$0.isEmpty }.joined()
        if parts.contains(where: { !$0.isEmpty }) { return known(joined) }
        return known(digits(other))
    }

    /// The code that a text is, dots and blanks aside; empty where it is a name, or no code's length.
    static func code(_ text: String) -> String {
        let isCode = text.unicodeScalars.allSatisfy { Text.isDigit($0) || $0 == "." || Text.isInvisible($0) }
        return isCode ? known(digits(text)) : ""
    }

    private static func known(_ code: String) -> String {
        [2, 4, 6, 10].contains(code.count) ? code : ""
    }

    private static func digits(_ text: String?) -> String {
        var text = Text.trimmed(text ?? "")
        // "A trailing `.0` is nothing": what a spreadsheet makes of a number.
        if text.hasSuffix(".0") { text = String(text.dropLast(2)) }
        return Text.string(text.unicodeScalars.filter(Text.isDigit))
    }

    private static func padded(_ digits: String, _ width: Int) -> String {
        digits.isEmpty ? "" : String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
