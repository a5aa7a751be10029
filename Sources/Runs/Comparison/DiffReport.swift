public import Diagnostics
import Rules
import RunFolder

/// What a comparison found: for the terminal, for `summary.json`, and for the change section of a report.
public struct DiffReport: Sendable {
    /// A count in the earlier and in the later run.
    public struct Pair: Sendable, Equatable {
        public var before: Int
        public var after: Int
        public var change: Int { after - before }
    }

    /// People who went from one outcome to another; nil: not on that run's lists.
    public struct Transition: Sendable, Equatable {
        public var from: String?
        public var to: String?
        public var persons: Int
    }

    /// Why people no longer count in a total.
    public struct Loss: Sendable, Equatable {
        /// The outcome they have now; nil: see `isElsewhere`.
        public var to: String?
        /// Now in another kabupaten; otherwise, without an outcome, no longer on the lists.
        public var isElsewhere: Bool
        /// Ids of the reasons they have now and had not before, joined by `;`.
        public var why: String
        public var persons: Int
    }

    /// A total that fell: `after = before + gained − losses`.
    public struct Fall: Sendable, Equatable {
        /// Four digits, empty for unknown; nil for everyone.
        public var region: String?
        public var total: String
        public var count: Pair
        public var gained: Int
        public var losses: [Loss]
    }

    public struct Area: Sendable, Equatable {
        public var region: String
        public var name: String
        public var totals: [(id: String, count: Pair)]
        public var changes: [DiffChange: Int]

        public static func == (left: Self, right: Self) -> Bool {
            left.region == right.region && left.changes == right.changes
                && left.totals.elementsEqual(right.totals) { $0.id == $1.id && $0.count == $1.count }
        }
    }

    /// Keys that several rows of a run bear, and those rows.
    public struct Duplicates: Sendable, Equatable {
        public var keys: Pair
        public var rows: Pair
    }

    public var digests: (before: String?, after: String?)
    public var asOf: (before: String, after: String)
    public var duplicates: Duplicates
    /// People without a usable NIK, who are the same where list and row are: a row inserted makes others of them.
    public var withoutNIK: Pair
    /// People whose outcome and region are the same.
    public var same: Int
    public var changes: [DiffChange: Int]
    /// `persons`, `eligible`, `recorded`, `needing_nothing`.
    public var totals: [(id: String, count: Pair)]
    public var outcomes: [(id: String, title: Bilingual, count: Pair)]
    /// Most people first; everyone who stayed the same is left out.
    public var transitions: [Transition]
    public var falls: [Fall]
    /// By kabupaten, unknown last.
    public var areas: [Area]
    public var directory: String

    /// Whether anybody changed.
    public var hasChanges: Bool { changes.values.contains { $0 > 0 } }

    init(
        before: Run, after: Run, terms: DiffTerms, tally: DiffTally, names: [String: String], directory: String
    ) {
        self.directory = directory
        digests = (before.manifest.digest, after.manifest.digest)
        asOf = (before.manifest.asOf, after.manifest.asOf)
        duplicates = Duplicates(
            keys: Pair(before: tally.duplicates.before.keys, after: tally.duplicates.after.keys),
            rows: Pair(before: tally.duplicates.before.rows, after: tally.duplicates.after.rows))
        withoutNIK = Pair(before: tally.withoutNIK.before, after: tally.withoutNIK.after)
        same = tally.same
        changes = tally.total.changes
        let kinds = DiffTotal.all(terms)
        func totals(_ area: DiffTally.Area) -> [(id: String, count: Pair)] {
            kinds.map { ($0.id, Pair(before: $0.sum(area.before), after: $0.sum(area.after))) }
        }
        self.totals = totals(tally.total)
        outcomes = terms.outcomes.enumerated().map { place, term in
            (term.id, term.title, Pair(before: tally.total.before[place], after: tally.total.after[place]))
        }
        func id(_ side: DiffTally.Side) -> String? {
            if case .outcome(let place) = side { return terms.outcomes[place].id }
            return nil
        }
        var ways: [DiffTally.Step: Int] = [:]
        for (step, persons) in tally.total.steps {
            ways[DiffTally.Step(from: step.from, to: step.to, why: ""), default: 0] += persons
        }
        transitions = ways.sorted { left, right in
            if left.value != right.value { return left.value > right.value }
            return left.key.from == right.key.from ? left.key.to < right.key.to : left.key.from < right.key.from
        }.map { Transition(from: id($0.key.from), to: id($0.key.to), persons: $0.value) }
        let regions = tally.areas.keys.sorted()
        areas = regions.map { number in
            let area = tally.areas[number] ?? DiffTally.Area(outcomes: terms.outcomes.count)
            let region = DiffRegion.text(number)
            return Area(region: region, name: names[region] ?? "", totals: totals(area), changes: area.changes)
        }
        func falls(_ area: DiffTally.Area, _ region: String?) -> [Fall] {
            kinds.compactMap { kind in
                let movement = DiffMovement(kind, area)
                guard movement.after < movement.before else { return nil }
                return Fall(
                    region: region, total: kind.id, count: Pair(before: movement.before, after: movement.after),
                    gained: movement.gained,
                    losses: movement.losses.map {
                        Loss(to: id($0.to), isElsewhere: $0.to == .elsewhere, why: $0.why, persons: $0.persons)
                    })
            }
        }
        self.falls =
            falls(tally.total, nil)
            + regions.flatMap { number in
                falls(tally.areas[number] ?? DiffTally.Area(outcomes: terms.outcomes.count), DiffRegion.text(number))
            }
    }
}
