/// People recorded, each once: in the week of the first row that shows it.
public struct WeekRow: Hashable, Sendable {
    /// Four digits, or empty.
    public var region4: String
    public var week: String
    public var people: Int

    public init(region4: String, week: String, people: Int) {
        self.region4 = region4
        self.week = week
        self.people = people
    }
}
