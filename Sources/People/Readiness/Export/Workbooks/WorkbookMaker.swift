import Columns
import Diagnostics
import Files
import RunFolder
import Tabular

/// Writes one workbook of people, on any thread.
struct WorkbookMaker: Sendable {
    /// Where the lists lie, and where things may be put aside.
    let folder: String
    /// What messages call that folder.
    let shown: String
    let words: WorkbookWords
    /// At the foot of every page.
    let footer: String
    /// The only time in the file, in seconds since 1970.
    let created: Int
    let digests: Bool

    /// Writes some people of a list, which stands in region order.
    func write(
        _ table: PersonTable, _ people: Range<Int>, named name: String, at place: String
    ) throws(Failure) -> OutputFile.Written {
        let shown = "\(shown)/\(name)"
        func output<Made>(_ body: () throws(FileError) -> Made) throws(Failure) -> Made {
            do throws(FileError) { return try body() } catch { throw error.outputFailure(shown: shown) }
        }
        let rows = try TableRows<PersonColumn>("\(folder)/\(table.rawValue)", columns: PersonColumn.allCases)
        for _ in 0..<people.lowerBound { _ = try rows.next() }
        let book = try output { () throws(FileError) in
            try WorkbookWriter(
                creating: place, scratch: folder,
                properties: WorkbookProperties(title: name, comments: footer, created: created), memory: .rowByRow)
        }
        var sheet: (kabupaten: String, people: PeopleSheet)?
        for _ in people {
            guard try rows.next() else { break }
            let kabupaten = String(rows.text(.region).prefix(4))
            if sheet?.kabupaten != kabupaten {
                sheet?.people.finish()
                let new = try output { () throws(FileError) in try book.addSheet(words.sheet(kabupaten)) }
                sheet = (kabupaten, PeopleSheet(new, words, footer: footer))
            }
            sheet?.people.add(rows)
        }
        sheet?.people.finish()
        return try output { () throws(FileError) in try book.finish(digest: digests) }
    }
}
