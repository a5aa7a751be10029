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
}
