import Columns
import Diagnostics
import Files
import ReportData
import Rules
import RunFolder

/// Writes the lists of every kecamatan. Both tables of the run come in the order of regions: a few kecamatan at a time are
/// in memory, and written side by side.
struct FieldLists {
    private let context: OutreachContext
    private let folder: RunDirectory
    private let words: FieldWords
    private var office: OfficeWorkbook
    private(set) var counts = ListCounts()
    /// Rows of `collect.csv`.
    private(set) var collected = 0
    private var outputs: [OutputReport] = []
    private var waiting: [KecamatanPeople] = []
    private var waitingPeople = 0

    /// Kecamatan, and about how many people, that wait to be written together.
    private static let most = (kecamatan: 32, people: 60_000)

    init(_ context: OutreachContext, in folder: RunDirectory) throws(Failure) {
        self.context = context
        self.folder = folder
        words = FieldWords(context)
        office = try OfficeWorkbook(context, in: folder)
    }

    mutating func write() throws(Failure) -> [OutputReport] {
        var flagged = PeopleReader(try context.run.people(.flagged, FieldPerson.columns))
        var collect = PeopleReader(try context.run.people(.collect, FieldPerson.columns))
        try advance(&flagged)
        try advance(&collect)
        while let region = Self.first(flagged.kecamatan, collect.kecamatan) {
            var people: [FieldPerson] = []
            while flagged.kecamatan == region, let person = flagged.person {
                people.append(person)
                try advance(&flagged)
            }
            while collect.kecamatan == region, let person = collect.person {
                people.append(person)
                collected += 1
                counts.cards += 1
                try advance(&collect)
            }
            try add(KecamatanPeople(region: region, people: people), people.count)
        }
        try writeWaiting()
        do throws(FileError) {
            outputs.append(try office.finish(folder))
        } catch {
            throw error.outputFailure(shown: "\(folder.path)/\(OfficeWorkbook.name)")
        }
        return outputs
    }

    /// Counts people, puts the questions among them to the office, and has their lists written with others'.
    private mutating func add(_ people: KecamatanPeople, _ count: Int) throws(Failure) {
        for desa in people.desa {
            counts.visit += desa.visit.count
            counts.handOut += desa.handOut.count
            counts.office += desa.office.count
            counts.firstTime += desa.everyone.count(where: \.isFirstTime)
            counts.elderly += desa.everyone.count(where: context.isElderly)
            counts.failed += desa.everyone.count(where: \.isFailed)
            do throws(FileError) {
                for person in desa.office { try office.add(person) }
            } catch {
                throw error.outputFailure(shown: "\(folder.path)/\(OfficeWorkbook.name)")
            }
        }
        waiting.append(people)
        waitingPeople += count
        if waiting.count >= Self.most.kecamatan || waitingPeople >= Self.most.people { try writeWaiting() }
    }

    private mutating func writeWaiting() throws(Failure) {
        let (context, scratch) = (context, folder.scratch)
        var books: [(name: String, people: KecamatanPeople, isOfDesa: Bool)] = []
        for kecamatan in waiting {
            let name = Self.path(kecamatan.region)
            books.append((name, kecamatan, false))
            // Whoever is to go to one desa needs the people of no other; who is met in the office is met there.
            for desa in kecamatan.desa where desa.region.utf8.count == 10 && !(desa.visit + desa.handOut).isEmpty {
                books.append(
                    ("\(name)/\(RegionFileName.of(desa.region, context.names))", KecamatanPeople(desa), true))
            }
        }
        let all = books
        let written = try folder.makeAbreast(all.map { "\($0.name).xlsx" }, threads: context.options.threads) {
            (number, place) throws(FileError) in
            let (_, people, isOfDesa) = all[number]
            let book = try KecamatanWorkbook.write(
                people, context, isOfDesa: isOfDesa, at: place, scratch: scratch)
            return (book: book, table: isOfDesa ? nil : KecamatanTable.bytes(people, context))
        }
        for (book, made) in zip(all, written) {
            outputs.append(folder.adopt("\(book.name).xlsx", made.book))
            if let table = made.table { outputs.append(try folder.write("\(book.name).csv", table)) }
        }
        self.waiting = []
        waitingPeople = 0
    }

    /// `1271/127190`, `1271/unknown`, `12/unknown`, `unknown/unknown`: a file of its own for every region.
    static func path(_ region: String) -> String {
        (region.isEmpty ? "unknown" : String(region.prefix(4))) + "/" + (region.utf8.count >= 6 ? region : "unknown")
    }

    private mutating func advance(_ reader: inout PeopleReader) throws(Failure) {
        let fieldWork = context.fieldWork
        try reader.advance { rows in
            FieldPerson(rows, words) { step in
                fieldWork.visitSteps.contains(step)
                    ? .visit : fieldWork.handOutSteps.contains(step) ? .handOut : .office
            }
        }
    }

    /// The earlier of two regions in the order of the tables: by digits, unknown last.
    private static func first(_ one: String?, _ other: String?) -> String? {
        guard let one, let other else { return one ?? other }
        if one.isEmpty || other.isEmpty { return one.isEmpty ? other : one }
        return other.utf8.lexicographicallyPrecedes(one.utf8) ? other : one
    }
}

/// A table of people with the next person in hand.
private struct PeopleReader {
    private let rows: TableRows<PersonColumn>
    private(set) var person: FieldPerson?

    init(_ rows: TableRows<PersonColumn>) { self.rows = rows }

    /// The kecamatan of the person in hand, or as much of it as is known; nil at the end.
    var kecamatan: String? { person.map { String($0.region.prefix(6)) } }

    mutating func advance(_ read: (TableRows<PersonColumn>) -> FieldPerson) throws(Failure) {
        person = try rows.next() ? read(rows) : nil
    }
}
