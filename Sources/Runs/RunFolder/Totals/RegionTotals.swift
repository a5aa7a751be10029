public import Civil

/// The tally summed by region code as it stands there: what totals and recaps of every level are summed from.
public struct RegionTotals: Sendable {
    /// Ascending, the unknown one last.
    public private(set) var codes: [RegionCode] = []
    /// By place in `codes`.
    public private(set) var rows: [PeopleCounts] = []
    /// Everyone.
    public private(set) var total: PeopleCounts
    /// People by KPU code, of those who bear one.
    private(set) var kpuCodes: [Int: Int] = [:]

    public init(_ tally: TallyTable, terms: RunTerms) {
        let none = PeopleCounts(terms)
        total = none
        var byCode = [Int](repeating: 0, count: 256)
        for row in tally.rows {
            if codes.last != row.region {
                codes.append(row.region)
                rows.append(none)
            }
            rows[rows.count - 1].add(
                persons: row.persons, outcome: Int(row.outcome), sex: Sex(rawValue: row.sex) ?? .unknown,
                isFirstTime: row.firstTime)
            byCode[Int(row.kpuCode)] += row.persons
        }
        for row in rows { total.add(row) }
        for (code, persons) in byCode.enumerated().dropFirst() where persons > 0 { kpuCodes[code] = persons }
    }
}
