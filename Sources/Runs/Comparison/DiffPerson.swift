/// One person's row of `persons.csv`, packed: what the comparison needs of it and nothing else.
struct DiffPerson {
    /// 0: the key is a NIK; else 1 + the number of the list, and the key is the row.
    var kind: UInt64
    var key: UInt64
    /// Place in the run's `persons.csv`; the later run's people come behind those of the earlier.
    var order: UInt64
    var region: UInt64
    /// List (16 bits), row (32), outcome (8), code (8).
    var verdict: UInt64
    /// Number of the reasons' text.
    var reasons: UInt64

    private static let later: UInt64 = 1 << 63

    init(kind: UInt64, key: UInt64, order: Int, isLater: Bool, region: UInt64, verdict: UInt64, reasons: Int) {
        self.kind = kind
        self.key = key
        self.order = UInt64(order) | (isLater ? Self.later : 0)
        self.region = region
        self.verdict = verdict
        self.reasons = UInt64(reasons)
    }

    init(_ row: SpooledRow) {
        kind = row.words[0]
        key = row.words[1]
        order = row.words[2]
        region = row.words[3]
        verdict = row.words[4]
        reasons = row.words[5]
    }

    var row: SpooledRow { SpooledRow([kind, key, order, region, verdict, reasons, 0, 0]) }

    /// What a run says of a person, without where the row stands.
    struct Standing: Hashable {
        var region: UInt64
        var outcome: UInt64
        var reasons: UInt64
    }

    /// Outcome and code are the verdict's last sixteen bits.
    var standing: Standing { Standing(region: region, outcome: verdict & 0xFFFF, reasons: reasons) }

    var isLater: Bool { order & Self.later != 0 }

    static func verdict(list: Int, row: Int, outcome: Int, code: Int) -> UInt64 {
        UInt64(list & 0xFFFF) << 48 | UInt64(row & 0xFFFF_FFFF) << 16 | UInt64(outcome & 0xFF) << 8
            | UInt64(code & 0xFF)
    }

    var outcome: Int { Self.outcome(verdict) }

    static func list(_ verdict: UInt64) -> Int { Int(verdict >> 48) }
    static func row(_ verdict: UInt64) -> Int { Int(verdict >> 16 & 0xFFFF_FFFF) }
    static func outcome(_ verdict: UInt64) -> Int { Int(verdict >> 8 & 0xFF) }
    static func code(_ verdict: UInt64) -> Int { Int(verdict & 0xFF) }
}
