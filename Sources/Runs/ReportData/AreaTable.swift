public import RunFolder

/// The tally of a run summed by area. An area is known by digits of its region code; empty: not known as finely.
public struct AreaTable: Sendable {
    public enum Level: Int, Sendable, CaseIterable {
        case kabupaten = 4
        case kecamatan = 6
        case desa = 10
    }

    public struct Area: Sendable {
        public var code: String
        /// Empty but on sheets by polling station.
        public var station = ""
        public var totals: PeopleCounts
    }

    public let words: TotalWords
    public let total: PeopleCounts
    private let tally: [RunTally]

    public init(_ tally: [RunTally], words: TotalWords) {
        self.tally = tally
        self.words = words
        var total = words.none
        for row in tally { words.add(row, to: &total) }
        self.total = total
    }

    /// In order of the code; the unknown last.
    public func areas(_ level: Level) -> [Area] {
        var sums: [String: PeopleCounts] = [:]
        for row in tally {
            let code = row.region.utf8.count >= level.rawValue ? String(row.region.prefix(level.rawValue)) : ""
            words.add(row, to: &sums[code, default: words.none])
        }
        return sums.map { Area(code: $0.key, totals: $0.value) }.sorted { RegionOrder.precedes($0.code, $1.code) }
    }

    /// Polling stations in order of their desa, then by number; those of an unknown desa under what is known of it.
    public func stations() -> [Area] {
        struct Key: Hashable {
            var region: String
            var station: String
        }
        var sums: [Key: PeopleCounts] = [:]
        for row in tally {
            words.add(row, to: &sums[Key(region: row.region, station: row.tps), default: words.none])
        }
        return sums.map { Area(code: $0.key.region, station: $0.key.station, totals: $0.value) }.sorted {
            $0.code == $1.code
                ? StationOrder.precedes($0.station, $1.station) : RegionOrder.precedes($0.code, $1.code)
        }
    }

    public var hasStations: Bool { tally.contains { !$0.tps.isEmpty } }
}
