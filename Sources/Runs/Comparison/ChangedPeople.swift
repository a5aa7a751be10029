import Columns
import Diagnostics
import Rules
import RunFolder

/// What the lists of people of both runs say of those who changed. `persons.csv` has no names; who was ready both times
/// stands in no other list.
struct ChangedPeople {
    /// Where the row of a person stands: a run, then list and row as in a verdict.
    struct Place: Hashable {
        var isLater: Bool
        var row: UInt64

        init(isLater: Bool, verdict: UInt64) {
            self.isLater = isLater
            row = verdict >> 16
        }
    }

    /// Cells of a person by column.
    typealias Cells = [PersonColumn: String]

    static let columns: [PersonColumn] = [
        .nik, .name, .birthDate, .address, .rt, .rw, .tps, .nextStep,
    ]

    private let before: Run
    private let after: Run
    private let terms: DiffTerms
    private var lists: NumberedTexts

    /// - Parameter lists: as their numbers stand in verdicts.
    init(_ before: Run, _ after: Run, _ terms: DiffTerms, lists: NumberedTexts) {
        self.before = before
        self.after = after
        self.terms = terms
        self.lists = lists
    }

    /// Cells of people as the lists of the later run have them, and of those whom it does not name as the earlier has.
    mutating func find(_ people: [DiffedPerson]) throws(Failure) -> [Place: Cells] {
        let later = try find(people.compactMap(\.after), isLater: true)
        let unnamed = people.filter { person in
            person.after.map { later[Place(isLater: true, verdict: $0)] == nil } ?? true
        }
        return later.merging(try find(unnamed.compactMap(\.before), isLater: false)) { one, _ in one }
    }

    /// Reads those lists alone that people of such outcomes stand in.
    private mutating func find(_ verdicts: [UInt64], isLater: Bool) throws(Failure) -> [Place: Cells] {
        var wanted: [PersonTable: Set<Place>] = [:]
        for verdict in verdicts {
            let outcome = terms.outcomes[DiffPerson.outcome(verdict)]
            let table: PersonTable = outcome.flagged ? .flagged : outcome.eligible ? .duplicates : .ineligible
            wanted[table, default: []].insert(Place(isLater: isLater, verdict: verdict))
        }
        let run = isLater ? after : before
        var found: [Place: Cells] = [:]
        for table in [PersonTable.flagged, .ineligible, .duplicates] {
            try look(for: &wanted[table, default: []], in: table, of: run, isLater, &found)
        }
        // Who needs nothing stands on no list, but for cards that wait.
        try look(for: &wanted[.duplicates, default: []], in: .collect, of: run, isLater, &found)
        return found
    }

    private mutating func look(
        for wanted: inout Set<Place>, in table: PersonTable, of run: Run, _ isLater: Bool,
        _ found: inout [Place: Cells]
    ) throws(Failure) {
        guard !wanted.isEmpty, run.has(table.rawValue) else { return }
        let rows = try run.people(table, [.list, .row] + Self.columns)
        while try rows.next() {
            guard let row = rows.number(.row), row <= 0xFFFF_FFFF else { throw rows.unfit(.row) }
            let list = lists.number(rows.bytes(.list))
            let verdict = DiffPerson.verdict(list: list, row: row, outcome: 0, code: 0)
            guard let place = wanted.remove(Place(isLater: isLater, verdict: verdict)) else { continue }
            found[place] = Cells(uniqueKeysWithValues: Self.columns.map { ($0, rows.text($0)) })
        }
    }
}
