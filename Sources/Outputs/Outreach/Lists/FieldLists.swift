import Columns
import Diagnostics
import Files
import Rules
import RunFolder

/// Writes the lists of every kecamatan. Both tables of the run come in the order of regions, so that one kecamatan at a
/// time is in memory.
struct FieldLists {
    private let context: OutreachContext
    private let folder: RunDirectory
    private let words: FieldWords
    private var office: OfficeWorkbook
    private(set) var counts = ListCounts()
    /// Rows of `collect.csv`.
    private(set) var collected = 0

    init(_ context: OutreachContext, in folder: RunDirectory) throws(Failure) {
        self.context = context
        self.folder = folder
        words = FieldWords(context)
        office = try OfficeWorkbook(context, in: folder)
    }

    mutating func write() throws(Failure) -> [OutputReport] {
        var outputs: [OutputReport] = []
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
            outputs += try write(KecamatanPeople(region: region, people: people))
        }
        do throws(FileError) {
            outputs.append(try office.finish(folder))
        } catch {
            throw error.outputFailure(shown: "\(folder.path)/\(OfficeWorkbook.name)")
        }
        return outputs
    }

    private mutating func write(_ people: KecamatanPeople) throws(Failure) -> [OutputReport] {
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
        let name = Self.path(people.region)
        return [
            try KecamatanWorkbook.write(people, context, name: "\(name).xlsx", to: folder),
            try KecamatanTable.write(people, context, name: "\(name).csv", to: folder),
        ]
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
