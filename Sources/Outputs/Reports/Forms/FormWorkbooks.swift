import Civil
import Columns
import Diagnostics
import Files
import ReportData
import Rules
import RunFolder

/// Writes one form: a workbook per desa or kelurahan, in folders by kabupaten and kecamatan.
struct FormWorkbooks {
    let source: ReportSource
    let form: ListForm
    let table: PersonTable
    let folder: String
    private var books: WaitingWorkbooks
    private var counts: [String: Int] = [:]

    /// - Parameter parent: the folder in which the form's own stands, with a `/` at its end.
    init(
        _ form: ListForm, of source: ReportSource, masking: Masking, in parent: String = "",
        to directory: RunDirectory, threads: Int
    ) {
        self.form = form
        self.source = source
        switch form.kind {
        case .potentialVoters: (table, folder) = (.flagged, parent + "form-ac")
        case .struckOff: (table, folder) = (.ineligible, parent + "form-ab")
        }
        let book = FormWorkbook(form, of: source, masking: masking)
        books = WaitingWorkbooks(in: directory, threads: threads) {
            (people, region, place, scratch) throws(FileError) in
            try book.write(people, region: region, at: place, scratch: scratch)
        }
    }

    var outputs: [OutputReport] { books.outputs }

    /// - Throws: `.input` where the people of the table are not those of the summary.
    mutating func write() throws(Failure) {
        let rows = try source.run.people(table, PersonRows.columns)
        var people = PersonRows()
        var region = ""
        while try rows.next() {
            let next = rows.text(.region)
            if !people.isEmpty, next != region || people.count == WaitingWorkbooks.mostPeople {
                try books.add(people, region: region, named: name(region))
                people = PersonRows()
            }
            region = next
            let code = rows.text(.code)
            guard let number = UInt8(code), form.codes.contains(number) else {
                throw ReportSource.disagreement("\(source.run.path)/\(table.rawValue)")
            }
            counts[code, default: 0] += 1
            people.append(rows)
        }
        if !people.isEmpty { try books.add(people, region: region, named: name(region)) }
        try books.writeAll()
        for code in form.codes where counts[String(code)] ?? 0 != source.figures.count(code: code) {
            throw ReportSource.disagreement("\(source.run.path)/\(table.rawValue)")
        }
    }

    /// `form-ac/1271/127190/1271901001 Suka Maju`.
    private func name(_ region: String) -> String {
        func part(_ length: Int) -> String {
            region.utf8.count >= length ? String(region.prefix(length)) : "unknown"
        }
        return "\(folder)/\(part(4))/\(part(6))/\(RegionFileName.of(part(10), source.names))"
    }
}
