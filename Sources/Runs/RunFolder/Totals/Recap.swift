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
        public var counts: PeopleCounts
    }

    /// In order of the region; the empty region last.
    public var rows: [Row]

    public init(_ totals: RegionTotals, level: Level) {
        rows = []
        var rest: PeopleCounts?
        var last = RegionCode.unknown
        // Codes that begin alike stand together.
        for (code, row) in zip(totals.codes, totals.rows) {
            let region = code.prefix(level.rawValue)
            if region.isUnknown {
                rest?.add(row)
                rest = rest ?? row
            } else if region == last {
                rows[rows.count - 1].counts.add(row)
            } else {
                rows.append(Row(region: region.description, counts: row))
                last = region
            }
        }
        if let rest { rows.append(Row(region: "", counts: rest)) }
    }
}
