import ReportData
import Rules
import RunFolder
import Tabular

/// The first sheet of the recapitulation: the whole, whether it adds up, and how it stands to published totals.
struct RecapSummary {
    private let source: ReportSource
    private let official: OfficialTotals
    private let frame: SheetFrame

    init(_ source: ReportSource, official: OfficialTotals, frame: SheetFrame) {
        self.source = source
        self.official = official
        self.frame = frame
    }

    private static let open = RecapStyle.figure.with { $0.fill = 0xFFF8DC }
    private static let section = CellStyle(.text).with { $0.isBold = true }

    func fill(_ sheet: SheetWriter) {
        let voting = LongDate.text(source.ruleset.votingDay, source.language)
        sheet.setWidths([46, 15, 15, 15, 15, 15, 15, 15])
        var row = frame.open(
            sheet, title: source.text("Rekapitulasi kesiapan pemilih", "Recapitulation of voters' readiness"),
            lines: [
                source.text(source.election.title) + " · "
                    + source.text("pemungutan suara \(voting)", "voting day \(voting)")
            ])
        let first = row
        row = outcomes(sheet, row)
        row = sums(sheet, row + 1)
        row = published(sheet, row + 1)
        sheet.setPage(frame.page(heading: first...first, isLandscape: false))
        frame.close(sheet, row: row + 1, column: 2)
        sheet.open()
    }

    /// Outcomes of the whole, with a chart over them.
    private func outcomes(_ sheet: SheetWriter, _ start: Int) -> Int {
        let total = source.areas.total
        let headings = [
            source.text("Hasil", "Outcome"), source.text("Jumlah", "People"), source.text("L", "Men"),
            source.text("P", "Women"),
        ]
        for (column, heading) in headings.enumerated() { sheet.text(heading, start, column, SheetFrame.heading) }
        for (place, term) in source.areas.words.outcomes.enumerated() {
            let row = start + 1 + place
            sheet.text(source.text(term.title), row, 0, RecapStyle.word)
            for (column, number) in [total.outcomes[place], total.male[place], total.female[place]].enumerated() {
                sheet.integer(number, row, column + 1, RecapStyle.figure)
            }
        }
        let last = start + source.areas.words.outcomes.count
        var row = last + 2
        let lines: [(String, Int)] = [
            (source.text("Seluruhnya", "All"), total.persons),
            (source.text("Memenuhi syarat", "Eligible"), total.eligible),
            (source.text("Sudah rekam", "Recorded"), total.recorded),
            (
                source.text("Belum tercakup (memenuhi syarat - sudah rekam)", "Not covered (eligible - recorded)"),
                total.notRecorded
            ),
            (source.text("Pemilih pemula", "First-time voters"), total.firstTime),
            (
                source.text("Pemilih pemula yang perlu ditindaklanjuti", "First-time voters who need follow-up"),
                total.firstTimeFlagged
            ),
        ]
        for (word, number) in lines {
            sheet.text(word, row, 0, RecapStyle.word)
            sheet.integer(number, row, 1, RecapStyle.figure)
            row += 1
        }
        sheet.text(
            source.text("Cakupan (sudah rekam / memenuhi syarat)", "Coverage (recorded / eligible)"), row, 0,
            RecapStyle.word)
        let share = Coverage.tenThousandths(recorded: total.recorded, eligible: total.eligible)
        sheet.share(
            share, row, 1,
            CellStyle(.share).with {
                $0.hasBorder = true
                $0.size = 10
            })
        func cells(_ column: Int) -> SheetChart.Cells {
            SheetChart.Cells(sheet: sheet.name, column: column, rows: start + 1...last)
        }
        let title = source.text("Orang menurut hasil", "People by outcome")
        var chart = SheetChart(
            .bars, title: title,
            description: source.text("\(title); angkanya di tabel di atas", "\(title); figures in the table above"),
            series: [.init(name: title, categories: cells(0), values: cells(1), color: 0x2F6690)])
        chart.scale = (1.25, 1.0)
        sheet.insert(chart, row + 2, 0)
        return row + 18
    }

    /// Whether every row is accounted for, and every person.
    private func sums(_ sheet: SheetWriter, _ start: Int) -> Int {
        sheet.text(source.text("Rekonsiliasi", "Reconciliation"), start, 0, Self.section)
        let lines = Reconciliation(source).lines
        let headings = [
            source.text("Persamaan", "Equation"), source.text("Kiri", "Left"), source.text("Kanan", "Right"),
            source.text("Selisih", "Difference"),
        ]
        for (column, heading) in headings.enumerated() { sheet.text(heading, start + 1, column, SheetFrame.heading) }
        for (index, line) in lines.enumerated() {
            let row = start + 2 + index
            let (left, right) = line.values
            sheet.text(line.title, row, 0, RecapStyle.word)
            sheet.integer(left, row, 1, RecapStyle.figure)
            sheet.integer(right, row, 2, RecapStyle.figure)
            sheet.formula("=B\(row + 1)-C\(row + 1)", value: left - right, row, 3, RecapStyle.change)
        }
        return start + 2 + lines.count
    }

    /// Published totals beside ours: typed in here or given as a file. The differences are live.
    private func published(_ sheet: SheetWriter, _ start: Int) -> Int {
        sheet.text(
            source.text(
                "Dibandingkan dengan angka resmi (isi sel kuning)",
                "Compared with official totals (fill in yellow cells)"),
            start, 0, Self.section)
        let headings = [
            source.text("Wilayah", "Region"), source.text("Memenuhi syarat", "Eligible"),
            source.text("Resmi", "Official"),
            source.text("Selisih", "Difference"), source.text("Sudah rekam", "Recorded"),
            source.text("Resmi", "Official"),
            source.text("Selisih", "Difference"),
            source.text("Selisih di dalam angka resmi", "Difference within the official totals"),
        ]
        sheet.setHeight(32, row: start + 1)
        for (column, heading) in headings.enumerated() { sheet.text(heading, start + 1, column, SheetFrame.heading) }
        var lines: [(String, PeopleCounts, OfficialTotals.Line)] = [
            (source.text("Seluruhnya", "All"), source.areas.total, official.lines[""] ?? .init())
        ]
        for area in source.areas.areas(.kabupaten) {
            lines.append(
                (
                    "\(area.code) \(source.name(area.code))", area.totals,
                    area.code.isEmpty ? .init() : official.lines[area.code] ?? .init()
                ))
        }
        for (index, line) in lines.enumerated() {
            let row = start + 2 + index
            sheet.text(line.0, row, 0, RecapStyle.word)
            sheet.integer(line.1.eligible, row, 1, RecapStyle.figure)
            sheet.integer(line.1.recorded, row, 4, RecapStyle.figure)
            for (column, official, own) in [
                (2, line.2.eligible, line.1.eligible), (5, line.2.recorded, line.1.recorded),
            ] {
                if let official {
                    sheet.integer(official, row, column, Self.open)
                } else {
                    sheet.blank(row, column, Self.open)
                }
                let (ours, theirs) = (SheetColumn.letters(column - 1), SheetColumn.letters(column))
                sheet.formula(
                    "=IF(\(theirs)\(row + 1)=\"\",\"\",\(ours)\(row + 1)-\(theirs)\(row + 1))",
                    value: official.map { own - $0 }, row, column + 1, RecapStyle.change)
            }
            if let own = line.2.ownDifference {
                sheet.integer(own, row, 7, RecapStyle.change)
            } else {
                sheet.blank(row, 7, RecapStyle.change)
            }
        }
        return start + 2 + lines.count
    }
}
