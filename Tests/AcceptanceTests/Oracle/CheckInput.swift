/// One election as the second reading knows it.
struct Election: Hashable, Sendable {
    let id: String
    let votingDay: Day

    static let pilkada2017 = Election(id: "pilkada-2017", votingDay: Day("2017-02-15"))
    static let pilkada2018 = Election(id: "pilkada-2018", votingDay: Day("2018-06-27"))
    static let pemilu2019 = Election(id: "pemilu-2019", votingDay: Day("2019-04-17"))
}

/// A readable row: its number in the file and its cells by column id.
struct ListRow: Sendable {
    let row: Int
    let cells: [String: String]

    subscript(_ column: String) -> String { cells[column] ?? "" }
}

/// One list as it was meant: the rows that are records, and those that are none with their code.
struct ListFile: Sendable {
    let role: String
    /// The name under which the results speak of it.
    let list: String
    let columns: Set<String>
    var rows: [ListRow]
    var setAside: [SetAside] = []
    var standingRegion: String?

    var read: Int { rows.count + setAside.count }
    var rejected: Int { setAside.count - skipped }
    var skipped: Int { setAside.filter { $0.code.hasPrefix("skipped_") }.count }
}

/// A row rejected or skipped.
struct SetAside: Hashable, Sendable {
    let row: Int
    let code: String
}

/// Everything a check is given.
struct CheckInput: Sendable {
    let election: Election
    let asOf: Day
    let files: [ListFile]
    var regions = RegionNames([])

    /// Whether a list of a role was given; what a reply contributes makes none.
    func isGiven(_ role: String) -> Bool {
        files.contains { $0.role == role }
    }
}
