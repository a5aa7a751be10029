/// Which place is visited when and by which team.
///
/// A visit brings one team to one place, where it records up to `seats` people; a place with more people gets several.
/// Where few people are left of a place they come to a neighbour's visit that has room (`VisitRequest.joined`), the one
/// that they fill best. The plan is then made in three steps:
/// 1. **Choice.** If there are more visits to make than the teams can, the largest are made.
/// 2. **Order.** The teams work group by group, so that neighbours are visited one after the other: first the group
///    with most people a visit, and in it the largest visit first.
/// 3. **Dealing.** In each round the next visits of that order go to teams 1, 2, …
///
/// Bounds, proved here and tested against every possible plan of small cases:
/// - Without joining no plan records more people by the deadline. (What a further visit to a place gains never grows, so
///   taking the largest gains is optimal.) Joining records no fewer: it makes visits larger, and none of them smaller.
/// - Let *waiting* be the sum, over the people of the visits made, of the round in which their visit falls (1, 2, …).
///   Of all plans that make the same visits group by group, none waits less than `waiting − people × (T − 1) / T` with
///   T teams: on average a person waits less than one round longer than in the best plan. One team alone is
///   optimal. (With j the place of a visit in the order, its round is at most (j + T − 1) / T and in no plan below
///   j / T; the order by people a visit, largest first inside, makes Σ people × j least: Smith's rule.)
///   Since every person waits at least one round, waiting is also at most 2 − 1/T times the best.
///
/// The same request gives the same plan. Cost: n log n for n visits.
public struct VisitPlan: Sendable, Equatable {
    public struct Visit: Sendable, Equatable {
        /// Place in the request's sites.
        public var site: Int
        /// The site that the team goes to: another one's where these people join its visit.
        public var host: Int
        /// The people of the site are numbered from 0; the visit is for `people` of them from this one on.
        public var firstPerson: Int
        public var people: Int
        /// From 0 on.
        public var team: Int
        /// From 0 on.
        public var round: Int
    }

    /// People of a site for whom no visit is left: the last of them in the site's own order.
    public struct Remainder: Sendable, Equatable {
        public var site: Int
        public var firstPerson: Int
        public var people: Int
    }

    /// In the order of time, then of teams; who joins a visit stands behind those of its own site.
    public let visits: [Visit]
    /// In the order of the sites.
    public let remainder: [Remainder]
    /// Visits that nobody is left without.
    public let visitsNeeded: Int

    public init(_ request: VisitRequest) {
        let wanted = Self.wanted(request)
        visitsNeeded = wanted.count
        let limit = request.visits
        var groups: [Int: Int] = [:]
        for site in request.sites { groups[site.group, default: 0] += max(0, site.people) }
        let chosen =
            wanted.count <= limit
            ? wanted
            : Array(wanted.sorted { Self.gainsMore($0, $1, groups) }.prefix(limit))
        let order = Self.ordered(chosen)
        var made = [Int](repeating: 0, count: request.sites.count)
        visits = order.enumerated().flatMap { place, visit in
            visit.parts.map { part in
                made[part.site] += part.people
                return Visit(
                    site: part.site, host: visit.site, firstPerson: part.firstPerson, people: part.people,
                    team: place % request.teams, round: place / request.teams)
            }
        }
        remainder = request.sites.enumerated().compactMap { site, wish in
            let left = max(0, wish.people) - made[site]
            return left > 0 ? Remainder(site: site, firstPerson: made[site], people: left) : nil
        }
    }

    /// People on visits.
    public var people: Int { visits.reduce(0) { $0 + $1.people } }

    /// A visit before it has a day.
    private struct Wish {
        var group: Int
        /// The people of the site visited, then those who join.
        var parts: [(site: Int, firstPerson: Int, people: Int)]

        var site: Int { parts[0].site }
        var firstPerson: Int { parts[0].firstPerson }
        var people: Int { parts.reduce(0) { $0 + $1.people } }
    }

    /// Every visit it takes for everyone: full ones, then what is left of a site.
    private static func wanted(_ request: VisitRequest) -> [Wish] {
        var wishes: [Wish] = []
        guard request.seats > 0 else { return wishes }
        for (site, wish) in request.sites.enumerated() {
            var first = 0
            while first < wish.people {
                let people = min(request.seats, wish.people - first)
                wishes.append(Wish(group: wish.group, parts: [(site, first, people)]))
                first += people
            }
        }
        return joined(wishes, request)
    }

    /// Lets visits of few people join one of their group that has room: the larger first, each where the least room is
    /// left behind it.
    private static func joined(_ wishes: [Wish], _ request: VisitRequest) -> [Wish] {
        guard request.joined > 0 else { return wishes }
        var wishes = wishes
        var open: [Int: [Int]] = [:]
        for place in wishes.indices where wishes[place].people < request.seats {
            open[wishes[place].group, default: []].append(place)
        }
        var isGone = [Bool](repeating: false, count: wishes.count)
        let small = wishes.indices.filter { wishes[$0].people <= request.joined }
            .sorted { (-wishes[$0].people, wishes[$0].site) < (-wishes[$1].people, wishes[$1].site) }
        for place in small where wishes[place].parts.count == 1 {
            let people = wishes[place].people
            let hosts = (open[wishes[place].group] ?? []).filter {
                $0 != place && !isGone[$0] && request.seats - wishes[$0].people >= people
            }
            guard let host = hosts.max(by: { (wishes[$0].people, -$0) < (wishes[$1].people, -$1) }) else { continue }
            wishes[host].parts += wishes[place].parts
            isGone[place] = true
        }
        return wishes.indices.filter { !isGone[$0] }.map { wishes[$0] }
    }

    /// The larger visit; of equal ones that of the larger group, so that teams move less.
    private static func gainsMore(_ left: Wish, _ right: Wish, _ groups: [Int: Int]) -> Bool {
        if left.people != right.people { return left.people > right.people }
        // A site's full visits come before one that the last of its people join.
        if left.parts.count != right.parts.count { return left.parts.count < right.parts.count }
        if left.group != right.group {
            let (first, second) = (groups[left.group] ?? 0, groups[right.group] ?? 0)
            return first == second ? left.group < right.group : first > second
        }
        return (left.site, left.firstPerson) < (right.site, right.firstPerson)
    }

    /// Group by group, most people a visit first.
    private static func ordered(_ wishes: [Wish]) -> [Wish] {
        var sums: [Int: (people: Int, visits: Int)] = [:]
        for wish in wishes {
            sums[wish.group, default: (0, 0)].people += wish.people
            sums[wish.group, default: (0, 0)].visits += 1
        }
        return wishes.sorted { left, right in
            if left.group != right.group {
                let first = sums[left.group] ?? (0, 1)
                let second = sums[right.group] ?? (0, 1)
                let (one, other) = (
                    first.people.multipliedFullWidth(by: second.visits),
                    second.people.multipliedFullWidth(by: first.visits)
                )
                return one == other ? left.group < right.group : one > other
            }
            if left.people != right.people { return left.people > right.people }
            return (left.site, left.firstPerson) < (right.site, right.firstPerson)
        }
    }
}
