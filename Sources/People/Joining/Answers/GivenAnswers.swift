import Civil
import Linkage

/// Answers of the field and the office as their lists give them, before anybody has looked whether the rows they speak of
/// still hold the same people. They are few beside the people, and stay in memory.
public struct GivenAnswers: Sendable {
    struct Answer: Sendable {
        /// `RowAnswers.key` of the row it speaks of.
        var person: UInt64
        /// Number of the list it stands on, and its row there.
        var list: Int
        var row: Int
        /// Of the name beside it; 0 = none.
        var name: UInt64
        /// The NIK beside it, as written: whole, masked, or whatever the list holds.
        var nik: [UInt8]
        /// Whether it says that the person is right.
        var confirms: Bool
        /// Of what it gives to a role: the role's id, and the place among `rows` of that role; nil where it gives nothing.
        var gives: (role: String, place: Int)?
        var by: String
        var on: CivilDate?
    }

    /// By the row they speak of, then in the order given.
    private(set) var answers: [Answer] = []
    /// What they give to other roles, by role; keys are those of the rows they speak of.
    private(set) var rows: [String: EvidenceRows] = [:]
    /// Answers that speak of no row of the lists given.
    private(set) var refused: [RefusedAnswer] = []

    public init() {}

    public var isEmpty: Bool { answers.isEmpty }

    mutating func add(_ answer: Answer) { answers.append(answer) }

    mutating func refuse(_ answer: RefusedAnswer) { refused.append(answer) }

    /// Keeps a row for `role`; returns its place.
    mutating func keep(_ row: EvidenceRows, _ place: Int, for role: String) -> Int {
        if rows[role] == nil {
            var empty = row
            empty.removeAll()
            rows[role] = empty
        }
        rows[role]?.append(row, place, name: 0)
        return (rows[role]?.count ?? 1) - 1
    }

    /// Adds what another thread read.
    mutating func add(_ other: GivenAnswers) {
        let before = rows.mapValues(\.count)
        for var answer in other.answers {
            if let (role, place) = answer.gives { answer.gives = (role, place + (before[role] ?? 0)) }
            answers.append(answer)
        }
        for (role, more) in other.rows {
            if rows[role] == nil { rows[role] = more } else { rows[role]?.append(contentsOf: more) }
        }
        refused += other.refused
    }

    /// To be called once every list was read.
    mutating func seal() { answers.sort { ($0.person, $0.list, $0.row) < ($1.person, $1.list, $1.row) } }

    /// Places of the answers that speak of rows `numbers` of the population list at `list`.
    func places(ofList list: Int, rows numbers: ClosedRange<Int>) -> Range<Int> {
        let first = lower(RowAnswers.key(list, numbers.lowerBound))
        return first..<max(first, lower(RowAnswers.key(list, numbers.upperBound) + 1))
    }

    private func lower(_ key: UInt64) -> Int {
        var (low, high) = (0, answers.count)
        while low < high {
            let middle = (low + high) / 2
            if answers[middle].person < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
