import Civil
import Columns
import Rules

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

    mutating func add(_ other: Tally) { groups.add(other.groups) }

    /// One row a group, in the order of `tally.csv`.
    func rows(_ ruleset: Ruleset, _ tpsTexts: TextNumbers) -> [TallyRow] {
        let sexes = ["", ruleset.maleCode, ruleset.femaleCode]
        return sorted(sexes, tpsTexts).map { entry in
            let sex = Int(entry.second >> 24 & 0xFF)
            return TallyRow(
                region: RegionCode(trusted: entry.first).description,
                tps: TPSReader.text(UInt32(truncatingIfNeeded: entry.second >> 32), tpsTexts),
                sex: sexes.indices.contains(sex) ? sexes[sex] : "",
                outcome: Int(entry.second >> 16 & 0xFF), kpuCode: Int(entry.second >> 8 & 0xFF),
                firstTime: entry.second & 1 == 1, persons: entry.count)
        }
    }

    /// The groups by region, text of the TPS, sex, outcome, code, first-time voters last: compared as numbers, texts by
    /// their rank.
    private func sorted(_ sexes: [String], _ tpsTexts: TextNumbers) -> [CountTable.Entry] {
        let entries = groups.entries
        let stations = Set(entries.map { UInt32(truncatingIfNeeded: $0.second >> 32) })
            .map { (number: $0, text: Array(TPSReader.text($0, tpsTexts).utf8)) }
            .sorted { $0.text.lexicographicallyPrecedes($1.text) }
        let ranks = Dictionary(uniqueKeysWithValues: stations.enumerated().map { ($1.number, UInt64($0)) })
        let sexRanks = sexes.indices.map { sex in
            UInt64(sexes.count { $0.utf8.lexicographicallyPrecedes(sexes[sex].utf8) })
        }
        return entries.map { entry in
            let sex = Int(entry.second >> 24 & 0xFF)
            let rank = ranks[UInt32(truncatingIfNeeded: entry.second >> 32)] ?? 0
            let sexRank = sexRanks.indices.contains(sex) ? sexRanks[sex] : 0
            return (entry.first, rank << 32 | sexRank << 24 | entry.second & 0xFF_FFFF, entry)
        }
        .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        .map(\.2)
    }
}
