import Schema

/// The heading of a list: one record, or two of which the second completes the first.
struct Heading {
    /// Place of its first record among the file's records, first = 0.
    var row: Int
    var rows: [[String]]
    /// The heading of each cell, made of both records.
    let merged: [String]

    /// The heading is one of so many first records.
    static let searchedRows = 30

    /// Where somebody said that the heading stands: of two records the lower one's words where it has any.
    init(row: Int, rows: [[String]]) {
        self.row = row
        self.rows = rows
        guard rows.count > 1 else {
            merged = rows.first ?? []
            return
        }
        merged = (0..<max(rows[0].count, rows[1].count)).map { cell in
            let lower = cell < rows[1].count ? rows[1][cell] : ""
            return Folding.isBlank(lower) && cell < rows[0].count ? rows[0][cell] : lower
        }
    }

    private init(row: Int, _ pair: HeadingPair) {
        self.row = row
        rows = [pair.upper, pair.lower]
        merged = pair.merged
    }

    /// The merged heading in exactly so many cells.
    func cells(width: Int) -> [String] {
        (0..<width).map { $0 < merged.count ? merged[$0] : "" }
    }

    /// Columns of a role that the heading names.
    func columns(of role: ListSchema.Role, _ words: HeadingWords) -> Set<String> {
        Set(merged.flatMap { words.columns($0, in: role) })
    }

    /// Whether at least half of its cells are headings of some role: a row of data may hold a word that is one.
    func isMostlyKnown(_ words: HeadingWords) -> Bool {
        let filled = merged.filter { !Folding.isBlank($0) }
        return filled.count(where: words.isKnown) * 2 >= filled.count
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
        let counts = records.prefix(searchedRows + 1).map { cells in
            cells.contains(where: isNumber) ? 0 : Set(cells.flatMap { words.columns($0, in: role) }).count
        }
        var best: (heading: Heading, isComplete: Bool, columns: Int)?
        func consider(_ heading: Heading) {
            let columns = heading.columns(of: role, words)
            if columns.isEmpty { return }
            let isComplete = required.isSubset(of: columns)
            if let best, (best.isComplete ? 1 : 0, best.columns) >= (isComplete ? 1 : 0, columns.count) { return }
            best = (heading, isComplete, columns.count)
        }
        for row in counts.indices.prefix(searchedRows) {
            if counts[row] == 0 && (row + 1 >= counts.count || counts[row + 1] == 0) { continue }
            if records[row].contains(where: isNumber) { continue }
            if row + 1 < counts.count, !records[row + 1].contains(where: isNumber),
                let pair = HeadingPair(records[row], records[row + 1], role: role, words)
            {
                let merged = Heading(row: row, pair)
                // A title says nothing that the row below it does not say alone, and names no two columns.
                let columns = merged.columns(of: role, words).count
                let isHeading = counts[row] > 1 && columns == counts[row + 1] && records[row] != records[row + 1]
                if counts[row] > 0, columns > counts[row + 1] || isHeading { consider(merged) }
            }
            if counts[row] > 0 { consider(Heading(row: row, rows: [records[row]])) }
        }
        return best?.heading
    }

    /// Whether a cell holds so many digits that its row is data, whatever else it says.
    private static func isNumber(_ cell: String) -> Bool {
        cell.utf8.count { $0 >= 48 && $0 <= 57 } >= 10
    }
}
