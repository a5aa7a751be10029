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
            guard terms.outcomes.indices.contains(row.outcome) else { return }
            let outcome = terms.outcomes[row.outcome]
            persons += row.persons
            byOutcome[row.outcome] += row.persons
            if row.sex == terms.maleCode { male[row.outcome] += row.persons }
            if row.sex == terms.femaleCode { female[row.outcome] += row.persons }
            if outcome.eligible { eligible += row.persons }
            if outcome.recorded { recorded += row.persons }
            if outcome.flagged { flagged += row.persons }
            if row.firstTime { firstTime += row.persons }
            if row.firstTime && outcome.flagged { firstTimeFlagged += row.persons }
        }
    }

    /// In order of the region; the empty region last.
    public var rows: [Row]

    public init(_ tally: [TallyRow], level: Level, terms: RunTerms) {
        var rows: [Row] = []
        var places: [String: Int] = [:]
        // Rows of one region stand together: the last place serves again.
        var last: (region: String, place: Int)?
        for row in tally {
            if let last, last.region == row.region {
                rows[last.place].add(row, terms)
                continue
            }
            let region = row.region.utf8.count >= level.rawValue ? String(row.region.prefix(level.rawValue)) : ""
            let place = places[region] ?? rows.count
            if place == rows.count {
                places[region] = place
                rows.append(Row(region: region, outcomes: terms.outcomes.count))
            }
            rows[place].add(row, terms)
            last = (row.region, place)
        }
        self.rows = rows.sorted { RegionOrder.precedes($0.region, $1.region) }
    }

    /// Everyone in one row.
    public static func total(_ tally: [TallyRow], terms: RunTerms) -> Row {
        var total = Row(region: "", outcomes: terms.outcomes.count)
        for row in tally { total.add(row, terms) }
        return total
    }
}

/// The order of region codes in every result: by digits, unknown last.
enum RegionOrder {
    static func precedes(_ left: String, _ right: String) -> Bool {
        if left.isEmpty || right.isEmpty { return !left.isEmpty && right.isEmpty }
        return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
