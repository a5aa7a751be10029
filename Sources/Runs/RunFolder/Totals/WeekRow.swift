/// Known recordings of listed people in one week.
public struct WeekRow: Hashable, Sendable {
    /// Four digits, or empty.
    public var region4: String
    public var week: String
    public var recordings: Int

    public init(region4: String, week: String, recordings: Int) {
        self.region4 = region4
        self.week = week
        self.recordings = recordings
    }
}
