/// One row of another list that joins a NIK.
struct OtherRow: Sendable {
    /// The list's place among the inputs, and the row's in it.
    struct Place: Hashable, Sendable {
        let file: Int
        let row: Int
    }

    let place: Place
    let role: String
    let row: ListRow
    let columns: Set<String>
    /// The day that says since when the row is known; nil where undated or no date.
    let day: Day?

    init(_ row: ListRow, of file: ListFile, at place: Place) {
        self.place = place
        self.row = row
        role = file.role
        columns = file.columns
        day = DateCell(row[OtherRow.dateColumn(of: file.role)]).day
    }

    /// A cell; nil where the list has no such column.
    func cell(_ column: String) -> String? {
        columns.contains(column) ? row[column] : nil
    }

    /// "A row dated after the as-of date is not yet known; so is one dated after the voting day." An undated one counts.
    func isKnown(on asOf: Day, votingDay: Day) -> Bool {
        day.map { $0 <= asOf && $0 <= votingDay } ?? true
    }

    /// Whether the cells say anything at all: an answer that contributes nothing, and a finding that is none, do not.
    var saysSomething: Bool {
        switch role {
        case "reply": Codes.code(row["answer"], Codes.answer) != nil
        case "field_findings": FindingCell(row["code"]) != .nothing
        default: true
        }
    }

    /// "It has a name and a birth date, and both differ from the person's: the names are not alike, and the dates are
    /// unequal and not day and month swapped." Where a name has no letter or a date is no real day, it counts.
    func isAnother(than person: PersonRow) -> Bool {
        guard Text.hasLetter(row["name"]), Text.hasLetter(person.row["name"]) else { return false }
        guard let own = DateCell(row["birth_date"]).day, let persons = person.birth.day else { return false }
        let isSwapped = own.year == persons.year && own.month == persons.day && own.day == persons.month
        return own != persons && !isSwapped && !Likeness.areAlike(row["name"], person.row["name"])
    }

    private static func dateColumn(of role: String) -> String {
        switch role {
        case "recordings": "recorded_on"
        case "suket": "issued_on"
        case "reply": "answered_on"
        default: "date"
        }
    }
}
