import Civil
import Columns
import Diagnostics
import Files
import ReportData
import Rules
import RunFolder
import Tabular

/// Writes one workbook of a form: the people of a desa or kelurahan, a sheet per polling station.
struct FormWorkbook: Sendable {
    private let source: ReportSource
    private let form: ListForm
    private let frame: SheetFrame
    private let sheets: FormSheet

    /// People from whom on the workbook is written row by row, without cells that are several cells high.
    private static let fewPeople = 2_000

    init(_ form: ListForm, of source: ReportSource, masking: Masking) {
        self.form = form
        self.source = source
        frame = SheetFrame(source)
        sheets = FormSheet(form, of: source, masking: masking, frame: frame)
    }

    func write(
        _ people: PersonRows, region: String, at place: String, scratch: String
    ) throws(FileError) -> OutputFile.Written {
        let isLarge = people.count > Self.fewPeople
        let book = try WorkbookWriter(
            creating: place, scratch: scratch, properties: frame.properties(title: title),
            memory: isLarge ? .rowByRow : .whole)
        var stations: [String: [Int]] = [:]
        for row in 0..<people.count { stations[Self.station(people.text(row, .tps)), default: []].append(row) }
        for station in stations.keys.sorted(by: StationOrder.precedes) {
            let wanted = station.isEmpty ? source.text("Tanpa TPS", "No TPS") : "TPS \(station)"
            let sheet = try book.addSheet(wanted)
            sheets.fill(
                sheet, people, stations[station] ?? [], region: region, station: station, merging: !isLarge)
        }
        return try book.finish(digest: true)
    }

    /// `1`, `01` and `001` are one polling station.
    static func station(_ text: String) -> String {
        guard let number = Int(text), number >= 0 else { return text }
        let digits = String(number)
        return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }

    private var title: String { source.text(form.title) }
}
