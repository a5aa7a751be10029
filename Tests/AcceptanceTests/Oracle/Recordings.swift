/// A recording that counts for a person.
struct Recording: Equatable, Sendable {
    /// Where it comes from: a row of a recordings list, the population list's own mark, or an answer of the office.
    enum Source: Sendable { case list, mark, answer }

    let statusClass: String
    /// The status as it is worded.
    let word: String
    let day: Day?
    let source: Source

    /// "A row of class unrecorded, not_required or unknown never displaces one of a class outside these three."
    var isWeak: Bool { ["unrecorded", "not_required", "unknown"].contains(statusClass) }
    var isCard: Bool { statusClass == "issued" || statusClass == "printed" }

    /// Most advanced first.
    static let order = [
        "issued", "printed", "printable", "captured", "disputed", "duplicate", "failed", "unrecorded",
        "not_required", "unknown",
    ]

    /// Undated is older than any.
    static func isLater(_ one: Day?, than other: Day?) -> Bool {
        guard let one else { return false }
        return other.map { one > $0 } ?? true
    }

    /// Whether this one decides rather than another row of the lists.
    func decides(over other: Recording) -> Bool {
        if isWeak != other.isWeak { return !isWeak }
        if day != other.day { return Recording.isLater(day, than: other.day) }
        if statusClass != other.statusClass {
            return Recording.order.first { [statusClass, other.statusClass].contains($0) } == statusClass
        }
        return word.utf8.lexicographicallyPrecedes(other.word.utf8)
    }
}

/// The recordings that count for a person, and the one among them that decides.
struct Recordings: Sendable {
    let deciding: Recording?
    private let all: [Recording]

    /// - Parameters:
    ///   - rows: of recordings lists, or the one that the population list's mark stands for.
    ///   - answers: what answers of the office contribute.
    init(rows: [Recording], answers: [Recording]) {
        all = rows + answers
        let best = rows.reduce(nil) { (best: Recording?, row) in
            best.map { row.decides(over: $0) ? row : $0 } ?? row
        }
        // "tercetak" stands above "sudah rekam": both are the office's word, undated.
        let answer = answers.first { $0.statusClass == "printed" } ?? answers.first
        deciding = answer.map { Recordings.answerStands($0, above: best) ? $0 : best ?? $0 } ?? best
    }

    /// "An answer stands above every row of class failed, duplicate, disputed, unrecorded, not_required, unknown or
    /// none, and above the list's mark B; `tercetak` also above captured and printable."
    private static func answerStands(_ answer: Recording, above row: Recording?) -> Bool {
        switch row?.statusClass {
        case "issued", "printed": false
        case "captured", "printable": answer.statusClass == "printed"
        default: true
        }
    }

    /// `recording_contradicted`, `card_before`, `status_unknown`.
    var findings: Set<String> {
        guard let deciding else { return [] }
        var findings: Set<String> = []
        let saysNone = all.filter { ["unrecorded", "not_required"].contains($0.statusClass) }
        if saysNone.contains(where: { Recording.isLater($0.day, than: deciding.day) }) {
            findings.insert("recording_contradicted")
        }
        let isBelowACard = ["captured", "printable", "disputed", "duplicate", "failed"].contains(deciding.statusClass)
        if isBelowACard && all.contains(where: \.isCard) { findings.insert("card_before") }
        if deciding.statusClass == "unknown" { findings.insert("status_unknown") }
        return findings
    }

    /// Days of what shows that somebody was alive: any class but unrecorded, not_required, unknown.
    var days: [Day] { all.filter { !$0.isWeak }.compactMap(\.day) }

    /// Days of rows, and of a mark, of class captured, printable, printed or issued.
    var daysRecorded: [Day?] {
        all.filter { $0.source != .answer }.filter {
            ["captured", "printable", "printed", "issued"].contains($0.statusClass)
        }.map(\.day)
    }
}
