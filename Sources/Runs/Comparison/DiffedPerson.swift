/// A person whose outcome or region changed, packed for sorting: in the order of regions, then as the lists have them.
struct DiffedPerson {
    var region: UInt64
    var order: UInt64
    /// What the key is, and the key: as in `DiffPerson`.
    var kind: UInt64
    var key: UInt64
    /// Verdicts; nil for a run that does not know the person.
    var before: UInt64?
    var after: UInt64?
    /// Numbers of the reasons' texts.
    var reasonsBefore: UInt64
    var reasonsAfter: UInt64
    var regionBefore: UInt64
    /// Several rows of a run bear the NIK, so that another of them may be the same person.
    var isDoubtful: Bool

    /// Stands for no verdict.
    private static let none = UInt64.max
    /// People of the later run come first within their region.
    private static let later: UInt64 = 1 << 63
    /// Beside the numbers of the reasons' texts, which are far from reaching it.
    private static let doubtful: UInt64 = 1 << 63

    /// Nil where neither run knows the person.
    init?(before: DiffPerson?, after: DiffPerson?, isDoubtful: Bool = false) {
        guard let shown = after ?? before else { return nil }
        region = shown.region
        order = shown.order ^ Self.later
        kind = shown.kind
        key = shown.key
        self.before = before?.verdict
        self.after = after?.verdict
        reasonsBefore = before?.reasons ?? 0
        reasonsAfter = after?.reasons ?? 0
        regionBefore = before?.region ?? DiffRegion.unknown
        self.isDoubtful = isDoubtful
    }

    init(_ row: SpooledRow) {
        region = row.words[0]
        order = row.words[1]
        kind = row.words[2]
        key = row.words[3]
        before = row.words[4] == Self.none ? nil : row.words[4]
        after = row.words[5] == Self.none ? nil : row.words[5]
        isDoubtful = row.words[6] & Self.doubtful != 0
        reasonsBefore = (row.words[6] & ~Self.doubtful) >> 32
        reasonsAfter = row.words[6] & 0xFFFF_FFFF
        regionBefore = row.words[7]
    }

    var row: SpooledRow {
        SpooledRow([
            region, order, kind, key, before ?? Self.none, after ?? Self.none,
            reasonsBefore << 32 | reasonsAfter | (isDoubtful ? Self.doubtful : 0), regionBefore,
        ])
    }
}
