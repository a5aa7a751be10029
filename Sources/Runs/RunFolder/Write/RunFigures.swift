public import Diagnostics
public import Documents
public import RoleLists

/// The figures of a run as `summary.json` has them.
public struct RunFigures: SchemaDocument, Equatable {
    public static let fileName = "summary.json"
    public static let title = Bilingual(id: "ringkasan hasil", en: "the summary of the run")
    public static let remedy = Manifest.remedy

    public var identity = RunIdentity()
    /// Rows of the population lists.
    public var rows = RowCounts()
    /// By id of the outcome.
    public var outcomes = NamedValues<Int>()
    /// By id of the reason; a person may have several.
    public var reasons: [String: Int] = [:]
    /// By code in digits.
    public var kpuCodes = NamedValues<Int>()
    public var eligible = 0
    public var recorded = 0
    public var firstTime = 0
    public var firstTimeFlagged = 0
    /// Flagged people who had recorded before, by next step: what decides now says that it does not count.
    public var recordedBefore: [String: Int] = [:]

    public init() {}

    public static let fields: [DocumentField<RunFigures>] = [
        .init("election", \.identity.election),
        .init("ruleset", \.identity.ruleset),
        .init("votingDay", \.identity.votingDay),
        .init("asOf", \.identity.asOf),
        .init(
            "rows",
            [
                .init("read", \.rows.read), .init("decided", \.rows.used), .init("rejected", \.rows.rejected),
                .init("skipped", \.rows.skipped),
            ]),
        .init("outcomes", \.outcomes),
        .init("reasons", \.reasons),
        .init("kpuCodes", \.kpuCodes),
        .init("eligible", \.eligible),
        .init("recorded", \.recorded),
        .init(
            "coverage",
            derived: { figures in
                Coverage.text(recorded: figures.recorded, eligible: figures.eligible).map(JSONText.decimal) ?? .null
            }),
        .init("firstTime", \.firstTime),
        .init("firstTimeFlagged", \.firstTimeFlagged),
        .init("recordedBefore", \.recordedBefore),
    ]

    /// The people who bear a KPU code.
    public func count(code: UInt8) -> Int { kpuCodes[String(code)] ?? 0 }
}

extension Run {
    /// - Throws: `.input` where the file is missing or is no summary of `check`.
    public func figures() throws(Failure) -> RunFigures {
        try require(RunFigures.fileName)
        return try RunFigures(reading: "\(path)/\(RunFigures.fileName)")
    }
}
