import Civil
import Columns
import Diagnostics
import Files
import Joining
import Linkage
import RoleLists
import Rules
import RunFolder
import Schema
import Tabular

/// The passes' findings put together.
struct CheckResult {
    private let context: RunContext
    let lists: [OpenList]
    private var listCounts: [Int: ListCounts] = [:]
    private var rejected: [RejectedRow]
    let tally: TallyTable
    let reasons: [String: Int]
    let weeks: [WeekRow]
    /// People still to be visited or called who had recorded before, by next step.
    let recordedBefore: [String: Int]
    let terms: RunTerms
    private let persons: JoinReport
    private let usable: [Int]
    private let regenciesWithout: Set<UInt16>
    let answers: RowAnswers

    init(
        _ context: RunContext, _ keys: KeyPass.Result, _ others: OtherListPass.Result, _ answers: RowAnswers,
        _ persons: JoinReport, _ decided: [DecidePass.Result], _ terms: RunTerms
    ) {
        self.context = context
        self.answers = answers
        lists = (context.people + context.others).sorted { $0.number < $1.number }
        for (place, list) in context.people.enumerated() {
            var counts = keys.counts[place]
            for result in decided {
                counts.used += result.decided[place]
                counts.add(result.counts[place])
            }
            listCounts[list.number] = counts
        }
        for (place, list) in context.others.enumerated() { listCounts[list.number] = others.counts[place] }
        rejected = (keys.rejected + others.rejected).sorted { left, right in
            // Names without data may be people: they stand first.
            let (isNamed, isOther) = (left.problem == .skippedName, right.problem == .skippedName)
            return isNamed == isOther ? (left.list, left.row) < (right.list, right.row) : isNamed
        }
        tally = Tally.table(decided.map(\.tally), terms, context.tpsTexts)
        var reasons: [String: Int] = [:]
        for result in decided {
            for (verdict, persons) in zip(result.verdicts.verdicts, result.verdicts.persons) {
                for (place, reason) in context.ruleset.reasons.enumerated()
                where verdict.reasons >> UInt64(place) & 1 == 1 {
                    reasons[reason.id, default: 0] += persons
                }
            }
        }
        self.reasons = reasons
        weeks = WeekCounts.rows(decided.map(\.weeks))
        recordedBefore = Self.recordedBefore(decided, context.ruleset)
        self.terms = terms
        self.persons = persons
        usable = keys.usable
        regenciesWithout = AreasWithoutRecordings.regencies(context, keys, persons)
    }

    private static func recordedBefore(_ decided: [DecidePass.Result], _ ruleset: Ruleset) -> [String: Int] {
        var people: [String: Int] = [:]
        for result in decided {
            for (number, count) in result.recordedBefore {
                let verdict = result.verdicts.verdicts[number]
                let (outcome, step) = (Int(verdict.outcome), Int(verdict.nextStep))
                guard ruleset.outcomes.indices.contains(outcome), ruleset.outcomes[outcome].flagged,
                    ruleset.nextSteps.indices.contains(step)
                else { continue }
                people[ruleset.nextSteps[step].id, default: 0] += count
            }
        }
        return people
    }

    var ruleset: Ruleset { context.ruleset }

    var threads: Int { context.threads }

    var populationRows: RowCounts {
        context.people.map { rows($0) }.reduce(RowCounts(), +)
    }

    func rows(_ list: OpenList) -> RowCounts {
        let counts = listCounts[list.number] ?? ListCounts()
        return RowCounts(
            read: counts.read, used: counts.used, leftOut: counts.leftOut, rejected: counts.rejected,
            skipped: counts.skipped)
    }

    /// Whether any row was rejected or any word is in no table.
    var hasDataProblems: Bool {
        listCounts.values.contains { counts in
            counts.rejected > 0 || counts.causes.contains { $0.key.hasPrefix("unmapped_") && $0.value > 0 }
        }
    }

    /// Each list with the cells of its date columns.
    var dates: [(list: OpenList, dates: [String: DateFigures])] {
        lists.map { ($0, listCounts[$0.number]?.dates ?? [:]) }
    }

    var counts: [String: Int] {
        ["people": persons.people]
    }

    func inputReports(_ opened: [OpenList], _ options: CheckOptions, _ sha: [String: String]) -> [InputReport] {
        opened.map { list in
            let dialect = list.opening.dialect
            return InputReport(
                role: list.role.id, path: list.given.path, list: list.name, bytes: list.source.size,
                sha256: sha[list.source.path], delimiter: list.sheet == nil ? dialect.delimiterName : "",
                quoting: list.sheet == nil && dialect.quoting,
                lineEnd: list.sheet == nil ? dialect.newline.rawValue : "", sheet: list.sheet,
                encoding: dialect.encoding(foreignCells: foreignCells(list)).rawValue,
                headingRow: list.opening.headingRow == 0 ? nil : list.opening.headingRow,
                headerMap: list.map.sorted { $0.value < $1.value }.map { column, cell in
                    let headings = list.opening.headings
                    return InputReport.MappedColumn(
                        column: column, heading: headings.indices.contains(cell) ? headings[cell] : "")
                },
                region: list.givenRegion.isUnknown ? nil : list.givenRegion.description, map: list.given.map,
                isPopulation: list.role.rows == .person, rows: rows(list),
                counts: listCounts[list.number]?.causes ?? [:])
        }
    }

    /// `rejected.csv`: every row that was not decided.
    func writeRejected(
        to directory: RunDirectory, as form: SpreadsheetForm?, _ language: Language
    ) throws(Failure) -> OutputReport {
        var table = CSVText(heading: ["list", "row", "column", "code", "message"])
        let byNumber = Dictionary(lists.map { ($0.number, $0) }) { first, _ in first }
        for row in rejected {
            guard let list = byNumber[row.list] else { continue }
            table.append(list.name)
            table.append(row.row)
            table.append("")
            table.append(row.problem.id)
            table.append(row.problem.message(found: row.cells, expected: list.text.width).text(in: language))
            table.endLine()
        }
        AnswerFindings(self).append(to: &table, language)
        var report = try directory.write("rejected.csv", table.bytes(for: form))
        report.guardedCells = table.guardedCells
        return report
    }

    func warnings(_ options: CheckOptions) -> [Finding] {
        var warnings = AreasWithoutRecordings.findings(context, regenciesWithout, context.ruleset.regionNames)
        warnings += OverlapWarnings(names: context.people.map(\.name), usable: usable).of(persons.overlaps)
        if let asOf = options.asOf, asOf < context.ruleset.votingDay {
            for list in context.others {
                guard let known = list.role.knownSince, list.cell(known) == nil else { continue }
                warnings.append(
                    Finding(
                        code: "undated_list", severity: .warning,
                        message: Self.undated(asOf, strikes: context.ruleset.strikes(list.role)),
                        location: SourceLocation(file: list.path)))
            }
        }
        warnings += AnswerFindings(self).warnings
        if let notes = NobodyFindings.notes(rejected) { warnings.append(notes) }
        if populationRows.used == 0 { warnings.append(NobodyFindings.nobodyDecided) }
        warnings += RegionFindings.all(context.people) { listCounts[$0.number] ?? ListCounts() }
        for list in lists {
            warnings += unmapped(list)
            warnings += DateFindings.all(list, listCounts[list.number]?.dates ?? [:])
            if let warning = SpreadsheetEnd.warning(list) { warnings.append(warning) }
            let foreign = foreignCells(list)
            guard foreign > 0 else { continue }
            warnings.append(
                Finding(
                    code: "windows_1252", severity: .warning,
                    message: Bilingual(
                        id: "\(foreign) sel bukan UTF-8 dan dibaca sebagai Windows-1252",
                        en:
                            "\(foreign) \(Plural.of(foreign, "cell is not UTF-8 and is", "cells are not UTF-8 and are")) read as Windows-1252"
                    ),
                    remedy: Bilingual(id: "periksa nama yang beraksen", en: "look at names with accents"),
                    location: SourceLocation(file: list.path)))
        }
        return warnings
    }

    /// What may be wrong where rows count that were perhaps not known yet: people struck, or made ready, too early.
    private static func undated(_ asOf: CivilDate, strikes: Bool) -> Bilingual {
        let known = Bilingual(
            id: "daftar ini tanpa tanggal: semua barisnya dianggap sudah diketahui pada \(asOf), jadi ",
            en: "this list has no dates: all its rows count as known on \(asOf), so ")
        let harm =
            strikes
            ? Bilingual(
                id: "orang mungkin tercatat tidak memenuhi syarat terlalu awal",
                en: "people may count as not eligible too early")
            : Bilingual(
                id: "orang mungkin tercatat siap terlalu awal", en: "people may count as ready too early")
        return Bilingual(id: known.indonesian + harm.indonesian, en: known.english + harm.english)
    }

    private func foreignCells(_ list: OpenList) -> Int {
        listCounts[list.number]?.causes["windows_1252_cells"] ?? 0
    }

    /// Words outside a code table: never guessed, so whoever reads the result must know of them.
    private func unmapped(_ list: OpenList) -> [Finding] {
        let causes = listCounts[list.number]?.causes ?? [:]
        return list.role.columns.compactMap { column in
            guard column.kind == .code, let count = causes["unmapped_\(column.id)"], count > 0 else { return nil }
            let cell = list.cell(column.id)
            let hasHeading = list.opening.headingRow > 0
            let heading = cell.flatMap { cell in
                hasHeading && list.opening.headings.indices.contains(cell) ? list.opening.headings[cell] : nil
            }
            let table = context.ruleset.codeTable(of: column.id, role: list.role.id)
            let shown = heading.map { HeadingText.shown($0) } ?? cell.map { ColumnLetters.of($0) } ?? column.id
            return Finding(
                code: "unmapped_code", severity: .warning,
                message: Bilingual(
                    id:
                        "kolom \(shown): \(count) sel berisi kata yang belum dikenal (\(table.indonesian)); tidak ditebak"
                        + (column.otherCode == nil ? "" : ": orangnya mungkin belum dapat dipastikan"),
                    en:
                        "column \(shown): \(count) \(Plural.of(count, "cell holds a word", "cells hold words")) not known yet (\(table.english)); never guessed"
                        + (column.otherCode == nil ? "" : ": these people may come out as not yet verified")),
                remedy: Bilingual(
                    id: "lihat dengan: siappilih inspect \(CommandWord.of(list.path))",
                    en: "look with: siappilih inspect \(CommandWord.of(list.path))"),
                location: SourceLocation(
                    file: list.sheet.map { "\(list.path)#\($0)" } ?? list.path,
                    row: hasHeading ? list.opening.headingRow : nil,
                    column: cell.map { ColumnLetters.of(list.opening.separated[$0] ?? $0) }))
        }
    }
}
