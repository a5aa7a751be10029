import Columns
import Diagnostics
import Files
import ReportData
import Tabular

/// Writes one workbook of people who share NIKs, on any thread.
struct DuplicateWorkbook: Sendable {
    private let source: ReportSource
    private let frame: SheetFrame
    private let words: DuplicateWords

    init(_ source: ReportSource) {
        self.source = source
        frame = SheetFrame(source)
        words = DuplicateWords(source)
    }

    /// - Parameter people: rows of one NIK follow each other.
    func write(
        _ people: PersonRows, kabupaten: String, at place: String, scratch: String
    ) throws(FileError) -> OutputFile.Written {
        let book = try WorkbookWriter(
            creating: place, scratch: scratch, properties: frame.properties(title: DuplicateWords.title(source)),
            memory: people.count > 2_000 ? .rowByRow : .whole)
        let sheet = try book.addSheet(source.text("NIK ganda", "Shared NIKs"))
        DuplicateSheet(source, words).fill(sheet, frame, people, kabupaten)
        return try book.finish(digest: true)
    }
}
