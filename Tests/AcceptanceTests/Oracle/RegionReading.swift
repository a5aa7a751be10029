/// The region of a row: its code, or its parts joined, or what the user gave for the list. Digits only, of
/// length 2, 4, 6 or 10; anything else is unknown and empty.
enum RegionReading {
    static func region(of cells: [String: String], standingFor other: String?) -> String {
        let code = digits(cells["region"])
        if !Text.trimmed(cells["region"] ?? "").isEmpty { return known(code) }
        let parts = [("province", 2), ("regency", 2), ("district", 2), ("village", 4)].map { name, width in
            padded(digits(cells["region_" + name]), width)
        }
        let joined = parts.prefix { !$0.isEmpty }.joined()
        if parts.contains(where: { !$0.isEmpty }) { return known(joined) }
        return known(digits(other))
    }

    private static func known(_ code: String) -> String {
        [2, 4, 6, 10].contains(code.count) ? code : ""
    }

    private static func digits(_ text: String?) -> String {
        Text.string((text ?? "").unicodeScalars.filter(Text.isDigit))
    }

    private static func padded(_ digits: String, _ width: Int) -> String {
        digits.isEmpty ? "" : String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
