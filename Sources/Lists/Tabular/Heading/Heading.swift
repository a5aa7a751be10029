import Schema

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
        let required = Set(role.columns.filter(\.required).map(\.id))
        let named = records.prefix(searchedRows + 1).map { cells -> [String?] in
            cells.contains(where: isNumber) ? [] : cells.map { words.column($0, in: role) }
        }
        var best: (heading: Heading, isComplete: Bool, columns: Int)?
        func consider(_ heading: Heading, _ columns: Set<String>) {
            let isComplete = required.isSubset(of: columns)
            if let best, (best.isComplete ? 1 : 0, best.columns) >= (isComplete ? 1 : 0, columns.count) { return }
            best = (heading, isComplete, columns.count)
        }
        for row in named.indices.prefix(searchedRows) {
            let columns = Set(named[row].compactMap { $0 })
            if columns.isEmpty { continue }
            if row + 1 < named.count,
                isSecondRow(records[row + 1], named[row + 1], of: records[row], named[row])
            {
                let merged = Heading(row: row, rows: [records[row], records[row + 1]])
                consider(merged, merged.columns(of: role, words))
            }
            consider(Heading(row: row, rows: [records[row]]), columns)
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
        _ lower: [String], _ lowerNamed: [String?], of upper: [String], _ upperNamed: [String?]
    ) -> Bool {
        guard lowerNamed.contains(where: { $0 != nil }) else { return false }
        var completes = false
        for (cell, text) in lower.enumerated() where !Folding.isBlank(text) {
            let column = lowerNamed[cell]
            if cell < upper.count, let known = upperNamed[cell] {
                // `ALAMAT` over `JALAN`, `RT`, `RW`: the lower names one as well. Anything else is a row of data.
                // The cells behind a merged one are empty in a text, and hold what it holds in a workbook.
                let spans =
                    cell + 1 < upper.count && (Folding.isBlank(upper[cell + 1]) || upper[cell + 1] == upper[cell])
                guard known == column || column != nil && spans else { return false }
            } else if column != nil {
                completes = true
            } else if text.utf8.contains(where: { $0 >= 48 && $0 <= 57 }) {
                return false
            }
        }
        return completes
    }
}
