import Schema

/// Two records that are one heading: groups above (`LAHIR`) and what they consist of below (`TEMPAT`, `TANGGAL`), or
/// headings above and legends below (`B/S/P`).
struct HeadingPair {
    let upper: [String]
    let lower: [String]
    let merged: [String]

    /// Nil unless the lower record completes the upper one: it names a column where the upper has an empty cell, a group
    /// or a heading that is none, and stands empty, says the same, or tells how to fill the cells where the upper names
    /// one.
    init?(_ upper: [String], _ lower: [String], role: ListSchema.Role, _ words: HeadingWords) {
        if Self.states(upper) { return nil }
        var merged: [String] = []
        var completes = false
        var group = ""
        for cell in 0..<max(upper.count, lower.count) {
            let above = cell < upper.count ? upper[cell] : ""
            let below = cell < lower.count ? lower[cell] : ""
            if !Folding.isBlank(above) { group = above }
            if Folding.isBlank(below) {
                merged.append(above)
                // A blank below ends the group above.
                if Folding.isBlank(above) { group = "" }
                continue
            }
            if words.isLegend(below), !Folding.isBlank(above) {
                completes = true
                merged.append(above)
                continue
            }
            if Folding.heading(below) == Folding.heading(above) {
                merged.append(above)
                continue
            }
            // `TGL (DD/MM/YYYY)` below `LAHIR` is `TGL LAHIR`.
            let part = words.withoutLegend(below)
            let joined = ["\(part) \(group)", "\(group) \(part)"].first { !words.columns($0, in: role).isEmpty }
            let named = words.columns(joined ?? below, in: role)
            let known = words.columns(above, in: role)
            if known.isEmpty {
                if !named.isEmpty {
                    completes = true
                } else if below.utf8.contains(where: { $0 >= 48 && $0 <= 57 }) {
                    return nil
                }
            } else {
                // `ALAMAT` over `JALAN`, `RT`, `RW`: the lower names one as well. Anything else is a row of data.
                let isFirst = cell + 1 < upper.count && (Folding.isBlank(upper[cell + 1]) || upper[cell + 1] == above)
                let spans = isFirst || cell > 0 && upper[cell - 1] == above
                guard named == known || !named.isEmpty && (spans || joined != nil) else { return nil }
                if named != known { completes = true }
            }
            merged.append(joined ?? below)
        }
        guard completes else { return nil }
        self.upper = upper
        self.lower = lower
        self.merged = merged
    }

    /// Whether a record of the letterhead states something (`Desa | : Mekar`), which is no group of headings. A heading
    /// may end with a colon too, but stands beside more than one other.
    private static func states(_ upper: [String]) -> Bool {
        let filled = upper.filter { !Folding.isBlank($0) }.map { $0.filter { !$0.isWhitespace } }
        if filled.contains(where: { $0.hasPrefix(":") && $0.count > 1 }) { return true }
        return filled.count == 2 && filled[0].hasSuffix(":")
    }
}
