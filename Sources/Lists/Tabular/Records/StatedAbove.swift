import Schema

/// The region and the polling station that the lines above a list's heading state, for telling where another list begins
/// below: lines in the middle of a list that state others.
struct StatedAbove: Sendable {
    private static let station = "tps"

    private let role: ListSchema.Role
    private let words: HeadingWords
    /// Columns that rows do not have, so that lines say it for them.
    private let watched: [String]
    /// Folded values by column.
    private let stated: [String: Set<String>]

    /// Nil for a list whose rows say their region and station themselves, or whose role has none.
    init?(_ role: ListSchema.Role, map: [String: Int], _ above: [[String]], _ words: HeadingWords) {
        guard role.rows == .person else { return nil }
        let regions = ListSchema.regionNameColumns
        let hasRegion = (["region", "region_province"] + regions.suffix(1)).contains { map[$0] != nil }
        let columns = (hasRegion ? [] : regions) + (map[Self.station] == nil ? [Self.station] : [])
        var stated: [String: Set<String>] = [:]
        for line in above {
            for (column, value) in Self.statements(line, columns, role, words) {
                stated[column, default: []].insert(value)
            }
        }
        // Sections of a list that says no station for all of it are titles.
        watched = columns.filter { $0 != Self.station || stated[$0] != nil }
        guard !watched.isEmpty else { return nil }
        self.role = role
        self.words = words
        self.stated = stated
    }

    /// Whether a line states what does not stand above the heading.
    func isAnother(_ texts: [String]) -> Bool {
        Self.statements(texts, watched, role, words).contains { stated[$0.column]?.contains($0.value) != true }
    }

    private static func statements(
        _ texts: [String], _ columns: [String], _ role: ListSchema.Role, _ words: HeadingWords
    ) -> [(column: String, value: String)] {
        Letterhead.statements(texts).compactMap { label, value in
            let meant = words.columns(label, in: role)
            return columns.first(where: meant.contains).map { ($0, Folding.code(value)) }
        }
    }
}
