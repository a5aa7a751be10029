import Columns
import Diagnostics
import Files
import Rules
import Tabular

/// `office.xlsx`: questions of identity and of earlier recordings, a sheet per kabupaten/kota, for the desk that has the
/// register at hand. People come in the order of regions.
struct OfficeWorkbook {
    private let context: OutreachContext
    private let book: WorkbookWriter
    private var sheet: FieldSheet?
    private var kabupaten = ""
    private var rows = 0

    static let name = "office.xlsx"

    init(_ context: OutreachContext, in folder: RunDirectory) throws(Failure) {
        self.context = context
        let place = try folder.place(for: Self.name)
        do throws(FileError) {
            // Row by row: a province has many of them.
            book = try WorkbookWriter(
                creating: place, scratch: folder.scratch,
                properties: .init(
                    title: context.say("Pertanyaan untuk kantor", "Questions for the office"),
                    comments: context.footer, created: context.created), memory: .rowByRow)
        } catch {
            throw error.outputFailure(shown: "\(folder.path)/\(Self.name)")
        }
    }

    mutating func add(_ person: FieldPerson) throws(FileError) {
        let area = person.region.utf8.count < 4 ? "" : String(person.region.prefix(4))
        if sheet == nil || area != kabupaten || rows >= KecamatanWorkbook.longest {
            close()
            try begin(area)
        }
        rows += 1
        let reasons = person.reasons.map { id in
            context.ruleset.reasons.first { $0.id == id }.map { context.text($0.title) } ?? String(id)
        }
        sheet?.add(
            ([
                String(rows), context.title(person.region), person.name, person.nik, person.sex,
                person.age.map(String.init) ?? "", person.address, person.rt, person.rw, person.tps,
                reasons.joined(separator: "; "), context.nextStep(person.nextStep), context.bring(person.nextStep),
            ] + context.answers.cells(person.origin)).map { .text($0) })
    }

    mutating func finish(_ folder: RunDirectory) throws(FileError) -> OutputReport {
        if sheet == nil { try begin("") }
        close()
        return folder.adopt(Self.name, try book.finish(digest: true))
    }

    /// Lets the answers of the sheet be chosen.
    private func close() {
        guard let sheet, rows > 0 else { return }
        let answers = context.answers
        answers.open(sheet.sheet, rows: sheet.row - rows...sheet.row - 1, from: columns.count - answers.ids.count)
    }

    private var columns: [FieldSheet.Column] {
        func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }
        return [
            .init("No", 6, centered: true), .init(say("Desa/kelurahan", "Desa/kelurahan"), 24),
            .init(say("Nama", "Name"), 26), .init(context.heading("nik"), 18), .init("L/P", 6, centered: true),
            .init(say("Umur", "Age"), 6, centered: true), .init(say("Alamat", "Address"), 24),
            .init("RT", 6, centered: true), .init("RW", 6, centered: true),
            .init(context.heading("tps"), 6, centered: true),
            .init(say("Sebab", "Reasons"), 40), .init(say("Langkah", "Next step"), 22),
            .init(say("Bawa", "Bring"), 22),
        ] + context.answers.columns
    }

    private mutating func begin(_ area: String) throws(FileError) {
        func say(_ indonesian: String, _ english: String) -> String { context.say(indonesian, english) }
        kabupaten = area
        rows = 0
        var sheet = FieldSheet(
            try book.addSheet(area.isEmpty ? say("Tanpa wilayah", "No region") : context.title(area)),
            columns: columns)
        sheet.line(
            say("PERTANYAAN UNTUK KANTOR", "QUESTIONS FOR THE OFFICE") + ": \(context.title(area))", FieldSheet.title)
        sheet.line(
            say("data per \(context.asOf)", "as known on \(context.asOf)"), FieldSheet.note)
        sheet.begin(rows: 0, footer: context.footer, pageWords: (say("Halaman", "Page"), say("dari", "of")))
        self.sheet = sheet
    }
}
