import Documents
public import RoleLists

/// The figures of a run: what `summary.json` says.
public struct RunSummary: Sendable, Equatable {
    public var identity: RunIdentity
    public var terms: RunTerms
    /// Rows of the population lists.
    public var rows: RowCounts
    /// Everyone, summed.
    public var total: PeopleCounts
    /// People per reason; a person may have several.
    public var reasons: [String: Int]
    public var kpuCodes: [Int: Int]
    /// Flagged people who had recorded before, by next step.
    public var recordedBefore: [String: Int]
    /// By kabupaten, for the reader at the terminal.
    public var kabupaten: Recap

    public init(
        identity: RunIdentity, terms: RunTerms, rows: RowCounts, totals: RegionTotals, reasons: [String: Int],
        recordedBefore: [String: Int]
    ) {
        self.identity = identity
        self.terms = terms
        self.rows = rows
        self.reasons = reasons
        self.recordedBefore = recordedBefore
        total = totals.total
        kabupaten = Recap(totals, level: .kabupaten)
        kpuCodes = totals.kpuCodes
    }

    /// What `summary.json` says: eligible outcomes in the order of the rules, then the others; reasons and codes that
    /// occur.
    public var figures: RunFigures {
        let places = terms.outcomes.indices
        let order = places.filter { terms.outcomes[$0].eligible } + places.filter { !terms.outcomes[$0].eligible }
        let codes = kpuCodes.sorted { $0.key < $1.key }
        var figures = RunFigures()
        figures.identity = identity
        figures.rows = rows
        figures.outcomes = NamedValues(order.map { (terms.outcomes[$0].id, total.outcomes[$0]) })
        figures.reasons = reasons.filter { $0.value > 0 }
        figures.recordedBefore = recordedBefore.filter { $0.value > 0 }
        figures.kpuCodes = NamedValues(codes.map { (String($0.key), $0.value) })
        figures.eligible = total.eligible
        figures.recorded = total.recorded
        figures.firstTime = total.firstTime
        figures.firstTimeFlagged = total.firstTimeFlagged
        return figures
    }

    public var document: [UInt8] { figures.document }
}
