public import Documents
import RunFolder

extension DiffSummary {
    /// What names a run.
    public struct RunName: DocumentRecord, Equatable {
        public var digest: String?
        /// `YYYY-MM-DD`
        public var asOf = ""

        public init() {}

        init(_ manifest: Manifest) {
            digest = manifest.digest
            asOf = manifest.identity.asOf
        }

        public static let fields: [DocumentField<RunName>] = [.init("digest", \.digest), .init("asOf", \.asOf)]
    }

    /// A count in the earlier and in the later run.
    public struct Pair: DocumentRecord, Equatable {
        public var before = 0
        public var after = 0
        public var change: Int { after - before }

        public init() {}

        public init(before: Int, after: Int) {
            self.before = before
            self.after = after
        }

        public static let fields: [DocumentField<Pair>] = [
            .init("before", \.before), .init("after", \.after),
            .init("change", derived: { .integer($0.change) }),
        ]
    }

    /// People who went from one outcome to another.
    public struct Transition: DocumentRecord, Equatable {
        /// Id of the outcome; nil: not on that run's lists.
        public var from: String?
        public var to: String?
        public var persons = 0

        public init() {}

        init(from: String?, to: String?, persons: Int) {
            self.from = from
            self.to = to
            self.persons = persons
        }

        public static let fields: [DocumentField<Transition>] = [
            .init("from", \.from), .init("to", \.to), .init("persons", \.persons),
        ]
    }

    /// Why people no longer count in a total.
    public struct Loss: DocumentRecord, Equatable {
        /// The outcome they have now; nil: see `isElsewhere`.
        public var to: String?
        /// Now in another kabupaten; otherwise, without an outcome, no longer on the lists.
        public var isElsewhere = false
        /// Ids of the reasons they have now and had not before, joined by `;`.
        public var why = ""
        public var persons = 0

        public init() {}

        init(to: String?, isElsewhere: Bool, why: String, persons: Int) {
            self.to = to
            self.isElsewhere = isElsewhere
            self.why = why
            self.persons = persons
        }

        public static let fields: [DocumentField<Loss>] = [
            .init("to", \.to), .init("elsewhere", \.isElsewhere), .init("why", \.why), .init("persons", \.persons),
        ]
    }

    /// A total that fell: `after = before + gained − losses`.
    public struct Fall: DocumentRecord, Equatable {
        /// Four digits, empty for unknown; nil for everyone.
        public var region: String?
        public var total = ""
        public var count = Pair()
        public var gained = 0
        public var losses: [Loss] = []

        public init() {}

        init(region: String?, total: String, count: Pair, gained: Int, losses: [Loss]) {
            self.region = region
            self.total = total
            self.count = count
            self.gained = gained
            self.losses = losses
        }

        public static let fields: [DocumentField<Fall>] = [
            .init("region", \.region), .init("total", \.total), .init("before", \.count.before),
            .init("after", \.count.after), .init("gained", \.gained), .init("losses", \.losses),
        ]
    }

    /// One kabupaten.
    public struct Area: DocumentRecord, Equatable {
        public var region = ""
        public var name = ""
        public var totals = NamedValues<Pair>()
        /// By `DiffChange`.
        public var changes = NamedValues<Int>()

        /// How many people changed so.
        public func count(_ change: DiffChange) -> Int { changes[change.rawValue] ?? 0 }

        public init() {}

        init(region: String, name: String, totals: NamedValues<Pair>, changes: NamedValues<Int>) {
            self.region = region
            self.name = name
            self.totals = totals
            self.changes = changes
        }

        public static let fields: [DocumentField<Area>] = [
            .init("region", \.region), .init("name", \.name), .init("totals", \.totals), .init("changes", \.changes),
        ]
    }
}
