import Civil
public import Diagnostics
public import Files
import Workers

extension RunDirectory {
    /// Writes what is counted rather than listed: summary, tally, weeks and the three recaps.
    ///
    /// - Parameters:
    ///   - totals: of `tally`.
    ///   - weeks: in any order.
    ///   - threads: that make the tables; they are written one after the other.
    ///   - forSpreadsheets: whether the recaps are written as a spreadsheet opens them; the other tables are for
    ///     programs.
    public func writeSummaries(
        _ summary: RunSummary, tally: TallyTable, totals: RegionTotals, weeks: [WeekRow], threads: Int = 1,
        forSpreadsheets: Bool = false
    ) throws(Failure) -> [OutputReport] {
        var reports = [try write(RunFigures.fileName, summary.document)]
        // The longest first, so that the others are made meanwhile.
        let names = [TallyColumn.fileName, WeekColumn.fileName] + Recap.Level.allCases.reversed().map(\.fileName)
        let next = Counter()
        let parts = try Workers.run(min(threads, 2)) { () throws(Failure) in
            [(number: Int, table: CSVText)]()
        } _: { (made, _) throws(Failure) in
            while let number = next.next(below: names.count) {
                let table =
                    switch number {
                    case 0: Self.tallyTable(tally, terms: summary.terms)
                    case 1: Self.weekTable(weeks)
                    default:
                        Recap(totals, level: Recap.Level.allCases.reversed()[number - 2]).table(summary.terms)
                    }
                made.append((number, table))
            }
        }
        for (number, table) in parts.joined().sorted(by: { $0.number < $1.number }) {
            let isRecap = number >= names.count - Recap.Level.allCases.count
            let form = forSpreadsheets && isRecap ? RecapColumn.spreadsheetForm(summary.terms) : nil
            var report = try write(names[number], table.bytes(for: form))
            report.guardedCells = table.guardedCells
            reports.append(report)
        }
        return reports
    }

    static func tallyTable(_ tally: TallyTable, terms: RunTerms) -> CSVText {
        var table = CSVText(heading: TallyColumn.headings)
        table.reserve(tally.rows.count * 48)
        let stations = tally.stations.map { CSVText.Cells($0) }
        let sexes = terms.sexes
        let outcomes = terms.outcomes.map(\.id)
        // The cells between station and count: few, however long the table is.
        var kinds: [CSVText.Cells?] = Array(repeating: nil, count: sexes.count * outcomes.count * 512)
        var region: (code: RegionCode, cells: CSVText.Cells) = (.unknown, CSVText.Cells(""))
        for row in tally.rows where Int(row.outcome) < outcomes.count {
            if region.code != row.region { region = (row.region, CSVText.Cells(row.region.description)) }
            let group = Int(row.sex) * outcomes.count + Int(row.outcome)
            let kind = group << 9 | Int(row.kpuCode) << 1 | (row.firstTime ? 1 : 0)
            let cells =
                kinds[kind]
                ?? CSVText.Cells(
                    sexes[Int(row.sex)], outcomes[Int(row.outcome)],
                    row.kpuCode == 0 ? "" : String(row.kpuCode), row.firstTime ? "true" : "false")
            kinds[kind] = cells
            table.append(region.cells)
            table.append(stations[Int(row.station)])
            table.append(cells)
            table.append(row.persons)
            table.endLine()
        }
        return table
    }

    static func weekTable(_ weeks: [WeekRow]) -> CSVText {
        var table = CSVText(heading: WeekColumn.headings)
        // As a run gives them they are in order.
        let isOrdered = zip(weeks, weeks.dropFirst()).allSatisfy { !$1.precedes($0) }
        let ordered = isOrdered ? weeks : weeks.sorted { $0.precedes($1) }
        for row in ordered {
            table.append(row.region4)
            table.append(row.week)
            table.append(row.people)
            table.endLine()
        }
        return table
    }
}

extension WeekRow {
    fileprivate func precedes(_ other: WeekRow) -> Bool {
        region4 == other.region4
            ? week.utf8.lexicographicallyPrecedes(other.week.utf8) : RegionOrder.precedes(region4, other.region4)
    }
}
