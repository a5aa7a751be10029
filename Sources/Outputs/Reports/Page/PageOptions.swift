import Readiness

/// What the page is to show beside the run itself.
struct PageOptions {
    var audience: Audience
    var official: OfficialTotals
    var pace: PagePace?
    var change: DiffSummary?
}
