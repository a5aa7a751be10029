import Civil
import Columns
import Diagnostics
import Joining
import Readiness
import RoleLists
import Rules
import RunFolder
import Schema
import Tabular
import Workers

/// The inspection of one list: role, columns, a survey of the whole file, and what comes of it.
struct ListInspection {
    private var source: ListSource
    private let path: String
    private let isAlone: Bool
    private let notes: [Finding]
    private let ruleset: Ruleset
    private let threads: Int
    private let spools: String
    private let head: [UInt8]
    private let layout: ListLayout
    private let scores: RoleScores

    init(
        _ source: ListSource, path: String, isAlone: Bool, notes: [Finding], _ ruleset: Ruleset, threads: Int,
        spools: String
    ) throws(Failure) {
        self.source = source
        self.path = path
        self.isAlone = isAlone
        self.notes = notes
        self.ruleset = ruleset
        self.threads = threads
        self.spools = spools
        head = try ListReading.head(of: source, path)
        layout = try source.layout(head: head, schema: ruleset.schema, heading: .search)
        scores = RoleScores(layout, schema: ruleset.schema)
    }

    mutating func result() throws(Failure) -> Inspection {
        guard let best = scores.scores.first else {
            // Rules without roles are refused when they are loaded.
            throw Failure(.internal, [])
        }
        let (found, refusals) = open(best)
        let separated = try ListReading.separated(source, found, path, spools: spools)
        let opening = separated.1
        source = separated.0
        let (list, regionNotes) = openList(best.role, opening)
        let survey = try survey(list)
        var rows = RowCounts(
            read: survey.counts.read, used: survey.counts.read - survey.counts.rejected - survey.counts.skipped,
            rejected: survey.counts.rejected, skipped: survey.counts.skipped)
        let secondTable = NobodyFindings.secondTable(survey.rejected, list)
        var leftOut: [String: Int] = [:]
        if best.isComplete, best.role.rows != .person {
            let counts = try Rehearsal.counts(list, ruleset, threads: threads)
            rows.used = counts.used
            rows.leftOut = counts.leftOut
            // Counts that are no rows stand with their columns.
            leftOut = counts.causes.filter { !$0.key.hasPrefix("unmapped_") || $0.key == "unmapped_code" }
            leftOut["windows_1252_cells"] = nil
        }
        let niks = NIKFigures.of(survey, in: list)
        var dialect = opening.dialect
        if let encoding = source.encoding { dialect.encoding = encoding }
        let isSheet = source.sheet != nil
        return Inspection(
            path: path, list: list.name, sheet: source.sheet?.name, bytes: source.file.size,
            encoding: dialect.encoding(foreignCells: survey.counts.causes["windows_1252_cells"] ?? 0).rawValue,
            delimiter: isSheet ? "" : dialect.delimiterName, quoting: dialect.quoting,
            lineEnd: isSheet ? "" : dialect.newline.rawValue, hasSeparatorLine: dialect.hasSeparatorLine,
            headingRow: opening.headingRow == 0 ? nil : opening.headingRow, headingRows: opening.headingRows.count,
            width: opening.width, roles: scores.scores.map(Self.guess), certainty: scores.certainty, rows: rows,
            leftOut: leftOut, problems: Self.problems(survey), columns: columns(survey, list, best), niks: niks,
            regions: regions(survey),
            warnings: notes + (refusals.isEmpty ? opening.warnings + regionNotes : [])
                + ListDamage.findings(survey, list, niks: niks),
            refusals: refusals + (secondTable.map { [$0] } ?? []))
    }

    /// The list as `check` would open it in its best role; where that is refused, as a map could say it is.
    private func open(_ best: RoleScores.Score) -> (Opening, [Finding]) {
        let key = best.role.columns.first { $0.kind == .nik }?.id
        let proposed = Opening(layout, map: best.proposal.map, key: key)
        guard layout.headingRow != nil else { return (proposed, [Self.withoutHeading(source.label)]) }
        do throws(Failure) {
            let opening = try source.open(best.role, schema: ruleset.schema) { count throws(Failure) in
                Array(head.prefix(count))
            }
            return (opening, [])
        } catch {
            return (proposed, error.findings)
        }
    }

    static func withoutHeading(_ file: String) -> Finding {
        Finding(
            code: "no_heading",
            message: Bilingual(
                id: "tidak ada baris judul kolom yang dikenal", en: "there is no heading row that is known"),
            remedy: Bilingual(
                id: "buat peta kolom dengan --write-map F, periksa, lalu pakai check --map F",
                en: "make a column map with --write-map F, look it over, and use check --map F"),
            location: SourceLocation(file: file))
    }

    /// And what is said of its region, where lines above the heading state it.
    private func openList(_ role: ListSchema.Role, _ opening: Opening) -> (OpenList, [Finding]) {
        let key = role.columns.first { $0.kind == .nik }.flatMap { opening.map[$0.id] }
        let text = ListText(
            file: source.text, grammar: opening.dialect.grammar, width: opening.width,
            firstOffset: opening.firstRecordOffset, firstRow: opening.firstRecordRow, keyColumn: key ?? 0,
            emptyWord: opening.dialect.emptyWord.map { Array($0.utf8) },
            kinds: opening.kinds(role, ruleset.schema))
        let base = String(path.split(separator: "/").last ?? "")
        let name = isAlone ? base : source.sheet.map { "\(base)#\($0.name)" } ?? base
        var list = OpenList(
            number: 0, role: role, path: path, given: ListInput(role: role.id, path: path), source: source.file,
            sheet: source.sheet?.name, name: name, text: text, map: opening.map, opening: opening,
            givenRegion: .unknown,
            blocks: BlockSequence(text, pieceSize: OpenList.pieceSize))
        guard RegionNameReader.hasNames(list) || StatedRegions.mayState(list) else { return (list, []) }
        let names = RegionNameIndex(
            ruleset.regionNames, kinds: ruleset.schema.regionKinds, Apostrophes(ruleset.schema.apostrophes))
        list.regionNames = names
        var lists = [list]
        let notes = StatedRegions.take(&lists, names, ruleset.schema, titles: ruleset.regionNames)
        return (lists.first ?? list, notes)
    }

    private func survey(_ list: OpenList) throws(Failure) -> ListSurvey {
        let parts = try Workers.run(threads) { () throws(Failure) in
            ListSurvey(list)
        } _: { (survey, stop) throws(Failure) in
            while let piece = list.blocks.next() {
                if try stop.check() { return }
                do throws(FileError) {
                    try list.blocks.read(piece, into: &survey.block)
                } catch {
                    throw OpenList.unreadable(error, list)
                }
                survey.take()
            }
        }
        var whole = ListSurvey(list)
        for part in parts { whole.add(part) }
        return whole
    }

    private static func guess(_ score: RoleScores.Score) -> Inspection.RoleGuess {
        let role = ListRole(score.role)
        return Inspection.RoleGuess(
            id: role.id, option: role.option, title: role.title, isPopulation: role.isPopulation,
            score: max(0, min(100, score.score)))
    }

    private static func problems(_ survey: ListSurvey) -> [Inspection.Problem] {
        let sorted = survey.rejected.sorted { $0.row < $1.row }
        var met: Set<String> = []
        return RecordProblem.allCases.compactMap { kind in
            guard met.insert(kind.id).inserted else { return nil }
            let rows = sorted.filter { $0.problem.id == kind.id }.map(\.row)
            if rows.isEmpty { return nil }
            return Inspection.Problem(
                id: kind.id, isSkipped: kind.isSkipped,
                message: message(of: kind, survey), count: rows.count, rows: Array(rows.prefix(5)))
        }
    }

    private static func message(of kind: RecordProblem, _ survey: ListSurvey) -> Bilingual? {
        guard kind == .cellCount else { return kind.message(found: 0, expected: 0) }
        let width = survey.columns.count
        return Bilingual(
            id: "jumlah sel bukan \(width); periksa pemisah kolomnya",
            en: "not \(width) cells; look for missing or extra delimiters")
    }

    private func regions(_ survey: ListSurvey) -> [Inspection.Region] {
        survey.regions.map { packed, rows in
            let code = RegionCode(trusted: packed).description
            return Inspection.Region(code: code, name: ruleset.regionNames[code] ?? "", rows: rows)
        }
        .sorted { left, right in
            left.rows == right.rows ? RegionOrder.precedes(left.code, right.code) : left.rows > right.rows
        }
    }

    private func columns(_ survey: ListSurvey, _ list: OpenList, _ best: RoleScores.Score) -> [Inspection.Column] {
        survey.columns.indices.map { cell in
            let figures = survey.columns[cell]
            let id = list.map.first { $0.value == cell }?.key
            let schema = id.flatMap { list.role.column($0) }
            let basis = id.map { best.proposal.choice($0)?.basis ?? .heading }
            let heading = list.opening.headings.indices.contains(cell) ? list.opening.headings[cell] : ""
            var column = Inspection.Column(
                cell: cell, letters: ColumnLetters.of(list.opening.separated[cell] ?? cell), heading: heading,
                column: id,
                kind: schema.map { Inspection.Kind($0.kind) }, basis: basis, confidence: nil, filled: figures.filled,
                shapes: figures.shapes.most(3))
            guard let schema else { return column }
            column.title = Self.title(schema)
            column.fitting = schema.kind == .text ? nil : figures.fitting
            column.confidence = Self.confidence(column)
            column.dateForms = Self.dateForms(figures.dates)
            column.unfit = schema.kind == .text ? 0 : figures.filled - figures.fitting
            column.unfitShapes = schema.kind == .text ? [] : figures.unfit.most(3)
            if let codes = figures.codes {
                column.codes = codes.mapped
                column.unmapped = codes.unmapped(survey.text)
            }
            return column
        }
    }

    private static func title(_ column: ListSchema.Column) -> Bilingual {
        let heading = column.headings.first ?? column.id
        let isNumber = column.kind == .nik || column.kind == .nkk
        return Bilingual(id: heading, en: isNumber ? heading : column.id.replacing("_", with: " "))
    }

    /// High: the heading names it and nine in ten cells agree. Low: less than half of the cells agree.
    private static func confidence(_ column: Inspection.Column) -> Inspection.Confidence {
        let isNamed = column.basis == .heading
        guard let fitting = column.fitting, column.filled > 0 else { return isNamed ? .high : .low }
        if fitting * 2 < column.filled { return .low }
        return isNamed && fitting * 10 >= column.filled * 9 ? .high : .medium
    }

    private static func dateForms(_ shapes: ShapeCounts) -> [Inspection.Shape] {
        var forms: [String: Int] = [:]
        for shape in shapes.all { forms[CellShape.dateForm(shape.shape), default: 0] += shape.count }
        return forms.map { Inspection.Shape(shape: $0.key, count: $0.value) }.sorted { left, right in
            left.count == right.count
                ? left.shape.utf8.lexicographicallyPrecedes(right.shape.utf8) : left.count > right.count
        }
    }
}

extension Inspection.Kind {
    fileprivate init(_ kind: ListSchema.Column.Kind) {
        self =
            switch kind {
            case .nik: .nik
            case .nkk: .nkk
            case .text: .text
            case .date: .date
            case .code: .code
            case .integer: .integer
            case .region, .regionPart: .region
            }
    }
}
