import Diagnostics

/// Pairs the rows of both runs that bear one key, counts what became of each pair, and keeps the changes.
struct DiffMatching {
    private(set) var tally: DiffTally
    /// Changes, to be written in the order of regions.
    var changes: RowSorter
    private let terms: DiffTerms
    private let reasons: [[Substring]]
    private var before: [DiffPerson] = []
    private var after: [DiffPerson] = []

    init(_ terms: DiffTerms, reasons: [String], spoolingIn directory: String, capacity: Int) {
        self.terms = terms
        self.reasons = reasons.map { $0.split(separator: ";") }
        tally = DiffTally(terms)
        changes = RowSorter(in: directory, capacity: capacity)
    }

    mutating func match(_ rows: SortedRows) throws(Failure) {
        var rows = rows
        while let row = try rows.next() {
            let person = DiffPerson(row)
            if let other = before.first ?? after.first, other.kind != person.kind || other.key != person.key {
                try settle()
            }
            if person.isLater { after.append(person) } else { before.append(person) }
        }
        try settle()
    }

    /// The rows of one key: those of which both runs say the same belong together, then the first that is left of one
    /// run to the first that is left of the other, and so on.
    private mutating func settle() throws(Failure) {
        if before.count > 1 {
            tally.duplicates.before.keys += 1
            tally.duplicates.before.rows += before.count
        }
        if after.count > 1 {
            tally.duplicates.after.keys += 1
            tally.duplicates.after.rows += after.count
        }
        tally.withoutNIK.before += before.count { $0.kind != 0 }
        tally.withoutNIK.after += after.count { $0.kind != 0 }
        let isDoubtful = before.count > 1 || after.count > 1
        if isDoubtful { try pairThoseAlike() }
        for place in 0..<max(before.count, after.count) {
            try compare(
                place < before.count ? before[place] : nil, place < after.count ? after[place] : nil,
                isDoubtful: isDoubtful)
        }
        before.removeAll(keepingCapacity: true)
        after.removeAll(keepingCapacity: true)
    }

    /// Takes out the rows of which both runs say the same: whoever swapped rows did not change.
    private mutating func pairThoseAlike() throws(Failure) {
        var places = Dictionary(grouping: before.indices.reversed(), by: { before[$0].standing })
        var (isPaired, rest) = (before.map { _ in false }, [DiffPerson]())
        for person in after {
            if let place = places[person.standing]?.popLast() {
                isPaired[place] = true
                try compare(before[place], person, isDoubtful: true)
            } else {
                rest.append(person)
            }
        }
        before = zip(before, isPaired).filter { !$0.1 }.map(\.0)
        after = rest
    }

    private mutating func compare(
        _ before: DiffPerson?, _ after: DiffPerson?, isDoubtful: Bool
    ) throws(Failure) {
        let kind: DiffChange?
        switch (before, after) {
        case (let before?, let after?):
            kind =
                before.outcome == after.outcome && before.region == after.region
                ? nil : terms.kind(from: before.outcome, to: after.outcome)
        case (nil, _): kind = .new
        case (_, nil): kind = .left
        }
        let why = kind == nil ? "" : Self.why(before, after, reasons)
        tally.count(before, after, kind: kind, why: why)
        guard kind != nil, let change = DiffedPerson(before: before, after: after, isDoubtful: isDoubtful) else {
            return
        }
        try changes.append(change.row)
    }

    /// The reasons that hold now and did not before; of someone who left, none.
    private static func why(_ before: DiffPerson?, _ after: DiffPerson?, _ reasons: [[Substring]]) -> String {
        guard let after else { return "" }
        let old = before.map { reasons[Int($0.reasons)] } ?? []
        return reasons[Int(after.reasons)].filter { !old.contains($0) }.joined(separator: ";")
    }
}
