import Diagnostics
import Documents
import Schema

/// `lists.json5` with code tables still named, and where each thing stands.
struct ListsDocument: Sendable {
    struct Column: Sendable {
        var column: ListSchema.Column
        /// The profile table that gives the codes, instead of codes of its own.
        var table: String?
        var tableSpot: Spot
        var spot: Spot
        var headingSpots: [Spot]
    }
    struct Role: Sendable {
        var role: ListSchema.Role
        var columns: [Column]
        /// Where each heading of a cell that holds two columns stands.
        var combinedSpots: [[Spot]]
        /// Where the role and each of its fields stand.
        var spots: [String: Spot]
        var spot: Spot
    }
    var roles: [Role]
    var dialects: ListSchema.Dialects
    var equalRows: ListSchema.EqualRows
    var equalRowsSpot: Spot
    var regionKinds: [[String]]
    var apostrophes: [String]
    /// Columns of the population list that lists of every other role may have too.
    var everywhere: [String]
    var everywhereSpot: Spot
    var samePerson: ListSchema.SamePerson?
    var samePersonSpot: Spot
    /// Tables that are no lists of people.
    var givenTables: [Role]
}

extension DocumentPlace {
    func lists() -> ListsDocument? {
        fields { fields in
            let delimiters = fields.required("delimiters")?.list { $0.delimiter() }
            let totalWords = fields.required("total_words")?.texts()
            let legends = fields.optional("legends")?.texts() ?? []
            let bareHeadings = fields.optional("bare_headings")?.texts() ?? []
            let roles = fields.required("roles")?.list { $0.role() }
            let regionKinds = fields.optional("region_kinds")?.list { $0.texts() } ?? []
            let apostrophes = fields.optional("apostrophes")?.texts() ?? []
            let everywherePlace = fields.optional("everywhere")
            let everywhere = everywherePlace?.texts() ?? []
            let samePlace = fields.optional("same_person")
            let samePerson = samePlace?.samePerson()
            let tables = fields.optional("tables")?.list { $0.table() } ?? []
            let equalPlace = fields.optional("equal_rows")
            let equalRows = equalPlace?.equalRows()
            guard let delimiters, let totalWords, let roles else { return nil }
            log.reportRepeats(roles.map { ($0.role.id, $0.spots["id"] ?? $0.spot) })
            log.reportRepeats(roles.map { ($0.role.option, $0.spots["option"] ?? $0.spot) })
            log.reportRepeats(roles.map { ($0.role.fact, $0.spots["fact"] ?? $0.spot) })
            log.reportRepeats(tables.map { ($0.role.id, $0.spots["id"] ?? $0.spot) })
            return ListsDocument(
                roles: roles,
                dialects: .init(
                    delimiters: delimiters, totalWords: totalWords, legends: legends, bareHeadings: bareHeadings),
                equalRows: equalRows ?? .init(identity: [], classes: []), equalRowsSpot: equalPlace?.spot ?? spot,
                regionKinds: regionKinds, apostrophes: apostrophes, everywhere: everywhere,
                everywhereSpot: everywherePlace?.spot ?? spot, samePerson: samePerson,
                samePersonSpot: samePlace?.spot ?? spot, givenTables: tables)
        }
    }

    private func delimiter() -> ListSchema.Dialects.Delimiter? {
        fields { fields in
            let char = fields.required("char")
            let quoting = fields.optional("quoting")?.truth() ?? true
            let empty = fields.optional("empty")?.text()
            guard let char, let text = char.text() else { return nil }
            guard let byte = text.utf8.first, text.utf8.count == 1, byte < 0x80, byte != 0x22, byte != 0x0A,
                byte != 0x0D
            else {
                char.report(
                    "wrong_delimiter", Bilingual(id: "harus satu karakter ASCII", en: "expected one ASCII character"))
                return nil
            }
            return .init(byte: byte, quoting: quoting, emptyWord: empty)
        }
    }

    private func role() -> ListsDocument.Role? {
        fields { fields in
            var spots: [String: Spot] = [:]
            func placed(_ name: String, _ place: DocumentPlace?) -> DocumentPlace? {
                spots[name] = place?.spot
                return place
            }
            let id = placed("id", fields.required("id"))?.identifier()
            let option = placed("option", fields.required("option"))?.identifier()
            let fact = placed("fact", fields.required("fact"))?.identifier()
            let title = fields.required("title")?.bilingual()
            let knownSince = placed("known_since", fields.optional("known_since"))?.text()
            let refusesUnreadableDates = fields.optional("refuse_unreadable_dates")?.truth() ?? false
            let telling = placed("tells", fields.optional("tells"))?.telling()
            let strikes = placed("strikes", fields.optional("strikes"))?.strikes()
            let sortedApart = placed("sorted_apart", fields.optional("sorted_apart"))?.sortedApart()
            let rows = placed("rows", fields.required("rows"))?.rows()
            let precedence = placed("precedence", fields.optional("precedence"))?.precedence()
            let destination = placed("destination", fields.optional("destination"))?.text()
            let outlivedBy = placed("outlived_by", fields.optional("outlived_by"))?.texts() ?? []
            let showsRecorded = placed("shows_recorded", fields.optional("shows_recorded"))?.truth() ?? false
            let contributes = placed("contributes", fields.optional("contributes"))?.contribution()
            let speaksFor = placed("speaks_for", fields.optional("speaks_for"))?.rowReference()
            let columns = fields.required("columns")?.list { $0.column() }
            let combined = fields.optional("combined")?.list { $0.combined() } ?? []
            guard let id, let option, let fact, let title, let rows, let columns else { return nil }
            log.reportRepeats(columns.map { ($0.column.id, $0.spot) })
            let role = ListSchema.Role(
                id: id, option: option, title: ["id": title.indonesian, "en": title.english], fact: fact, columns: [],
                combined: combined.map(\.combined), knownSince: knownSince, rows: rows,
                refusesUnreadableDates: refusesUnreadableDates, telling: telling, strikes: strikes,
                sortedApart: sortedApart, contributes: contributes, speaksFor: speaksFor,
                precedence: precedence ?? .init(),
                outlivedBy: outlivedBy, destination: destination, showsRecorded: showsRecorded)
            return .init(
                role: role, columns: columns, combinedSpots: combined.map(\.spots), spots: spots, spot: spot)
        }
    }

    /// A table that is no list of people: it has columns alone.
    private func table() -> ListsDocument.Role? {
        fields { fields in
            let place = fields.required("id")
            let id = place?.identifier()
            let title = fields.required("title")?.bilingual()
            let columns = fields.required("columns")?.list { $0.column() }
            guard let place, let id, let title, let columns else { return nil }
            log.reportRepeats(columns.map { ($0.column.id, $0.spot) })
            let role = ListSchema.Role(
                id: id, option: id, title: ["id": title.indonesian, "en": title.english], fact: id, columns: [],
                rows: .every)
            return .init(role: role, columns: columns, combinedSpots: [], spots: ["id": place.spot], spot: spot)
        }
    }

    private func telling() -> ListSchema.Telling? {
        fields { fields in
            let columns = fields.required("columns")?.texts()
            let headings = fields.optional("headings")?.texts() ?? []
            let least = fields.optional("least").map { $0.integer(in: 1...9) } ?? 1
            guard let columns, let least else { return nil }
            return ListSchema.Telling(columns: columns, headings: headings, least: Int(least))
        }
    }

    private func strikes() -> ListSchema.Strikes? {
        fields { fields in
            let percent = fields.required("percent")?.integer(in: 1...100)
            let over = fields.required("over")?.integer(in: 0...1_000_000)
            guard let percent, let over else { return nil }
            return ListSchema.Strikes(percent: Int(percent), over: Int(over))
        }
    }

    private func sortedApart() -> ListSchema.SortedApart? {
        fields { fields in
            let percent = fields.required("percent")?.integer(in: 1...100)
            let least = fields.required("least")?.integer(in: 1...1_000_000)
            guard let percent, let least else { return nil }
            return ListSchema.SortedApart(percent: Int(percent), least: Int(least))
        }
    }

    private func combined() -> (combined: ListSchema.Combined, spots: [Spot])? {
        fields { fields in
            let columns = fields.required("columns")?.texts()
            let headings = fields.required("headings")
            let form = fields.required("form")
            guard let columns, let headings, let texts = headings.texts(), let form, let word = form.text() else {
                return nil
            }
            guard let form = ListSchema.Combined.Form(rawValue: word) else {
                log.addUnknown(
                    "unknown_word", at: form.spot, word, what: Bilingual(id: "cara membelah", en: "way of cutting"),
                    among: ["date_at_end", "slash"])
                return nil
            }
            return (
                ListSchema.Combined(headings: texts, columns: columns, form: form),
                (headings.elements() ?? []).map(\.spot)
            )
        }
    }

    private func rows() -> ListSchema.Rows? {
        if case .string(let text) = node.value {
            switch text {
            case "person": return .person
            case "every": return .every
            default:
                log.addUnknown(
                    "unknown_word", at: spot, text, what: Bilingual(id: "arti baris", en: "meaning of rows"),
                    among: ["person", "every"])
                return nil
            }
        }
        return fields { fields in
            let latest = fields.required("latest")?.text()
            let code = fields.required("code")?.text()
            let order = fields.required("order")?.texts()
            guard let latest, let code, let order else { return nil }
            return .latest(date: latest, code: code, order: order)
        }
    }

    /// What the codes of a role mean whose latest row counts.
    private func precedence() -> ListSchema.Precedence? {
        fields { fields in
            ListSchema.Precedence(
                yielding: fields.optional("yielding")?.texts() ?? [],
                denying: fields.optional("denying")?.texts() ?? [],
                cards: fields.optional("cards")?.texts() ?? [],
                recorded: fields.optional("recorded")?.texts() ?? [])
        }
    }

    private func contribution() -> ListSchema.Contribution? {
        fields { fields in
            let column = fields.required("column")?.text()
            var targets: [String: ListSchema.Contribution.Target] = [:]
            for (code, _, place) in fields.required("targets")?.members() ?? [] {
                targets[code] = place.fields { target in
                    let role = target.required("role")?.text()
                    let codes = target.optional("codes")?.textMap() ?? [:]
                    let dates = target.optional("dates")?.textMap() ?? [:]
                    let above = target.optional("above")?.texts() ?? []
                    return role.map { .init(role: $0, codes: codes, dates: dates, above: above) }
                }
            }
            let confirms = fields.optional("confirms")?.texts() ?? []
            return column.map { .init(column: $0, targets: targets, confirms: confirms) }
        }
    }

    /// How rows say for which row of the population lists they speak.
    private func rowReference() -> ListSchema.RowReference? {
        fields { fields in
            let row = fields.required("row")?.text()
            let by = fields.optional("by")?.text()
            return row.map { .init(row: $0, by: by) }
        }
    }

    private func textMap() -> [String: String]? {
        members().map { members in
            Dictionary(members.compactMap { key, _, value in value.text().map { (key, $0) } }) { first, _ in first }
        }
    }

    private func column() -> ListsDocument.Column? {
        fields { fields in
            let id = fields.required("id")
            let kindPlace = fields.required("kind")
            let headings = fields.required("headings")
            let required = fields.optional("required")?.truth() ?? false
            let isExpected = fields.optional("expected")?.truth() ?? false
            let codes = fields.optional("codes")
            let emptyCode = fields.optional("empty_code")?.text()
            let otherCode = fields.optional("other_code")?.text()
            let absentCode = fields.optional("absent_code")?.text()
            let silentCode = fields.optional("silent_code")?.text()
            let beginning = fields.optional("beginning")?.beginning()
            let standsFor = fields.optional("stands_for")?.texts() ?? []
            let headingTexts = headings?.texts()
            let kind = kindPlace?.columnKind()
            var table: String?
            var own: [ListSchema.Code] = []
            if let codes {
                if case .string(let text) = codes.node.value {
                    table = codes.tableName(text)
                } else {
                    own = codes.codeTable() ?? []
                }
            } else if kind == .code {
                fields.reportMissing("codes")
            }
            guard let id, let text = id.identifier(), let kind, let headings, let headingTexts else { return nil }
            if kind != .code, let codes {
                codes.report(
                    "codes_without_kind",
                    Bilingual(
                        id: "hanya kolom jenis 'code' punya tabel kode", en: "only a column of kind 'code' has codes"))
            }
            let column = ListSchema.Column(
                id: text, kind: kind, headings: headingTexts, required: required, isExpected: isExpected, codes: own,
                emptyCode: emptyCode,
                otherCode: otherCode, absentCode: absentCode, silentCode: silentCode, beginning: beginning,
                standsFor: standsFor)
            return .init(
                column: column, table: table, tableSpot: codes?.spot ?? spot, spot: id.spot,
                headingSpots: (headings.elements() ?? []).map(\.spot))
        }
    }

    /// `'number'`, or a table of first words.
    private func beginning() -> ListSchema.Beginning? {
        guard case .string(let text) = node.value else { return codeTable().map { .word($0) } }
        if text == "number" { return .number }
        log.addUnknown(
            "unknown_word", at: spot, text, what: Bilingual(id: "awal sel", en: "beginning of a cell"),
            among: ["number"])
        return nil
    }

    private func columnKind() -> ListSchema.Column.Kind? {
        guard let text = text() else { return nil }
        if let kind = ListSchema.Column.Kind(rawValue: text) { return kind }
        log.addUnknown(
            "unknown_word", at: spot, text, what: Bilingual(id: "jenis kolom", en: "kind of column"),
            among: ["nik", "nkk", "text", "date", "code", "integer", "region", "region_part"])
        return nil
    }

    private func tableName(_ text: String) -> String? {
        let prefix = "profile:"
        if text.hasPrefix(prefix), text.count > prefix.count { return String(text.dropFirst(prefix.count)) }
        report(
            "wrong_codes",
            Bilingual(
                id: "harus { KODE: ['kata', …] } atau 'profile:TABEL'",
                en: "expected { CODE: ['word', …] } or 'profile:TABLE'"))
        return nil
    }

    private func equalRows() -> ListSchema.EqualRows? {
        fields { fields in
            let identity = fields.required("identity")?.texts()
            let name = fields.optional("name")?.text()
            let classes: [ListSchema.EqualRows.Class]? = fields.required("classes")?.list { place in
                place.fields { fields in
                    let id = fields.required("class")?.identifier()
                    let columns = fields.required("columns")?.texts()
                    let needs = fields.optional("needs")?.texts() ?? []
                    guard let id, let columns else { return nil }
                    return .init(id: id, columns: columns, needs: needs)
                }
            }
            guard let identity, let classes else { return nil }
            return .init(identity: identity, name: name, classes: classes)
        }
    }
}
