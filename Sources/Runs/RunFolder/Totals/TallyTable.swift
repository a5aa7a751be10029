public import Civil
import Columns

/// People who agree in everything a report counts by.
public struct TallyRow: Hashable, Sendable {
    public var region: RegionCode
    /// Place of the polling station's name in the table's.
    public var station: UInt32
    /// 0 = not known, 1 = male, 2 = female; a table has no other.
    public var sex: UInt8
    /// Index into `RunTerms.outcomes`.
    public var outcome: UInt8
    /// 0 = none.
    public var kpuCode: UInt8
    public var firstTime: Bool
    public var persons: Int

    public init(
        region: RegionCode, station: UInt32 = 0, sex: UInt8, outcome: UInt8, kpuCode: UInt8, firstTime: Bool,
        persons: Int
    ) {
        self.region = region
        self.station = station
        self.sex = sex
        self.outcome = outcome
        self.kpuCode = kpuCode
        self.firstTime = firstTime
        self.persons = persons
    }
}

/// The tally of a run: what all files are made from that count people.
///
/// Ordered as `tally.csv` is: by region, the unknown one last, then name of the polling station, code of the sex (texts
/// in byte order), outcome, KPU code, first-time voters last. Each of these stands once.
public struct TallyTable: Sendable {
    public private(set) var rows: [TallyRow] = []
    /// Names of polling stations as the lists have them, empty for those not known; in byte order.
    public private(set) var stations: [String] = []

    /// - Parameters:
    ///   - rows: in any order; what counts by may stand several times.
    ///   - stations: names in any order.
    public init(_ rows: [TallyRow], stations: [String] = [""], terms: RunTerms) {
        let ranks = rank(stations)
        let sexes = terms.sexes
        func sex(_ row: TallyRow) -> Int { row.sex < sexes.count ? Int(row.sex) : 0 }
        let sexRanks = sexes.map { sex in UInt64(sexes.count { $0.utf8.lexicographicallyPrecedes(sex.utf8) }) }
        var order = RowOrder(count: rows.count)
        order.sort(
            by: rows.map { row in
                UInt64(ranks[Int(row.station)]) << 24 | sexRanks[sex(row)] << 20 | UInt64(row.outcome) << 12
                    | UInt64(row.kpuCode) << 4 | (row.firstTime ? 1 : 0)
            })
        order.sort(by: rows.map(\.region.packed))
        self.rows.reserveCapacity(rows.count)
        for number in order.rows {
            var row = rows[Int(number)]
            row.station = ranks[Int(row.station)]
            row.sex = UInt8(truncatingIfNeeded: sex(row))
            if let last = self.rows.last, last.isAlike(row) {
                self.rows[self.rows.count - 1].persons += row.persons
            } else {
                self.rows.append(row)
            }
        }
    }

    /// Puts the names in order; returns for each one given its place there.
    private mutating func rank(_ names: [String]) -> [UInt32] {
        let order = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
        var ranks = [UInt32](repeating: 0, count: names.count)
        for number in order {
            // Bytes, since names that only look alike are different names.
            if stations.last?.utf8.elementsEqual(names[number].utf8) != true { stations.append(names[number]) }
            ranks[number] = UInt32(clamping: stations.count - 1)
        }
        return ranks
    }
}

extension TallyRow {
    /// Whether the same people could be counted in both.
    fileprivate func isAlike(_ other: TallyRow) -> Bool {
        region == other.region && station == other.station && sex == other.sex && outcome == other.outcome
            && kpuCode == other.kpuCode && firstTime == other.firstTime
    }
}
