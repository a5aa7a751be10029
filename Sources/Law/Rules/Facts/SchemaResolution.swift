import Schema

extension ListsDocument {
    /// The schema with every code table filled in; `table` gives the codes of a profile table.
    func schema(table: (String) -> [ListSchema.Code]?) -> ListSchema {
        let population = roles.first { $0.role.rows == .person }
        let theirs = population.map { columns($0, table) }?.filter { everywhere.contains($0.id) } ?? []
        let roles = roles.map { role in
            var resolved = role.role
            resolved.columns = columns(role, table)
            if role.role.rows == .person { return resolved }
            for var column in theirs where resolved.column(column.id) == nil {
                column.required = false
                column.isExpected = false
                column.isBorrowed = true
                resolved.columns.append(column)
            }
            resolved.combined += (population?.role.combined ?? []).filter { combined in
                combined.columns.allSatisfy { resolved.column($0)?.isBorrowed ?? false }
            }
            return resolved
        }
        let tables = givenTables.map { table in
            var resolved = table.role
            resolved.columns = table.columns.map(\.column)
            return resolved
        }
        return ListSchema(
            roles: roles, dialects: dialects, equalRows: equalRows, regionKinds: regionKinds, apostrophes: apostrophes,
            samePerson: samePerson, tables: tables)
    }

    private func columns(_ role: Role, _ table: (String) -> [ListSchema.Code]?) -> [ListSchema.Column] {
        role.columns.map { entry in
            var column = entry.column
            if let name = entry.table { column.codes = table(name) ?? [] }
            if column.kind == .code { column.codes = Self.complete(column, in: role.role.rows) }
            return column
        }
    }

    /// Codes that no word means (of empty and other cells) stand in the table too, so that a code's number in a batch
    /// is its place in the table; the code that ranks rows stands in the order of its rank.
    private static func complete(_ column: ListSchema.Column, in rows: ListSchema.Rows) -> [ListSchema.Code] {
        var codes = column.codes
        func add(_ code: String?) {
            guard let code, !codes.contains(where: { $0.code == code }) else { return }
            codes.append(ListSchema.Code(code: code, words: []))
        }
        add(column.emptyCode)
        add(column.otherCode)
        add(column.absentCode)
        add(column.silentCode)
        if case .word(let words) = column.beginning { words.forEach { add($0.code) } }
        guard case .latest(_, column.id, let order) = rows else { return codes }
        let rank = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
        return codes.enumerated().sorted { left, right in
            let ranks = (rank[left.element.code] ?? order.count, rank[right.element.code] ?? order.count)
            return ranks.0 == ranks.1 ? left.offset < right.offset : ranks.0 < ranks.1
        }.map(\.element)
    }
}
