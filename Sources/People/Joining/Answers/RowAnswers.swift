import Civil
public import Linkage

/// What is known of single rows of the population lists by answers of the field and the office, whatever NIK they bear.
/// Nothing is joined: an answer is of the row it names.
public struct RowAnswers: Sendable {
    /// What one person answered on one day in one list, and how many of these answers count.
    public struct Source: Sendable, Hashable {
        /// Number of the list of answers.
        public var list: Int
        /// Empty where nobody is named, or no day.
        public var by: String
        public var on: String
    }

    /// `key` of each row that something is known of, in order, once.
    private var people: [UInt64] = []
    private var confirmed: Set<UInt64> = []
    /// NIKs under which somebody was confirmed: digests of the names of all who were.
    private var confirmedNIKs: [UInt64: Set<UInt64>] = [:]
    /// What answers give to other roles, sealed; keys are those of the rows they speak of.
    public private(set) var rows: [String: EvidenceRows] = [:]
    /// Answers that count for nobody, in the order of their lists.
    public private(set) var refused: [RefusedAnswer] = []
    /// How many answers count, by who gave them.
    public private(set) var sources: [Source: Int] = [:]

    public init() {}

    public var isEmpty: Bool { people.isEmpty }

    /// The number of a row: place of the population list, then the row as a spreadsheet shows it.
    static func key(_ list: Int, _ row: Int) -> UInt64 { UInt64(list) << 40 | UInt64(row) & 0xFF_FFFF_FFFF }

    static func list(of key: UInt64) -> Int { Int(key >> 40) }

    public static func row(of key: UInt64) -> Int { Int(key & 0xFF_FFFF_FFFF) }

    /// - Parameters:
    ///   - found: by a look at every row of the population lists.
    ///   - names: of the population lists, by place.
    ///   - columns: letters of the column that says of which row an answer speaks, by number of the list.
    init(_ given: GivenAnswers, _ found: AnswerCheck.Found, names: [String], columns: [Int: String]) {
        let (met, held) = (Set(found.met), Set(found.held))
        refused = given.refused
        var kept = given.rows
        for role in kept.keys { kept[role]?.removeAll() }
        for (place, answer) in given.answers.enumerated() {
            guard held.contains(place) else {
                let list = Self.list(of: answer.person)
                let name = names.indices.contains(list) ? names[list] : ""
                let row = Self.row(of: answer.person)
                refused.append(
                    RefusedAnswer(
                        list: answer.list, row: answer.row, column: columns[answer.list] ?? "",
                        cause: met.contains(place)
                            ? .otherPerson(list: name, row: row) : .noSuchRow(list: name, row: row)))
                continue
            }
            if people.last != answer.person { people.append(answer.person) }
            if answer.confirms { confirmed.insert(answer.person) }
            if let (role, row) = answer.gives, let rows = given.rows[role] { kept[role]?.append(rows, row, name: 0) }
            sources[Source(list: answer.list, by: answer.by, on: answer.on?.description ?? ""), default: 0] += 1
        }
        for role in kept.keys { kept[role]?.seal() }
        rows = kept
        for (nik, name) in found.confirmedNIKs { confirmedNIKs[nik, default: []].insert(name) }
        refused.sort { ($0.list, $0.row) < ($1.list, $1.row) }
    }

    /// `key` of the rows that something is known of, among rows `numbers` of the population list at `list`.
    public func people(ofList list: Int, rows numbers: ClosedRange<Int>) -> ArraySlice<UInt64> {
        let first = lower(Self.key(list, numbers.lowerBound))
        return people[first..<max(first, lower(Self.key(list, numbers.upperBound) + 1))]
    }

    private func lower(_ key: UInt64) -> Int {
        var (low, high) = (0, people.count)
        while low < high {
            let middle = (low + high) / 2
            if people[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether somebody looked the person of a row up, and they are right.
    public func isConfirmed(_ key: UInt64) -> Bool { confirmed.contains(key) }

    /// Whether somebody else than who bears a name (digest) is confirmed under a NIK.
    public func confirmsAnother(than name: UInt64, nik: UInt64) -> Bool {
        confirmedNIKs[nik]?.contains { $0 != name } ?? false
    }

    /// Whether anybody who bears some NIK is confirmed.
    public var confirmsNIKs: Bool { !confirmedNIKs.isEmpty }
}
