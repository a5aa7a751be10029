import Documents
public import Lists

/// The figures of a run: what `summary.json` says.
public struct RunSummary: Sendable, Equatable {
    public var identity: RunIdentity
    public var terms: RunTerms
    /// Rows of the population lists.
    public var rows: RowCounts
    /// Everyone, summed.
    public var total: Recap.Row
    /// People per reason; a person may have several.
    public var reasons: [String: Int]
    public var kpuCodes: [Int: Int]
    /// By kabupaten, for the reader at the terminal.
    public var kabupaten: Recap

    public init(
        identity: RunIdentity, terms: RunTerms, rows: RowCounts, totals: RegionTotals, reasons: [String: Int]
    ) {
        self.identity = identity
        self.terms = terms
        self.rows = rows
        self.reasons = reasons
        total = totals.total
        kabupaten = Recap(totals, level: .kabupaten)
        kpuCodes = totals.kpuCodes
    }

    /// `summary.json`: eligible outcomes in the order of the rules, then the others; reasons and codes that occur.
    public var document: [UInt8] { json.bytes }

    var json: JSONText {
        let indices = terms.outcomes.indices
        let order = indices.filter { terms.outcomes[$0].eligible } + indices.filter { !terms.outcomes[$0].eligible }
        let codes = kpuCodes.sorted { $0.key < $1.key }
        let coverage = Coverage.text(recorded: total.recorded, eligible: total.eligible)
        return .object([
            .init("schema", .integer(1)),
            .init("election", .string(identity.election)),
            .init("ruleset", .string(identity.ruleset)),
            .init("votingDay", .string(identity.votingDay)),
            .init("asOf", .string(identity.asOf)),
            .init(
                "rows",
                .object([
                    .init("read", .integer(rows.read)),
                    .init("decided", .integer(rows.used)),
                    .init("rejected", .integer(rows.rejected)),
                    .init("skipped", .integer(rows.skipped)),
                ])),
            .init("outcomes", .object(order.map { .init(terms.outcomes[$0].id, .integer(total.byOutcome[$0])) })),
            .init("reasons", .counts(reasons.filter { $0.value > 0 })),
            .init("kpuCodes", .object(codes.map { .init(String($0.key), .integer($0.value)) })),
            .init("eligible", .integer(total.eligible)),
            .init("recorded", .integer(total.recorded)),
            .init("coverage", coverage.map(JSONText.decimal) ?? .null),
            .init("firstTime", .integer(total.firstTime)),
            .init("firstTimeFlagged", .integer(total.firstTimeFlagged)),
        ])
    }
}
