import Civil
import Columns
import RoleLists
import RunFolder

/// People counted by region, TPS, sex and verdict, packed in two words a group.
///
/// Lists come area by area: people of one region and polling station are counted in a small table first, which needs no
/// search, and filed once another place begins.
struct Tally: Sendable {
    private(set) var groups = CountTable()
    /// Where the people come from who are not filed yet.
    private var place: (region: UInt64, tps: UInt32) = (0, 0)
    /// How many, by number of the verdict, then sex.
    private var waiting: [Int] = []
    /// Those of `waiting` above 0.
    private var met: [Int] = []

    /// Counts a batch. `stations` are `TPSReader` numbers; `sexes` 0 = not known, 1 = male, 2 = female; `verdicts`
    /// numbers in `book`.
    mutating func add(
        regions: [UInt64], stations: [UInt32], sexes: [UInt8], verdicts: [Int], in book: borrowing VerdictBook
    ) {
        let needed = book.verdicts.count << 2
        if waiting.count < needed { waiting.append(contentsOf: repeatElement(0, count: needed - waiting.count)) }
        let count = min(regions.count, stations.count, sexes.count, verdicts.count)
        var start = 0
        while start < count {
            if regions[start] != place.region || stations[start] != place.tps {
                file(book)
                place = (regions[start], stations[start])
            }
            var end = start + 1
            while end < count, regions[end] == place.region, stations[end] == place.tps { end += 1 }
            wait(start..<end, sexes.span, verdicts.span)
            start = end
        }
    }

    /// Counts people of the place at hand.
    private mutating func wait(_ rows: Range<Int>, _ sexes: Span<UInt8>, _ verdicts: Span<Int>) {
        // Taken out for the loop, so that nobody asks for each person whether the array is shared.
        var counts: [Int] = []
        swap(&counts, &waiting)
        var waiting = counts.mutableSpan
        for row in rows {
            let group = verdicts[row] << 2 | Int(sexes[row] & 3)
            if waiting[group] == 0 { met.append(group) }
            waiting[group] += 1
        }
        swap(&counts, &self.waiting)
    }

    /// Files everyone counted; needed before `groups` is read.
    mutating func file(_ book: borrowing VerdictBook) {
        for group in met {
            let verdict = book.verdicts[group >> 2]
            groups.add(
                place.region,
                UInt64(place.tps) << 32 | UInt64(group & 3) << 24 | UInt64(verdict.outcome) << 16
                    | UInt64(verdict.kpuCode) << 8 | (verdict.firstTime ? 1 : 0), waiting[group])
            waiting[group] = 0
        }
        met.removeAll(keepingCapacity: true)
    }

    /// What was counted on all threads.
    static func table(_ tallies: [Tally], _ terms: RunTerms, _ tpsTexts: TextNumbers) -> TallyTable {
        var stations = StationNames(tpsTexts)
        var rows: [TallyRow] = []
        rows.reserveCapacity(tallies.reduce(0) { $0 + $1.groups.count })
        for tally in tallies {
            for entry in tally.groups.entries {
                rows.append(
                    TallyRow(
                        region: RegionCode(trusted: entry.first),
                        station: stations.place(UInt32(truncatingIfNeeded: entry.second >> 32)),
                        sex: UInt8(truncatingIfNeeded: entry.second >> 24),
                        outcome: UInt8(truncatingIfNeeded: entry.second >> 16),
                        kpuCode: UInt8(truncatingIfNeeded: entry.second >> 8), firstTime: entry.second & 1 == 1,
                        persons: entry.count))
            }
        }
        return TallyTable(rows, stations: stations.names, terms: terms)
    }
}

/// Names of the polling stations met, by `TPSReader` number.
private struct StationNames {
    private(set) var names: [String] = []
    private let texts: TextNumbers
    /// Place in `names` plus one, 0 = not met, of the small numbers that nearly all stations have.
    private var small = [UInt32](repeating: 0, count: 1 << 12)
    private var others: [UInt32: UInt32] = [:]

    init(_ texts: TextNumbers) { self.texts = texts }

    mutating func place(_ number: UInt32) -> UInt32 {
        let isSmall = Int(number) < small.count
        if let known = isSmall ? small[Int(number)] : others[number], known > 0 { return known - 1 }
        names.append(TPSReader.text(number, texts))
        let place = UInt32(truncatingIfNeeded: names.count)
        if isSmall { small[Int(number)] = place } else { others[number] = place }
        return place - 1
    }
}
