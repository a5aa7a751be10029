public import Diagnostics

/// A row of `tally.csv`: people who agree in everything a report counts by.
public struct RunTally: Sendable, Equatable {
    public var region: String
    public var tps: String
    public var sex: String
    public var outcome: String
    /// nil = none.
    public var kpuCode: Int?
    public var firstTime: Bool
    public var persons: Int
}

extension Run {
    /// What every report counts from.
    public func tally() throws(Failure) -> [RunTally] {
        let rows = try rows(TallyColumn.fileName, TallyColumn.allCases)
        var tally: [RunTally] = []
        while try rows.next() {
            tally.append(
                RunTally(
                    region: rows.text(.region), tps: rows.text(.tps), sex: rows.text(.sex),
                    outcome: rows.text(.outcome), kpuCode: rows.number(.kpuCode),
                    firstTime: rows.text(.firstTime) == "true", persons: try rows.count(.persons)))
        }
        return tally
    }
}
