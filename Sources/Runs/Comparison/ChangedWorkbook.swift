import Civil
import Columns
import Diagnostics
import Files
import Rules
import RunFolder
import Tabular

/// `changed.xlsx`: who changed, by name, for the office: a sheet a kabupaten, in the order of `people.csv`.
///
/// Memory: the people of `chunk` at a time; the lists of both runs are read once for each.
struct ChangedWorkbook {
    static let fileName = "changed.xlsx"

    private static let chunk = 100_000
    /// Rows of a sheet of Excel.
    private static let mostRows = 1_048_576

    private let words: ChangedWords
    /// What stands above the heading: what it is, of which runs, and what to mind.
    private let lines: [String]
    private let footer: String
    private let created: Int

    private static let title = CellStyle(.text).with {
        $0.isBold = true
        $0.size = 14
    }
    /// Rows above the people: the lines, a blank one, the heading.
    private var top: Int { lines.count + 2 }

    init(_ words: ChangedWords, _ ruleset: Ruleset, _ before: Run, _ after: Run) {
        self.words = words
        let days = (before.manifest.identity.asOf, after.manifest.identity.asOf)
        let names = [before, after].map { String($0.name.prefix(16)) }
        lines = [
            words.say("Yang berubah dari \(days.0) ke \(days.1)", "Changes from \(days.0) to \(days.1)"),
            words.say(
                "Hasil \(names[0]) (data per \(days.0)) dan hasil \(names[1]) (data per \(days.1)); aturan \(ruleset.instrumentID).",
                "Run \(names[0]) (as of \(days.0)) and run \(names[1]) (as of \(days.1)); ruleset \(ruleset.instrumentID)."
            ),
            words.say(
                "Untuk kantor saja: nama dan NIK utuh. Orang dikenali dari NIK-nya; periksa kolom Perhatian sebelum bertindak.",
                "For the office alone: names and whole NIKs. People are known by their NIK; look at the column Mind before acting."
            ),
        ]
        footer = words.say(
            "Hasil \(names[1]) · aturan \(ruleset.instrumentID) · data per \(days.0) dan \(days.1) · SiapPilih",
            "Run \(names[1]) · ruleset \(ruleset.instrumentID) · as of \(days.0) and \(days.1) · SiapPilih")
        created = Int(ruleset.asOf.dayNumber) * 86_400
    }

    /// Writes the workbook into the folder.
    ///
    /// - Returns: what was written, and how many of the people no list of either run names.
    func write(
        _ changes: SortedRows, _ lists: ChangedPeople, to folder: RunDirectory
    ) throws(Failure) -> (output: OutputReport, nameless: Int) {
        let shown = "\(folder.path)/\(Self.fileName)"
        func output<Made>(_ body: () throws(FileError) -> Made) throws(Failure) -> Made {
            do throws(FileError) { return try body() } catch { throw error.outputFailure(shown: shown) }
        }
        let place = try folder.place(for: Self.fileName)
        let book = try output { () throws(FileError) in
            try WorkbookWriter(
                creating: place, scratch: folder.scratch,
                properties: WorkbookProperties(title: Self.fileName, comments: footer, created: created),
                memory: .rowByRow)
        }
        var (changes, lists) = (changes, lists)
        var nameless = 0
        var sheet: (kabupaten: UInt64, writer: SheetWriter, row: Int)?
        while true {
            let people = try take(&changes)
            if people.isEmpty { break }
            let found = try lists.find(people)
            for person in people {
                let kabupaten = DiffRegion.kabupaten(person.region)
                if sheet?.kabupaten != kabupaten || sheet.map({ $0.row >= Self.mostRows }) ?? true {
                    if let sheet { close(sheet.writer, sheet.row) }
                    let writer = try output { () throws(FileError) in try book.addSheet(words.sheet(kabupaten)) }
                    open(writer)
                    sheet = (kabupaten, writer, top)
                }
                guard let open = sheet else { continue }
                let (before, after) = (
                    person.before.flatMap { found[.init(isLater: false, verdict: $0)] },
                    person.after.flatMap { found[.init(isLater: true, verdict: $0)] }
                )
                if before == nil, after == nil { nameless += 1 }
                add(person, before, after, to: open.writer, open.row)
                sheet?.row += 1
            }
        }
        if let sheet { close(sheet.writer, sheet.row) }
        let written = try output { () throws(FileError) in try book.finish(digest: true) }
        return (folder.adopt(Self.fileName, written), nameless)
    }

    private func take(_ changes: inout SortedRows) throws(Failure) -> [DiffedPerson] {
        var people: [DiffedPerson] = []
        while people.count < Self.chunk, let change = try changes.next() { people.append(DiffedPerson(change)) }
        return people
    }

    private func open(_ sheet: SheetWriter) {
        sheet.setWidths(ChangedColumn.all.map(\.width))
        for (row, line) in lines.enumerated() {
            sheet.text(line, row, 0, row == 0 ? Self.title : CellStyle(.text))
        }
        let heading = top - 1
        sheet.setHeight(40, row: heading)
        for (place, column) in ChangedColumn.all.enumerated() {
            sheet.text(words.heading(column), heading, place, CellStyle.listHeading)
        }
        sheet.freeze(rows: top, columns: ChangedColumn.frozen)
        var page = PageSetup()
        page.repeatedRows = heading...heading
        // On one page the letters would be too small to read; who it is stands on both.
        page.pagesAcross = 2
        page.repeatedColumns = 0...ChangedColumn.frozen - 1
        page.footer = footer
        page.pageWords = (words.say("Halaman", "Page"), words.say("dari", "of"))
        sheet.setPage(page)
    }

    private func add(
        _ person: DiffedPerson, _ before: ChangedPeople.Cells?, _ after: ChangedPeople.Cells?, to sheet: SheetWriter,
        _ row: Int
    ) {
        let texts = ChangedColumn.all.map { words.text($0, of: person, before, after) }
        let lines = zip(texts, ChangedColumn.all).map { text, column in
            (text.count + Int(column.width) - 1) / max(1, Int(column.width) - 1)
        }
        sheet.setHeight(Double(min(12, max(1, lines.max() ?? 1))) * 12 + 3, row: row)
        for (place, text) in texts.enumerated() { sheet.text(text, row, place, CellStyle.listBody) }
    }

    private func close(_ sheet: SheetWriter, _ row: Int) {
        sheet.filter(rows: top - 1...max(top - 1, row - 1), columns: 0...ChangedColumn.all.count - 1)
    }
}
