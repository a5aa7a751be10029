public import Comparison
public import ReportData

/// What the page is to show beside the run itself.
public struct PageOptions {
    public var audience: Audience
    public var official: OfficialTotals
    public var pace: PagePace?
    public var change: DiffSummary?
    /// Pages published before, oldest first.
    public var published: [PublishedPage]
    /// What a page for everybody is called.
    public var number: String

    public init(
        audience: Audience, official: OfficialTotals, pace: PagePace? = nil, change: DiffSummary? = nil,
        published: [PublishedPage] = [], number: String = ""
    ) {
        self.audience = audience
        self.official = official
        self.pace = pace
        self.change = change
        self.published = published
        self.number = number
    }
}
