public import Schema

extension Opening {
    /// Takes columns that somebody put into one cell, as the role knows them, for the two that the cell holds.
    public mutating func combine(_ role: ListSchema.Role) {
        for both in role.combined where both.columns.count == 2 {
            guard let cell = map[both.columns[0]], map[both.columns[1]] == cell else { continue }
            for id in both.columns { map[id] = nil }
            combined.append(CombinedColumn(cell: cell, columns: both.columns, form: both.form))
        }
    }

    /// Says which columns without which less is known of people are not in a map that somebody wrote.
    public mutating func sayLacking(_ role: ListSchema.Role, file: String) {
        for column in role.columns where column.isExpected && map[column.id] == nil {
            if combined.contains(where: { $0.columns.contains(column.id) }) { continue }
            warnings.append(OpeningProblem.lacking(column, file, row: nil))
        }
    }
}
