/// A recording: its class and, where the cell says so, its day.
struct Recording: Sendable {
    let statusClass: String
    /// The status as its list words it.
    let status: String
    let day: Day?

    /// Whether this one stands against another of the same NIK: later day, none the oldest; on one day the
    /// more advanced class; of one class the status whose word comes first, so that the order of rows is no
    /// matter.
    func stands(against other: Recording) -> Bool {
        if day != other.day {
            guard let day else { return false }
            guard let otherDay = other.day else { return true }
            return day > otherDay
        }
        let order = Codes.recordingOrder
        let (mine, others) = (order.firstIndex(of: statusClass) ?? 99, order.firstIndex(of: other.statusClass) ?? 99)
        return mine == others ? status < other.status : mine < others
    }
}

/// What the other lists say of one NIK, as far as it is known on the as-of date.
struct KnownOfPerson: Sendable {
    var recording: Recording?
    var hasSuket = false
    var isDead = false
    var hasMoved = false
    var isImpaired = false
    var institutions: Set<String> = []
    var revokedUntil: [DateCell] = []
    var fieldCodes: Set<Int> = []

    /// Every recording met, the one that stands among them.
    var recordings: [Recording] = []

    mutating func add(_ new: Recording) {
        recordings.append(new)
        if let old = recording, !new.stands(against: old) { return }
        recording = new
    }

    /// Takes in one row of a list; false when the row has no effect and is left out.
    mutating func take(_ row: ListRow, of file: ListFile, asOf: Day, votingDay: Day) -> Bool {
        if let day = DateCell(row[KnownOfPerson.dateColumn(of: file.role)]).day {
            if day > asOf || day > votingDay { return false }
        }
        switch file.role {
        case "recordings":
            let statusClass = Codes.code(row["class"], Codes.recordingStatus) ?? "unknown"
            add(Recording(statusClass: statusClass, status: row["class"], day: DateCell(row["recorded_on"]).day))
        case "suket":
            hasSuket = true
        case "deaths":
            isDead = true
        case "moved":
            hasMoved = true
        case "impaired":
            isImpaired = true
        case "revoked":
            revokedUntil.append(DateCell(row["until"]))
        case "military":
            if Text.trimmed(row["institution"]).isEmpty {
                institutions.insert("TNI")
            } else {
                guard let code = Codes.code(row["institution"], Codes.institution) else { return false }
                institutions.insert(code)
            }
        case "field_findings":
            guard let code = Int(Text.trimmed(row["code"])), (1...10).contains(code) else { return false }
            fieldCodes.insert(code)
        case "reply":
            switch Codes.code(row["answer"], Codes.answer) {
            case "suket": hasSuket = true
            case "recorded":
                add(Recording(statusClass: "captured", status: row["answer"], day: DateCell(row["answered_on"]).day))
            default: return false
            }
        default:
            return false
        }
        return true
    }

    /// The column that says since when a row of a list is known.
    private static func dateColumn(of role: String) -> String {
        switch role {
        case "recordings": "recorded_on"
        case "suket": "issued_on"
        case "reply": "answered_on"
        case "deaths", "moved", "revoked", "impaired", "field_findings": "date"
        default: ""
        }
    }
}
