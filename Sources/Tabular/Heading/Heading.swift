import Columns

/// The heading of a list: one record, or two of which the second completes the first.
struct Heading {
    /// Place of its first record among the file's records, first = 0.
    var row: Int
    var rows: [[String]]

    /// The heading is one of so many first records.
    static let searchedRows = 30

    /// The heading of each cell; of two rows the lower one's where it has any.
    var merged: [String] {
        guard rows.count > 1 else { return rows.first ?? [] }
        let upper = rows[0]
        let lower = rows[1]
        return (0..<max(upper.count, lower.count)).map { cell in
            if cell < lower.count, !Folding.isBlank(lower[cell]) { return lower[cell] }
            return cell < upper.count ? upper[cell] : ""
        }
    }

    /// The merged heading in exactly so many cells.
    func cells(width: Int) -> [String] {
        let merged = self.merged
        return (0..<width).map { $0 < merged.count ? merged[$0] : "" }
    }

    /// Columns of a role that the heading names.
    func columns(of role: ListSchema.Role, _ words: HeadingWords) -> Set<String> {
        Set(merged.compactMap { words.column($0, in: role) })
    }

    /// The columns that the role requires and the heading lacks.
    func missing(of role: ListSchema.Role, _ words: HeadingWords) -> [ListSchema.Column] {
        let found = columns(of: role, words)
        return role.columns.filter { $0.required && !found.contains($0.id) }
    }

    /// The record among the first that names most columns of a role, all required ones before all else; nil where no
    /// record names any.
    static func search(_ records: [[String]], role: ListSchema.Role, _ words: HeadingWords) -> Heading? {
        var best: (heading: Heading, isComplete: Bool, columns: Int)?
        for row in records.indices.prefix(searchedRows) where !records[row].contains(where: isNumber) {
            let single = Heading(row: row, rows: [records[row]])
            var tried = [single]
            if row + 1 < records.count, isSecondRow(records[row + 1], of: records[row], role, words) {
                tried.insert(Heading(row: row, rows: [records[row], records[row + 1]]), at: 0)
            }
            for heading in tried {
                let columns = heading.columns(of: role, words).count
                let isComplete = heading.missing(of: role, words).isEmpty
                guard columns > 0 else { continue }
                if let best, (best.isComplete ? 1 : 0, best.columns) >= (isComplete ? 1 : 0, columns) { continue }
                best = (heading, isComplete, columns)
            }
        }
        return best?.heading
    }

    /// Whether a cell holds so many digits that its row is data, whatever else it says.
    private static func isNumber(_ cell: String) -> Bool {
        cell.utf8.count { $0 >= 48 && $0 <= 57 } >= 10
    }

    /// Whether a record completes the heading above it: it names a column where the heading has an empty cell or a
    /// heading that is none, and stands empty or says the same where the heading names one.
    private static func isSecondRow(
        _ lower: [String], of upper: [String], _ role: ListSchema.Role, _ words: HeadingWords
    ) -> Bool {
        var completes = false
        for (cell, text) in lower.enumerated() where !Folding.isBlank(text) {
            let above = cell < upper.count ? upper[cell] : ""
            let column = words.column(text, in: role)
            if let known = words.column(above, in: role) {
                // `ALAMAT` over `JALAN`, `RT`, `RW`: the lower names one as well. Anything else is a row of data.
                guard known == column || column != nil && cell + 1 < upper.count && Folding.isBlank(upper[cell + 1])
                else { return false }
            } else if column != nil {
                completes = true
            } else if text.utf8.contains(where: { $0 >= 48 && $0 <= 57 }) {
                return false
            }
        }
        return completes && upper.contains { words.column($0, in: role) != nil }
    }
}
