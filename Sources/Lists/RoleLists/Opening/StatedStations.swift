import Civil
import Diagnostics
import Schema
import Tabular

/// Gives lists without a column of polling stations, and without a sheet's name that says one, the station that stands above
/// their heading, and says so.
enum StatedStations {
    static func take(_ lists: inout ArraySlice<OpenList>, _ path: String, _ words: HeadingWords) -> Finding? {
        var row: Int?
        for place in lists.indices where lists[place].defaultStation == nil && lists[place].cell("tps") == nil {
            guard lists[place].role.column("tps") != nil, let stated = stated(lists[place], words) else { continue }
            lists[place].defaultStation = stated.station
            row = row ?? stated.row
        }
        guard let row else { return nil }
        return Finding(
            code: "station_from_letterhead", severity: .warning,
            message: Bilingual(
                id: "tidak ada kolom TPS: TPS diambil dari baris di atas judul kolom",
                en: "there is no TPS column: the TPS is taken from the lines above the heading"),
            location: SourceLocation(file: path, row: row))
    }

    /// The one number that is stated, as it is written; nil for several.
    private static func stated(_ list: OpenList, _ words: HeadingWords) -> (station: String, row: Int)? {
        var found: (station: String, number: Int32, row: Int)?
        for (row, cells) in list.opening.above.enumerated() {
            for (label, value) in Letterhead.statements(cells)
            where words.columns(label, in: list.role).contains("tps") {
                guard let number = WholeNumber.read(Array(value.utf8).span), number > 0 else { return nil }
                if let found, found.number != number { return nil }
                found = (value, number, row + 1)
            }
        }
        return found.map { ($0.station, $0.row) }
    }
}
