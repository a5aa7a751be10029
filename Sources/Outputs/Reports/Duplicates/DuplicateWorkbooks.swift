import Civil
import Columns
import Diagnostics
import Files
import ReportData
import RunFolder

/// Writes who shares a NIK, side by side, whatever became of them: a workbook per kabupaten, in which rows of other
/// kabupaten that bear the same NIK stand too.
///
/// Memory: sixteen bytes a row, the people of one kabupaten, and those whose NIK stands in several.
struct DuplicateWorkbooks {
    private static let columns = PersonColumn.allCases.filter { ![.recordedOn, .status, .nextStep].contains($0) }

    private let source: ReportSource
    private let book: DuplicateWorkbook
    private var books: WaitingWorkbooks
    /// Rows whose NIK stands in several kabupaten, with their NIK and kabupaten.
    private var wandering = PersonRows(Self.columns)
    private var wanderers: [(nik: UInt64, kabupaten: String)] = []
    /// By NIK that stands in several kabupaten: places among `wanderers`.
    private var places: [UInt64: [Int]] = [:]
    /// People in `duplicates.csv`.
    private(set) var people = 0

    /// Nil where the run has no list of them.
    init?(of source: ReportSource, to directory: RunDirectory, threads: Int) {
        guard source.run.has(PersonTable.duplicates.rawValue) else { return nil }
        self.source = source
        let book = DuplicateWorkbook(source)
        self.book = book
        books = WaitingWorkbooks(in: directory, threads: threads) {
            (people, kabupaten, place, scratch) throws(FileError) in
            try book.write(people, kabupaten: kabupaten, at: place, scratch: scratch)
        }
    }

    var outputs: [OutputReport] { books.outputs }

    /// - Throws: `.input` where a row has no NIK that could be shared.
    mutating func write() throws(Failure) {
        try findWanderers()
        let rows = try table()
        var area: (kabupaten: String, people: PersonRows, niks: [UInt64])?
        while try rows.next() {
            let kabupaten = Self.kabupaten(rows)
            if let done = area, done.kabupaten != kabupaten {
                try add(done.people, done.niks, done.kabupaten)
                area = nil
            }
            var open = area ?? (kabupaten, PersonRows(Self.columns), [])
            area = nil
            open.people.append(rows)
            open.niks.append(try nik(rows))
            area = open
        }
        if let area { try add(area.people, area.niks, area.kabupaten) }
        try books.writeAll()
    }

    private func table() throws(Failure) -> TableRows<PersonColumn> {
        try source.run.people(.duplicates, Self.columns)
    }

    private static func kabupaten(_ rows: TableRows<PersonColumn>) -> String {
        let region = rows.text(.region)
        return region.utf8.count >= 4 ? String(region.prefix(4)) : ""
    }

    private func nik(_ rows: TableRows<PersonColumn>) throws(Failure) -> UInt64 {
        guard case .value(let nik) = NIK.read(rows.bytes(.nik).span) else { throw rows.unfit(.nik) }
        return nik.value
    }

    /// Reads the list twice: which NIKs stand in several kabupaten, then their rows.
    private mutating func findWanderers() throws(Failure) {
        var seen: [(nik: UInt64, kabupaten: UInt64)] = []
        var rows = try table()
        while try rows.next() {
            seen.append((try nik(rows), UInt64(Self.kabupaten(rows)) ?? .max))
        }
        people = seen.count
        seen.sort { $0 < $1 }
        for (one, next) in zip(seen, seen.dropFirst()) where one.nik == next.nik && one.kabupaten != next.kabupaten {
            places[one.nik] = []
        }
        if places.isEmpty { return }
        rows = try table()
        while try rows.next() {
            let nik = try nik(rows)
            guard places[nik] != nil else { continue }
            places[nik]?.append(wanderers.count)
            wanderers.append((nik, Self.kabupaten(rows)))
            wandering.append(rows)
        }
    }

    /// Hands over the people of a kabupaten in the order of their NIKs, none of which is parted between two workbooks
    /// unless more bear it than a workbook takes.
    private mutating func add(_ people: PersonRows, _ niks: [UInt64], _ kabupaten: String) throws(Failure) {
        var part = PersonRows(Self.columns)
        let order = niks.indices.sorted { (niks[$0], $0) < (niks[$1], $1) }
        var next = 0
        while next < order.count {
            let nik = niks[order[next]]
            let end = order[next...].firstIndex { niks[$0] != nik } ?? order.count
            let elsewhere = (places[nik] ?? []).filter { wanderers[$0].kabupaten != kabupaten }
            if part.count + end - next + elsewhere.count > WaitingWorkbooks.mostPeople {
                try close(&part, kabupaten)
            }
            for row in order[next..<end] {
                part.append(row, of: people)
                if part.count == WaitingWorkbooks.mostPeople { try close(&part, kabupaten) }
            }
            for row in elsewhere {
                part.append(row, of: wandering)
                if part.count == WaitingWorkbooks.mostPeople { try close(&part, kabupaten) }
            }
            next = end
        }
        try close(&part, kabupaten)
    }

    private mutating func close(_ part: inout PersonRows, _ kabupaten: String) throws(Failure) {
        if part.isEmpty { return }
        try books.add(
            part, region: kabupaten, named: "duplicates/" + (kabupaten.isEmpty ? "unknown" : kabupaten))
        part = PersonRows(Self.columns)
    }
}
