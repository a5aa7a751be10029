import Columns
import Diagnostics
import Files
import ReportData
import Tabular

/// Writes the recapitulation: the whole and its reconciliation, then a sheet of outcomes and one of codes for each level.
struct RecapWorkbook {
    let source: ReportSource
    let official: OfficialTotals
    private let frame: SheetFrame

    static let name = "recap.xlsx"

    init(_ source: ReportSource, official: OfficialTotals) {
        self.source = source
        self.official = official
        frame = SheetFrame(source)
    }

    func write(to directory: RunDirectory) throws(Failure) -> OutputReport {
        let stations = source.areas.hasStations ? source.areas.stations() : []
        let place = try directory.place(for: Self.name)
        do throws(FileError) {
            let book = try WorkbookWriter(
                creating: place, scratch: directory.scratch, properties: frame.properties(title: title),
                memory: stations.count > 20_000 ? .rowByRow : .whole)
            RecapSummary(source, official: official, frame: frame).fill(
                try book.addSheet(source.text("Ringkasan", "Summary")))
            let levels: [(String, [AreaTable.Area])] = [
                (source.text("Kabupaten", "Kabupaten"), source.areas.areas(.kabupaten)),
                (source.text("Kecamatan", "Kecamatan"), source.areas.areas(.kecamatan)),
                (source.text("Desa", "Desa"), source.areas.areas(.desa)),
                (source.text("Per TPS", "Stations"), stations),
            ]
            for (word, areas) in levels where !areas.isEmpty {
                let isStation = areas.contains { !$0.station.isEmpty }
                RecapTable(source, areas: areas, hasStations: isStation, isCodes: false, frame: frame)
                    .fill(try book.addSheet(word), title: "\(title): \(word)")
                RecapTable(source, areas: areas, hasStations: isStation, isCodes: true, frame: frame)
                    .fill(
                        try book.addSheet(source.text("\(word) kode", "\(word) codes")),
                        title: source.text("\(title): \(word), kode dan L/P", "\(title): \(word), codes and sex"))
            }
            return directory.adopt(Self.name, try book.finish(digest: true))
        } catch {
            throw error.outputFailure(shown: "\(directory.path)/\(Self.name)")
        }
    }

    private var title: String {
        source.text("Rekapitulasi kesiapan pemilih", "Recapitulation of voters' readiness")
    }
}
