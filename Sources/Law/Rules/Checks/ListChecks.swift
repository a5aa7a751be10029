import Diagnostics
import Documents
import Schema

/// What `lists.json5` must fulfil in itself.
struct ListChecks {
    let lists: ListsDocument
    let tables: [String: [ListSchema.Code]]
    let log: FindingLog

    func run() {
        let schema = lists.schema { tables[$0] }
        for (role, resolved) in zip(lists.roles, schema.roles) {
            checkHeadings(role)
            checkTables(role)
            checkColumns(role, resolved)
            checkContribution(role, resolved, schema)
            checkReference(role, resolved)
            checkRoles(role, resolved, schema)
        }
        lists.givenTables.forEach(checkHeadings)
        checkPersons()
        checkPopulationColumns()
        checkEqualRows()
        guard let population = schema.roles.first(where: { $0.rows == .person }) else { return }
        for name in lists.everywhere where population.column(name) == nil {
            log.addUnknown(
                "unknown_column", at: lists.everywhereSpot, name, what: Bilingual(id: "kolom", en: "column"),
                among: population.columns.map(\.id))
        }
        if let same = lists.samePerson {
            requireColumn(same.name, .text, in: population, at: lists.samePersonSpot)
            requireColumn(same.birthDate, .date, in: population, at: lists.samePersonSpot)
        }
    }

    /// A heading that two columns of a role claim would leave to chance which one a list means.
    private func checkHeadings(_ role: ListsDocument.Role) {
        var owners: [String: String] = [:]
        for entry in role.columns {
            for (heading, spot) in zip(entry.column.headings, entry.headingSpots) {
                let folded = Folding.heading(heading)
                if let owner = owners[folded], owner != entry.column.id {
                    log.add(
                        "heading_collision", at: spot,
                        Bilingual(
                            id: "judul '\(heading)' sudah milik kolom '\(owner)'",
                            en: "the heading '\(heading)' already belongs to the column '\(owner)'"))
                }
                if owners[folded] == nil { owners[folded] = entry.column.id }
            }
        }
        for (combined, spots) in zip(role.role.combined, role.combinedSpots) {
            for (heading, spot) in zip(combined.headings, spots) {
                guard let owner = owners[Folding.heading(heading)] else { continue }
                log.add(
                    "heading_collision", at: spot,
                    Bilingual(
                        id: "judul '\(heading)' sudah milik kolom '\(owner)'",
                        en: "the heading '\(heading)' already belongs to the column '\(owner)'"))
            }
        }
    }

    private func checkTables(_ role: ListsDocument.Role) {
        for entry in role.columns {
            guard let table = entry.table, tables[table] == nil, !tables.isEmpty else { continue }
            log.addUnknown(
                "unknown_table", at: entry.tableSpot, table, what: Bilingual(id: "tabel kode", en: "code table"),
                among: tables.keys.sorted())
        }
    }

    private func checkColumns(_ role: ListsDocument.Role, _ resolved: ListSchema.Role) {
        for (entry, column) in zip(role.columns, resolved.columns) where column.codes.count > 255 {
            log.add(
                "too_many_codes", at: entry.spot,
                Bilingual(id: "lebih dari 255 kode", en: "there are more than 255 codes"))
        }
        for entry in role.columns {
            guard case .word(let beginnings) = entry.column.beginning else { continue }
            let known = (entry.table.flatMap { tables[$0] } ?? entry.column.codes).map(\.code)
            for code in beginnings.map(\.code) where !known.contains(code) {
                log.addUnknown(
                    "unknown_code", at: entry.spot, code, what: Bilingual(id: "kode", en: "code"), among: known)
            }
        }
        for (combined, spots) in zip(role.role.combined, role.combinedSpots) {
            let spot = spots.first ?? role.spot
            for name in combined.columns where resolved.column(name) == nil {
                log.addUnknown(
                    "unknown_column", at: spot, name, what: Bilingual(id: "kolom", en: "column"),
                    among: resolved.columns.map(\.id))
            }
            if combined.columns.count != 2 || combined.headings.isEmpty {
                log.add(
                    "not_two_columns", at: spot,
                    Bilingual(
                        id: "harus menyebut judul dan dua kolom", en: "expected headings and two columns"))
            }
        }
        if let telling = resolved.telling, let spot = role.spots["tells"] {
            for name in telling.columns where resolved.column(name) == nil {
                log.addUnknown(
                    "unknown_column", at: spot, name, what: Bilingual(id: "kolom", en: "column"),
                    among: resolved.columns.map(\.id))
            }
        }
        if let name = resolved.knownSince, let spot = role.spots["known_since"] {
            requireColumn(name, .date, in: resolved, at: spot)
        }
        if let name = resolved.destination, let spot = role.spots["destination"] {
            requireColumn(name, .text, in: resolved, at: spot)
        }
        guard case .latest(let date, let code, let order) = resolved.rows, let spot = role.spots["rows"] else { return }
        requireColumn(date, .date, in: resolved, at: spot)
        guard let column = requireColumn(code, .code, in: resolved, at: spot) else { return }
        let known = column.codes.map(\.code)
        for word in order where !known.contains(word) {
            log.addUnknown("unknown_code", at: spot, word, what: Bilingual(id: "kode", en: "code"), among: known)
        }
        let precedence = resolved.precedence
        let named = precedence.yielding + precedence.denying + precedence.cards + precedence.recorded
        for word in named where !order.contains(word) {
            log.addUnknown("unknown_code", at: spot, word, what: Bilingual(id: "kode", en: "code"), among: order)
        }
        for word in known where !order.contains(word) {
            log.add(
                "unranked_code", at: spot,
                Bilingual(id: "kode '\(word)' tidak ada dalam 'order'", en: "the code '\(word)' is missing in 'order'"))
        }
    }

    @discardableResult
    private func requireColumn(
        _ id: String, _ kind: ListSchema.Column.Kind, in role: ListSchema.Role, at spot: Spot
    ) -> ListSchema.Column? {
        guard let column = role.column(id) else {
            log.addUnknown(
                "unknown_column", at: spot, id, what: Bilingual(id: "kolom", en: "column"),
                among: role.columns.map(\.id))
            return nil
        }
        guard column.kind == kind else {
            log.add(
                "wrong_column_kind", at: spot,
                Bilingual(
                    id: "kolom '\(id)' harus jenis '\(kind.rawValue)'",
                    en: "the column '\(id)' must be of kind '\(kind.rawValue)'"))
            return nil
        }
        return column
    }

    private func checkContribution(_ role: ListsDocument.Role, _ resolved: ListSchema.Role, _ schema: ListSchema) {
        guard let contribution = resolved.contributes, let spot = role.spots["contributes"] else { return }
        guard let column = requireColumn(contribution.column, .code, in: resolved, at: spot) else { return }
        let known = column.codes.map(\.code)
        for code in contribution.confirms where !known.contains(code) {
            log.addUnknown("unknown_code", at: spot, code, what: Bilingual(id: "kode", en: "code"), among: known)
        }
        for (code, target) in contribution.targets.sorted(by: { $0.key < $1.key }) {
            if !known.contains(code) {
                log.addUnknown("unknown_code", at: spot, code, what: Bilingual(id: "kode", en: "code"), among: known)
            }
            guard let receiver = schema.role(target.role) else {
                log.addUnknown(
                    "unknown_role", at: spot, target.role, what: Bilingual(id: "daftar", en: "list"),
                    among: schema.roles.map(\.id))
                continue
            }
            for (name, word) in target.codes.sorted(by: { $0.key < $1.key }) {
                guard let column = requireColumn(name, .code, in: receiver, at: spot) else { continue }
                let known = column.codes.map(\.code)
                if !known.contains(word) {
                    log.addUnknown(
                        "unknown_code", at: spot, word, what: Bilingual(id: "kode", en: "code"), among: known)
                }
            }
            if case .latest(_, _, let order) = receiver.rows {
                for word in target.above where !order.contains(word) {
                    log.addUnknown(
                        "unknown_code", at: spot, word, what: Bilingual(id: "kode", en: "code"), among: order)
                }
            }
            for (name, source) in target.dates.sorted(by: { $0.key < $1.key }) {
                requireColumn(name, .date, in: receiver, at: spot)
                requireColumn(source, .date, in: resolved, at: spot)
            }
        }
    }

    /// Rows that speak for rows of the population lists tell which, and bear the name that stands there.
    private func checkReference(_ role: ListsDocument.Role, _ resolved: ListSchema.Role) {
        guard let reference = resolved.speaksFor, let spot = role.spots["speaks_for"] else { return }
        for name in [reference.row, reference.by, lists.equalRows.name].compactMap(\.self) {
            requireColumn(name, .text, in: resolved, at: spot)
        }
        if resolved.contributes == nil {
            log.add(
                "speaks_without_answers", at: spot,
                Bilingual(
                    id: "'speaks_for' hanya untuk daftar dengan 'contributes'",
                    en: "'speaks_for' belongs to a list with 'contributes'"))
        }
    }

    /// Roles that a role or one of its columns names.
    private func checkRoles(_ role: ListsDocument.Role, _ resolved: ListSchema.Role, _ schema: ListSchema) {
        let named =
            resolved.outlivedBy.map { ($0, role.spots["outlived_by"] ?? role.spot) }
            + role.columns.flatMap { entry in entry.column.standsFor.map { ($0, entry.spot) } }
        for (id, spot) in named where schema.role(id) == nil {
            log.addUnknown(
                "unknown_role", at: spot, id, what: Bilingual(id: "daftar", en: "list"), among: schema.roles.map(\.id))
        }
    }

    private func checkPersons() {
        let persons = lists.roles.filter { $0.role.rows == .person }
        if persons.count == 1 { return }
        let spot = persons.dropFirst().first?.spot ?? lists.equalRowsSpot
        log.add(
            "one_person_role", at: spot,
            Bilingual(
                id: "harus ada tepat satu daftar dengan rows 'person'", en: "exactly one list must have rows 'person'"))
    }

    private func checkEqualRows() {
        guard let role = lists.roles.first(where: { $0.role.rows == .person }) else { return }
        let columns = role.columns.map(\.column.id)
        let named =
            lists.equalRows.identity + [lists.equalRows.name].compactMap(\.self)
            + lists.equalRows.classes.flatMap { $0.columns + $0.needs }
        for name in named where !columns.contains(name) {
            log.addUnknown(
                "unknown_column", at: lists.equalRowsSpot, name, what: Bilingual(id: "kolom", en: "column"),
                among: columns)
        }
    }
}
