import ReportData
import Rules
import RunFolder
import Tabular

/// One sheet of the recapitulation: areas down, outcomes or codes across, totals apart from the data.
struct RecapTable {
    private let source: ReportSource
    private let areas: [AreaTable.Area]
    private let hasStations: Bool
    private let frame: SheetFrame
    let columns: [Column]

    /// A column of figures.
    struct Column {
        var heading: String
        /// In characters; a word of the heading that is longer would be cut.
        var width: Double
        /// A share is written in ten-thousandths.
        var isShare = false
        var figure: (PeopleCounts) -> Int?

        init(_ heading: String, width: Double = 11, _ figure: @escaping (PeopleCounts) -> Int?) {
            self.heading = heading
            let longest = heading.split(separator: " ").map(\.count).max() ?? 0
            self.width = max(width, Double(longest + 1))
            self.figure = figure
        }
    }

    init(_ source: ReportSource, areas: [AreaTable.Area], hasStations: Bool, isCodes: Bool, frame: SheetFrame) {
        self.source = source
        self.areas = areas
        self.hasStations = hasStations
        self.frame = frame
        columns = isCodes ? Self.codes(source) : Self.outcomes(source)
    }

    private static func outcomes(_ source: ReportSource) -> [Column] {
        var columns = [Column(source.text("Jumlah orang", "People")) { $0.persons }]
        for (place, term) in source.areas.words.outcomes.enumerated() {
            columns.append(Column(source.text(term.title), width: 12) { $0.outcomes[place] })
        }
        columns.append(Column(source.text("Memenuhi syarat (penyebut)", "Eligible (denominator)")) { $0.eligible })
        columns.append(Column(source.text("Sudah rekam (pembilang)", "Recorded (numerator)")) { $0.recorded })
        var share = Column(source.text("Cakupan", "Coverage"), width: 9) {
            Coverage.tenThousandths(recorded: $0.recorded, eligible: $0.eligible)
        }
        share.isShare = true
        return columns + [share]
    }

    private static func codes(_ source: ReportSource) -> [Column] {
        var columns: [Column] = []
        for (place, term) in source.areas.words.codes.enumerated() {
            columns.append(Column("\(term.code) \(source.text(term.title))", width: 9) { $0.codes[place] })
        }
        columns.append(Column(source.text("L", "Men"), width: 9) { $0.men })
        columns.append(Column(source.text("P", "Women"), width: 9) { $0.women })
        columns.append(Column(source.text("L/P tidak diketahui", "Sex not known"), width: 9) { $0.ofUnknownSex })
        columns.append(Column(source.text("Jumlah", "All"), width: 9) { $0.persons })
        for (place, term) in source.areas.words.outcomes.enumerated() where term.bySex {
            let title = source.text(term.title)
            columns.append(Column("\(title) " + source.text("L", "men"), width: 9) { $0.male[place] })
            columns.append(Column("\(title) " + source.text("P", "women"), width: 9) { $0.female[place] })
        }
        columns.append(Column(source.text("Pemilih pemula", "First-time voters"), width: 9) { $0.firstTime })
        columns.append(
            Column(source.text("Pemula yang perlu ditindaklanjuti", "First-time, need follow-up"), width: 9) {
                $0.firstTimeFlagged
            })
        return columns
    }

    func fill(_ sheet: SheetWriter, title: String) {
        let voting = LongDate.text(source.ruleset.votingDay, source.language)
        let top = frame.open(
            sheet, title: title,
            lines: [
                source.text(source.election.title) + " · "
                    + source.text("pemungutan suara \(voting)", "voting day \(voting)")
            ])
        let labels =
            [source.text("Kode", "Code"), source.text("Wilayah", "Region")]
            + (hasStations ? [source.text("No. TPS", "Polling station")] : [])
        sheet.setWidths([13, 24] + (hasStations ? [7] : []) + columns.map(\.width))
        sheet.setHeight(62, row: top)
        for (column, heading) in (labels + columns.map(\.heading)).enumerated() {
            sheet.text(heading, top, column, SheetFrame.heading)
        }
        for (index, area) in areas.enumerated() {
            let row = top + 1 + index
            sheet.text(area.code, row, 0, RecapStyle.word)
            sheet.text(source.name(area.code), row, 1, RecapStyle.word)
            if hasStations { sheet.text(area.station.isEmpty ? "-" : area.station, row, 2, RecapStyle.word) }
            write(area.totals, sheet, row, from: labels.count, isBold: false)
        }
        sheet.filter(rows: top...top + areas.count, columns: 0...labels.count + columns.count - 1)
        // A blank row keeps the totals out of sorting and filtering.
        let last = top + areas.count + 2
        let bold = RecapStyle.word.with { $0.isBold = true }
        sheet.text("", last, 0, bold)
        sheet.text(source.text("Seluruhnya", "All"), last, 1, bold)
        if hasStations { sheet.text("", last, 2, bold) }
        write(source.areas.total, sheet, last, from: labels.count, isBold: true)
        sheet.freeze(rows: top + 1, columns: labels.count)
        sheet.setPage(frame.page(heading: top...top))
        frame.close(sheet, row: last + 2, column: max(2, labels.count + columns.count - 4))
    }

    private func write(_ totals: PeopleCounts, _ sheet: SheetWriter, _ row: Int, from first: Int, isBold: Bool) {
        for (index, column) in columns.enumerated() {
            let style = (column.isShare ? RecapStyle.share : RecapStyle.figure).with { $0.isBold = isBold }
            if column.isShare {
                sheet.share(column.figure(totals), row, first + index, style)
            } else if let figure = column.figure(totals) {
                sheet.integer(figure, row, first + index, style)
            }
        }
    }
}
