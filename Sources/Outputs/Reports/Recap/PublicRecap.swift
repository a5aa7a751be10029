import Columns
import Diagnostics
import Files
import Page
import ReportData
import Rules
import RunFolder
import Tabular

/// The recapitulation for everybody: the numbers of the page beside it and no others, hidden where they are hidden there.
struct PublicRecap {
    private let source: ReportSource
    private let official: OfficialTotals
    private let figures: PageFigures
    private let frame: SheetFrame

    init(_ source: ReportSource, official: OfficialTotals, page: ReportPage) {
        self.source = source
        self.official = official
        figures = page.numbers
        frame = SheetFrame(source, stamp: page.stamp)
    }

    private static let hidden = RecapStyle.word.with { $0.alignment = .center }

    func write(to directory: RunDirectory) throws(Failure) -> OutputReport {
        let name = RecapWorkbook.name
        let place = try directory.place(for: name)
        do throws(FileError) {
            let desa = source.areas.areas(.desa)
            let book = try WorkbookWriter(
                creating: place, scratch: directory.scratch, properties: frame.properties(title: title),
                memory: desa.count > 20_000 ? .rowByRow : .whole)
            whole(try book.addSheet(source.text("Ringkasan", "Summary")))
            for (word, level) in [
                (source.text("Kabupaten", "Kabupaten"), AreaTable.Level.kabupaten),
                (source.text("Kecamatan", "Kecamatan"), .kecamatan), (source.text("Desa", "Desa"), .desa),
            ] {
                let areas = level == .desa ? desa : source.areas.areas(level)
                if !areas.isEmpty { table(try book.addSheet(word), word, areas, level) }
            }
            return directory.adopt(name, try book.finish(digest: true))
        } catch {
            throw error.outputFailure(shown: "\(directory.path)/\(name)")
        }
    }

    private var title: String {
        source.text("Rekapitulasi kesiapan pemilih", "Recapitulation of voters' readiness")
    }

    private var lines: [String] {
        let voting = LongDate.text(source.ruleset.votingDay, source.language)
        return [
            source.text(source.election.title) + " · "
                + source.text("pemungutan suara \(voting)", "voting day \(voting)"),
            source.text(
                "Untuk umum: <5 = 1 sampai 4 orang; ·· = ditutup agar angka lain tidak terbuka",
                "For the public: <5 = 1 to 4 people; ·· = hidden so that no other number is given away"),
        ]
    }

    private func write(_ figure: Figure, _ sheet: SheetWriter, _ row: Int, _ column: Int) {
        if let value = figure.value {
            sheet.integer(value, row, column, RecapStyle.figure)
        } else {
            sheet.text(figure.text(source.language), row, column, Self.hidden)
        }
    }

    /// A share only where it and what is left of the whole may be seen.
    private func share(
        _ part: Figure, of whole: Figure, rest: Figure, _ sheet: SheetWriter, _ row: Int, _ column: Int
    ) {
        guard let part = part.value, let whole = whole.value, rest.value != nil else {
            sheet.text(Figure.withheld.text(source.language), row, column, Self.hidden)
            return
        }
        sheet.share(Coverage.tenThousandths(recorded: part, eligible: whole), row, column, RecapStyle.share)
    }

    private func headings(_ sheet: SheetWriter, _ row: Int, _ texts: [String]) {
        for (column, heading) in texts.enumerated() { sheet.text(heading, row, column, SheetFrame.heading) }
    }

    /// Outcomes and totals of the whole, and how it stands to published totals.
    private func whole(_ sheet: SheetWriter) {
        sheet.setWidths([46, 15, 15, 15, 15, 15, 15])
        var row = frame.open(sheet, title: title, lines: lines)
        let first = row
        headings(sheet, row, [source.text("Hasil", "Outcome"), source.text("Jumlah", "People")])
        row += 1
        for term in source.areas.words.outcomes {
            sheet.text(source.text(term.title), row, 0, RecapStyle.word)
            write(figures.outcome(term.id), sheet, row, 1)
            row += 1
        }
        row += 1
        for (word, total) in [
            (source.text("Seluruhnya", "All"), Total.persons), (source.text("Memenuhi syarat", "Eligible"), .eligible),
            (source.text("Sudah rekam", "Recorded"), .recorded),
            (
                source.text("Belum tercakup (memenuhi syarat - sudah rekam)", "Not covered (eligible - recorded)"),
                .notRecorded
            ),
        ] {
            sheet.text(word, row, 0, RecapStyle.word)
            write(figures.total(total), sheet, row, 1)
            row += 1
        }
        sheet.text(
            source.text("Cakupan (sudah rekam / memenuhi syarat)", "Coverage (recorded / eligible)"), row, 0,
            RecapStyle.word)
        share(
            figures.total(.recorded), of: figures.total(.eligible), rest: figures.total(.notRecorded), sheet, row, 1)
        if !official.lines.isEmpty { row = published(sheet, row + 2) }
        sheet.setPage(frame.page(heading: first...first, isLandscape: false))
        frame.close(sheet, row: row + 2, column: 2)
        sheet.open()
    }

    private func published(_ sheet: SheetWriter, _ start: Int) -> Int {
        headings(
            sheet, start,
            [
                source.text("Wilayah", "Region"), source.text("Memenuhi syarat", "Eligible"),
                source.text("Resmi", "Official"), source.text("Selisih", "Difference"),
                source.text("Sudah rekam", "Recorded"), source.text("Resmi", "Official"),
                source.text("Selisih", "Difference"),
            ])
        var row = start
        for code in [""] + source.areas.areas(.kabupaten).map(\.code).filter({ !$0.isEmpty }) {
            guard let line = official.lines[code] else { continue }
            row += 1
            sheet.text(
                code.isEmpty ? source.text("Seluruhnya", "All") : "\(code) \(source.name(code))", row, 0,
                RecapStyle.word)
            for (column, total, theirs) in [(1, Total.eligible, line.eligible), (4, .recorded, line.recorded)] {
                let ours = code.isEmpty ? figures.total(total) : figures.area(code, total)
                write(ours, sheet, row, column)
                guard let theirs else { continue }
                sheet.integer(theirs, row, column + 1, RecapStyle.figure)
                if let ours = ours.value {
                    sheet.integer(
                        ours - theirs, row, column + 2,
                        CellStyle(.change).with {
                            $0.hasBorder = true
                            $0.size = 10
                        })
                }
            }
        }
        return row
    }

    private func table(_ sheet: SheetWriter, _ word: String, _ areas: [AreaTable.Area], _ level: AreaTable.Level) {
        let top = frame.open(sheet, title: "\(title): \(word)", lines: lines)
        sheet.setWidths([13, 28, 14, 14, 14, 11])
        sheet.setHeight(32, row: top)
        headings(
            sheet, top,
            [
                source.text("Kode", "Code"), source.text("Wilayah", "Region"),
                source.text("Memenuhi syarat", "Eligible"), source.text("Sudah rekam", "Recorded"),
                source.text("Belum tercakup", "Not covered"), source.text("Cakupan", "Coverage"),
            ])
        for (index, area) in areas.enumerated() {
            let row = top + 1 + index
            sheet.text(area.code, row, 0, RecapStyle.word)
            sheet.text(source.name(area.code), row, 1, RecapStyle.word)
            line({ figures.area(area.code, $0, level: level) }, sheet, row)
        }
        sheet.filter(rows: top...top + areas.count, columns: 0...5)
        // A blank row keeps the totals out of sorting and filtering.
        let last = top + areas.count + 2
        sheet.text("", last, 0, RecapStyle.word)
        sheet.text(source.text("Seluruhnya", "All"), last, 1, RecapStyle.word)
        line({ figures.total($0) }, sheet, last)
        sheet.freeze(rows: top + 1, columns: 2)
        sheet.setPage(frame.page(heading: top...top, isLandscape: false))
        frame.close(sheet, row: last + 2, column: 2)
    }

    private func line(_ figure: (Total) -> Figure, _ sheet: SheetWriter, _ row: Int) {
        for (column, total) in [Total.eligible, .recorded, .notRecorded].enumerated() {
            write(figure(total), sheet, row, column + 2)
        }
        share(figure(.recorded), of: figure(.eligible), rest: figure(.notRecorded), sheet, row, 5)
    }
}
