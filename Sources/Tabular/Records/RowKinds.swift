/// placeholder until merge
public struct RowKinds: Sendable {
    public init(headings: [String], totalWords: [String]) {}
    public func kind(of cells: [String]) -> RecordProblem? { nil }
}
