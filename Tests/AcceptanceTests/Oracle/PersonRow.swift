/// One row of a population list: the person to be decided, as far as the list itself tells.
struct PersonRow: Sendable {
    let row: ListRow
    let list: String
    let region: String
    let nik: NIKReading
    let birth: DateCell
    /// B, S or P; nil where there is no usable status.
    let marital: String?
    /// L or P.
    let sex: String?
    let mark: ListMark?
    let isForeigner: Bool

    init(_ row: ListRow, of file: ListFile) {
        self.row = row
        list = file.list
        region = RegionReading.region(of: row.cells, standingFor: file.standingRegion)
        nik = NIKReading(row["nik"])
        birth = DateCell(row["birth_date"])
        marital = Codes.code(row["marital_status"], Codes.marital)
        sex = Codes.code(row["sex"], Codes.sex)
        mark = ListMark(row["ktp_el"])
        isForeigner = Codes.code(row["citizenship"], Codes.citizenship) == "WNA"
    }

    var isOrWasMarried: Bool { marital == "S" || marital == "P" }

    /// Who a row means, among rows of one NIK: name and birth date, in normal form.
    var identity: Identity { Identity(row) }
}

/// Name and birth date in normal form; either empty where the cell is missing.
struct Identity: Hashable, Sendable {
    let name: String
    let birth: String

    init(_ row: ListRow) {
        let name = Text.normal(row["name"])
        self.name = Text.isMissing(name) ? "" : name
        switch DateCell(row["birth_date"]) {
        case .empty: birth = ""
        case .day(let day): birth = day.description
        case .unreadable: birth = Text.normal(row["birth_date"])
        }
    }
}

/// "A birth date is usable if it is a real date, not after the as-of date, and the person would be at most 120 on
/// polling day"; otherwise a finding says why, and a missing one says nothing.
enum BirthDate: Equatable, Sendable {
    case missing
    case usable(Day)
    case unusable(finding: String)

    init(_ cell: DateCell, asOf: Day, votingDay: Day) {
        switch cell {
        case .empty: self = .missing
        case .unreadable: self = .unusable(finding: "birth_date_invalid")
        case .day(let day):
            if day > asOf {
                self = .unusable(finding: "birth_date_future")
            } else if day.age(on: votingDay) > 120 {
                self = .unusable(finding: "birth_date_implausible")
            } else {
                self = .usable(day)
            }
        }
    }

    var day: Day? {
        if case .usable(let day) = self { return day }
        return nil
    }
}
