/// The columns of a table of a run, declared once for what writes it and what reads it; raw values are their headings.
public protocol TableColumn: RawRepresentable<String>, CaseIterable, Equatable, Sendable {}

extension TableColumn {
    /// The heading line, in the order of the declaration.
    public static var headings: [String] { allCases.map(\.rawValue) }
}

/// `tally.csv`
public enum TallyColumn: String, TableColumn {
    case region, tps, sex, outcome
    case kpuCode = "kpu_code"
    case firstTime = "first_time"
    case persons

    public static let fileName = "tally.csv"
}

/// `recorded-by-week.csv`
public enum WeekColumn: String, TableColumn {
    case region4, week, people

    public static let fileName = "recorded-by-week.csv"
}

/// What every recap has of a region itself.
public enum RegionColumn: String, TableColumn {
    case region, name
}

/// The lists of people.
public enum PersonColumn: String, TableColumn {
    case list, row, nkk, nik, name
    case birthPlace = "birth_place"
    case birthDate = "birth_date"
    case maritalStatus = "marital_status"
    case sex, address, rt, rw, disability, region, tps, outcome
    case code = "kpu_code"
    case reasons
    case status = "recording_status"
    case recordedOn = "recorded_on"
    case nextStep = "next_step"

    /// Those of `persons.csv`, which has everyone; the other lists have all.
    public static let ofEveryone: [PersonColumn] = [.list, .row, .nik, .region, .outcome, .code, .reasons]
}

/// The lists of people of a run.
public enum PersonTable: String, Sendable {
    case flagged = "flagged.csv"
    case ineligible = "ineligible.csv"
    case collect = "collect.csv"
    /// Everyone whose NIK is listed more than once, whatever became of them.
    case duplicates = "duplicates.csv"
    /// Where answers of the field or the office were given.
    case corrections = "corrections.csv"
    /// With `--persons`.
    case everyone = "persons.csv"
}
