import Columns
import Diagnostics
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
    private static let tables: [PersonTable] = [.flagged, .ineligible, .collect, .duplicates]

    private let before: Run
    private let after: Run
    private var lists: NumberedTexts

    /// - Parameter lists: as their numbers stand in verdicts.
    init(_ before: Run, _ after: Run, lists: NumberedTexts) {
        self.before = before
        self.after = after
        self.lists = lists
    }

    /// Cells of the rows wanted, as far as some list has them.
    mutating func find(_ wanted: Set<Place>) throws(Failure) -> [Place: Cells] {
        var found: [Place: Cells] = [:]
        for (run, isLater) in [(before, false), (after, true)] {
            for table in Self.tables where run.has(table.rawValue) {
                let rows = try run.people(table, [.list, .row] + Self.columns)
                while try rows.next() {
                    guard let row = rows.number(.row), row <= 0xFFFF_FFFF else { throw rows.unfit(.row) }
                    let list = lists.number(rows.bytes(.list))
                    let verdict = DiffPerson.verdict(list: list, row: row, outcome: 0, code: 0)
                    let place = Place(isLater: isLater, verdict: verdict)
                    guard wanted.contains(place), found[place] == nil else { continue }
                    found[place] = Cells(uniqueKeysWithValues: Self.columns.map { ($0, rows.text($0)) })
                }
            }
        }
        return found
    }
}
