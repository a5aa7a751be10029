import Columns
import Diagnostics
import Files
import ReportData
import RunFolder

/// Writes the requests to the population office, a workbook per kabupaten. The filled-in workbook is read again as the list
/// that contributes to others (`--reply`).
struct RequestWorkbooks {
    let source: ReportSource
    private let book: RequestWorkbook
    private var books: WaitingWorkbooks
    private var written = 0

    /// Nil where the rules describe no request, or no list as which it could come back.
    init?(of source: ReportSource, to directory: RunDirectory, threads: Int) {
        guard let book = RequestWorkbook(of: source) else { return nil }
        self.source = source
        self.book = book
        books = WaitingWorkbooks(in: directory, threads: threads) {
            (people, kabupaten, place, scratch) throws(FileError) in
            try book.write(people, kabupaten: kabupaten, at: place, scratch: scratch)
        }
    }

    var outputs: [OutputReport] { books.outputs }

    /// - Throws: `.input` where not everybody who is flagged stands on a request.
    mutating func write() throws(Failure) {
        let rows = try source.run.people(.flagged, PersonRows.columns)
        var people = PersonRows()
        var kabupaten = ""
        while try rows.next() {
            let region = rows.text(.region)
            let next = region.utf8.count >= 4 ? String(region.prefix(4)) : ""
            if !people.isEmpty, next != kabupaten || people.count == WaitingWorkbooks.mostPeople {
                try add(people, kabupaten)
                people = PersonRows()
            }
            kabupaten = next
            people.append(rows)
        }
        if !people.isEmpty { try add(people, kabupaten) }
        try books.writeAll()
        if written != source.areas.total.flagged {
            throw ReportSource.disagreement("\(source.run.path)/\(PersonTable.flagged.rawValue)")
        }
    }

    private mutating func add(_ people: PersonRows, _ kabupaten: String) throws(Failure) {
        for row in 0..<people.count { written += book.sheets(people, row) }
        try books.add(people, region: kabupaten, named: "dukcapil/" + (kabupaten.isEmpty ? "unknown" : kabupaten))
    }
}
