/// The counts of a comparison: who moved from what to what, where, and why.
struct DiffTally {
    /// A side of a step: an outcome, or not there.
    enum Side: Hashable, Comparable {
        case outcome(Int)
        /// Not on the lists of that run.
        case absent
        /// On them, in another kabupaten.
        case elsewhere
    }

    /// A way that people took, and the reasons they have now and had not before.
    struct Step: Hashable {
        var from: Side
        var to: Side
        var why: String
    }

    /// Counts of one area, or of all.
    struct Area {
        var before: [Int]
        var after: [Int]
        var changes: [DiffChange: Int] = [:]
        var steps: [Step: Int] = [:]

        init(outcomes: Int) {
            before = [Int](repeating: 0, count: outcomes)
            after = before
        }
    }

    /// Keys that several rows of a run share.
    struct Duplicates: Equatable {
        var keys = 0
        var rows = 0
    }

    private let terms: DiffTerms
    private(set) var total: Area
    /// By kabupaten.
    private(set) var areas: [UInt64: Area] = [:]
    private(set) var same = 0
    var duplicates = (before: Duplicates(), after: Duplicates())
    /// People known by list and row alone.
    var withoutNIK = (before: 0, after: 0)

    init(_ terms: DiffTerms) {
        self.terms = terms
        total = Area(outcomes: terms.outcomes.count)
    }

    /// Counts one person; nil stands for a run that does not know them.
    mutating func count(_ before: DiffPerson?, _ after: DiffPerson?, kind: DiffChange?, why: String) {
        let from = before.map { Side.outcome($0.outcome) } ?? .absent
        let to = after.map { Side.outcome($0.outcome) } ?? .absent
        let (was, now) = (before.map { DiffRegion.kabupaten($0.region) }, after.map { DiffRegion.kabupaten($0.region) })
        Self.count(&total, before, after, kind)
        if from != to { total.steps[Step(from: from, to: to, why: why), default: 0] += 1 }
        if kind == nil { same += 1 }
        guard let was, let now, was != now else {
            let area = now ?? was ?? DiffRegion.unknown
            Self.count(&areas[area, default: Area(outcomes: terms.outcomes.count)], before, after, kind)
            if from != to {
                areas[area, default: Area(outcomes: terms.outcomes.count)]
                    .steps[Step(from: from, to: to, why: why), default: 0] += 1
            }
            return
        }
        var old = areas[was] ?? Area(outcomes: terms.outcomes.count)
        Self.count(&old, before, nil, nil)
        old.steps[Step(from: from, to: .elsewhere, why: ""), default: 0] += 1
        areas[was] = old
        var new = areas[now] ?? Area(outcomes: terms.outcomes.count)
        Self.count(&new, nil, after, kind)
        new.steps[Step(from: .elsewhere, to: to, why: why), default: 0] += 1
        areas[now] = new
    }

    private static func count(_ area: inout Area, _ before: DiffPerson?, _ after: DiffPerson?, _ kind: DiffChange?) {
        if let before { area.before[before.outcome] += 1 }
        if let after { area.after[after.outcome] += 1 }
        if let kind { area.changes[kind, default: 0] += 1 }
    }
}
