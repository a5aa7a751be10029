import Civil
import Columns
import Rules

/// People counted by region, TPS, sex and verdict, packed in two words a group.
struct Tally: Sendable {
    private(set) var groups = CountTable()

    /// `tps` is a `TPSReader` number; `sex` 0 = not known, 1 = male, 2 = female.
    @inline(__always)
    mutating func add(region: UInt64, tps: UInt32, sex: UInt8, _ verdict: VerdictBook.Verdict) {
        groups.add(
            region,
            UInt64(tps) << 32 | UInt64(sex) << 24 | UInt64(verdict.outcome) << 16 | UInt64(verdict.kpuCode) << 8
                | (verdict.firstTime ? 1 : 0))
    }

    mutating func add(_ other: Tally) { groups.add(other.groups) }

    func rows(_ ruleset: Ruleset, _ tpsTexts: TextNumbers) -> [TallyRow] {
        let sexes = ["", ruleset.maleCode, ruleset.femaleCode]
        return groups.entries.map { entry in
            let sex = Int(entry.second >> 24 & 0xFF)
            return TallyRow(
                region: RegionCode(trusted: entry.first).description,
                tps: TPSReader.text(UInt32(truncatingIfNeeded: entry.second >> 32), tpsTexts),
                sex: sexes.indices.contains(sex) ? sexes[sex] : "",
                outcome: Int(entry.second >> 16 & 0xFF), kpuCode: Int(entry.second >> 8 & 0xFF),
                firstTime: entry.second & 1 == 1, persons: entry.count)
        }
    }
}
