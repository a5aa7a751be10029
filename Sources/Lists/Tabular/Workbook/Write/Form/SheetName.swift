/// Names of sheets as spreadsheets accept them.
public enum SheetName {
    /// `wanted` without what no spreadsheet accepts (`[ ] : * ? / \`, control characters, an apostrophe at either end),
    /// at most 31 characters, and not one of `taken` in any case: then `~2`, `~3` … is added. Never empty.
    public static func make(_ wanted: String, taken: Set<String>) -> String {
        let forbidden: Set<Unicode.Scalar> = ["[", "]", ":", "*", "?", "/", "\\"]
        var kept = String.UnicodeScalarView()
        for scalar in wanted.unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            let isNoCharacter = scalar.value & 0xFFFE == 0xFFFE
            kept.append(forbidden.contains(scalar) || isControl || isNoCharacter ? "-" : scalar)
        }
        let name = trimmed(String(kept))
        // A spreadsheet keeps this name for itself.
        let base = name.isEmpty ? "1" : name.lowercased() == "history" ? name + "-" : name
        let others = Set(taken.map { $0.lowercased() })
        var candidate = trimmed(shortened(base, to: 31))
        var number = 2
        while others.contains(candidate.lowercased()) {
            let mark = "~\(number)"
            candidate = shortened(base, to: 31 - mark.utf16.count) + mark
            number += 1
        }
        return candidate
    }

    private static func trimmed(_ name: String) -> String {
        var name = Substring(name)
        while let first = name.unicodeScalars.first, first == "'" || first == " " { name.unicodeScalars.removeFirst() }
        while let last = name.unicodeScalars.last, last == "'" || last == " " { name.unicodeScalars.removeLast() }
        return String(name)
    }

    /// Counted as spreadsheets count: in units of UTF-16.
    private static func shortened(_ name: String, to limit: Int) -> String {
        var short = name
        while short.utf16.count > limit { short.removeLast() }
        return short
    }
}
