import Schema

/// What lines of a letterhead state: `Kecamatan : 120690 CONTOH`.
public enum Letterhead {
    /// Labels and what stands behind their colon, in the same cell or in the next that holds anything.
    public static func statements(_ cells: [String]) -> [(label: String, value: String)] {
        let filled = cells.filter { !Folding.isBlank($0) }
        return filled.indices.compactMap { place in
            let parts = filled[place].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard let label = parts.first else { return nil }
            var value = parts.count > 1 ? trimmed(parts[1]) : ""
            if value.isEmpty, place + 1 < filled.count {
                let next = trimmed(filled[place + 1][...])
                if next.hasPrefix(":") { value = trimmed(next.dropFirst()) } else if parts.count > 1 { value = next }
            }
            return isMissing(value) ? nil : (String(label), value)
        }
    }

    private static func isMissing(_ value: String) -> Bool {
        value.utf8.allSatisfy { [32, 45, 46, 48, 95].contains($0) }
    }

    private static func trimmed(_ text: Substring) -> String {
        let isGap = { (letter: Character) in letter.isWhitespace }
        let start = text.drop(while: isGap)
        guard let end = start.lastIndex(where: { !isGap($0) }) else { return "" }
        return String(start[...end])
    }
}
