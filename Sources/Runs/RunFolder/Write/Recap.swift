import Civil

/// The tally summed by kabupaten, kecamatan or desa.
public struct Recap: Sendable, Equatable {
    /// How many digits of the region code a row stands for.
    public enum Level: Int, Sendable, CaseIterable {
        case kabupaten = 4
        case kecamatan = 6
        case desa = 10

        public var fileName: String {
            switch self {
            case .kabupaten: "recap-kabupaten.csv"
            case .kecamatan: "recap-kecamatan.csv"
            case .desa: "recap-desa.csv"
            }
        }
    }

    public struct Row: Sendable, Equatable {
        /// Digits of the region, or empty: unknown, or known less finely than the recap.
        public var region: String
        public var persons = 0
        /// By index of the outcome.
        public var byOutcome: [Int]
        /// By index of the outcome; those of unknown sex stand in neither.
        public var male: [Int]
        public var female: [Int]
        public var eligible = 0
        public var recorded = 0
        public var flagged = 0
        public var firstTime = 0
        public var firstTimeFlagged = 0

        init(region: String, outcomes: Int) {
            self.region = region
            byOutcome = [Int](repeating: 0, count: outcomes)
            male = byOutcome
            female = byOutcome
        }

        mutating func add(_ row: TallyRow, _ terms: RunTerms) {
            let outcome = Int(row.outcome)
            guard terms.outcomes.indices.contains(outcome) else { return }
            let isFlagged = terms.outcomes[outcome].flagged
            persons += row.persons
            byOutcome[outcome] += row.persons
            if row.sex == 1 { male[outcome] += row.persons }
            if row.sex == 2 { female[outcome] += row.persons }
            if terms.outcomes[outcome].eligible { eligible += row.persons }
            if terms.outcomes[outcome].recorded { recorded += row.persons }
            if isFlagged { flagged += row.persons }
            if row.firstTime { firstTime += row.persons }
            if row.firstTime && isFlagged { firstTimeFlagged += row.persons }
        }

        mutating func add(_ other: Row) {
            persons += other.persons
            for outcome in byOutcome.indices {
                byOutcome[outcome] += other.byOutcome[outcome]
                male[outcome] += other.male[outcome]
                female[outcome] += other.female[outcome]
            }
            eligible += other.eligible
            recorded += other.recorded
            flagged += other.flagged
            firstTime += other.firstTime
            firstTimeFlagged += other.firstTimeFlagged
        }
    }

    /// In order of the region; the empty region last.
    public var rows: [Row]

    public init(_ totals: RegionTotals, level: Level) {
        rows = []
        var rest: Row?
        var last = RegionCode.unknown
        // Codes that begin alike stand together.
        for (code, row) in zip(totals.codes, totals.rows) {
            let region = code.prefix(level.rawValue)
            if region.isUnknown {
                rest?.add(row)
                rest = rest ?? row
            } else if region == last {
                rows[rows.count - 1].add(row)
            } else {
                rows.append(row)
                rows[rows.count - 1].region = region.description
                last = region
            }
        }
        if var rest {
            rest.region = ""
            rows.append(rest)
        }
    }
}

/// The order of region codes in every result: by digits, unknown last.
public enum RegionOrder {
    public static func precedes(_ left: String, _ right: String) -> Bool {
        if left.isEmpty || right.isEmpty { return !left.isEmpty && right.isEmpty }
        return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
