/// A place that a recording team can visit, and how many people wait there.
public struct VisitSite: Sendable, Equatable {
    /// Places of one group are neighbours: a kecamatan.
    public var group: Int
    public var people: Int

    public init(group: Int, people: Int) {
        self.group = group
        self.people = people
    }
}

/// What one office's teams are asked to do.
public struct VisitRequest: Sendable, Equatable {
    /// In the order that decides between equals.
    public var sites: [VisitSite]
    /// Teams that go out at once.
    public var teams: Int
    /// People one team records in one visit.
    public var seats: Int
    /// Visits that one team can make one after the other before the deadline.
    public var rounds: Int
    /// So few people of a site need no visit of their own where a neighbour's has room; 0 = everybody is visited.
    public var joined: Int

    public init(sites: [VisitSite], teams: Int, seats: Int, rounds: Int, joined: Int = 0) {
        self.sites = sites
        self.teams = teams
        self.seats = seats
        self.rounds = rounds
        self.joined = joined
    }

    /// Visits that all teams can make together.
    public var visits: Int {
        let (product, overflow) = max(0, teams).multipliedReportingOverflow(by: max(0, rounds))
        return overflow ? .max : product
    }
}
