public import Comparison
public import ReportData

/// What the page is to show beside the run itself.
public struct PageOptions {
    public var audience: Audience
    public var official: OfficialTotals
    public var pace: PagePace?
    public var change: DiffSummary?

    public init(
        audience: Audience, official: OfficialTotals, pace: PagePace? = nil, change: DiffSummary? = nil
    ) {
        self.audience = audience
        self.official = official
        self.pace = pace
        self.change = change
    }
}
