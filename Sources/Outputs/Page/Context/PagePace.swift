public import Diagnostics
public import Pace

/// The pace of a run as the page tells it.
public struct PagePace: Sendable {
    public var report: PaceReport
    /// What the deadline is, where the rules name it.
    public var deadline: Bilingual?

    public init(_ report: PaceReport, deadline: Bilingual?) {
        self.report = report
        self.deadline = deadline
    }
}
