import RunFolder

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
        public var totals: AreaTotals
    }

    public let words: TotalWords
    public let total: AreaTotals
    private let tally: [RunTally]

    init(_ tally: [RunTally], words: TotalWords) {
        self.tally = tally
        self.words = words
        var total = AreaTotals(words)
        for row in tally { total.add(row, words) }
        self.total = total
    }

    /// In order of the code; the unknown last.
    public func areas(_ level: Level) -> [Area] {
        var sums: [String: AreaTotals] = [:]
        for row in tally {
            let code = row.region.utf8.count >= level.rawValue ? String(row.region.prefix(level.rawValue)) : ""
            sums[code, default: AreaTotals(words)].add(row, words)
        }
        return sums.map { Area(code: $0.key, totals: $0.value) }.sorted { Self.precedes($0.code, $1.code) }
    }

    /// Polling stations in order of their desa, then by number; those of an unknown desa under what is known of it.
    public func stations() -> [Area] {
        struct Key: Hashable {
            var region: String
            var station: String
        }
        var sums: [Key: AreaTotals] = [:]
        for row in tally {
            sums[Key(region: row.region, station: row.tps), default: AreaTotals(words)].add(row, words)
        }
        return sums.map { Area(code: $0.key.region, station: $0.key.station, totals: $0.value) }.sorted {
            $0.code == $1.code
                ? StationOrder.precedes($0.station, $1.station) : Self.precedes($0.code, $1.code)
        }
    }

    public var hasStations: Bool { tally.contains { !$0.tps.isEmpty } }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        if left.isEmpty || right.isEmpty { return !left.isEmpty && right.isEmpty }
        return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}

/// Polling stations by number, then by text; the unknown last.
public enum StationOrder {
    public static func precedes(_ left: String, _ right: String) -> Bool {
        if left.isEmpty || right.isEmpty { return !left.isEmpty && right.isEmpty }
        switch (Int(left), Int(right)) {
        case (let one?, let other?) where one != other: return one < other
        case (_?, nil): return true
        case (nil, _?): return false
        default: return left.utf8.lexicographicallyPrecedes(right.utf8)
        }
    }
}
