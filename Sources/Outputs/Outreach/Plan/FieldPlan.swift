public import Civil
import Planning

/// A visit with its days: one team, one desa, some of its people.
public struct FieldVisit: Sendable, Equatable {
    /// Four digits.
    public var kabupaten: String
    /// From 1 on, within the kabupaten.
    public var team: Int
    /// From 1 on, in the order of time within the team.
    public var number: Int
    /// Working days, in order.
    public var days: [CivilDate]
    /// The desa, or the kecamatan where no desa is known.
    public var region: String
    /// Where the team is: another desa of the kecamatan where these people join its visit.
    public var host: String
    /// The first of the desa's people (in the order of its list, from 1 on) who come to this visit.
    public var firstPerson: Int
    public var people: Int

    /// Whether these people come to a neighbouring desa.
    public var isJoined: Bool { host != region }
}

/// People for whom there is no visit.
public struct FieldRemainder: Sendable, Equatable {
    public enum Cause: String, Sendable {
        /// The teams cannot do more by the deadline.
        case capacity
        /// Their kecamatan is not known.
        case noPlace = "no_place"
    }

    /// As far as it is known.
    public var region: String
    public var firstPerson: Int
    public var people: Int
    public var cause: Cause
}

/// The plan of one office.
public struct OfficePlan: Sendable, Equatable {
    /// Four digits.
    public var kabupaten: String
    public var teams: Int
    /// People who must record.
    public var people: Int
    public var visitsNeeded: Int
    public var visitsPossible: Int
    public var peoplePlanned: Int
    /// Teams with which nobody would be left; nil where no number of teams would do.
    public var teamsNeeded: Int?
}

/// Which team goes where on which day, for every office, and who is left.
public struct FieldPlan: Sendable, Equatable {
    public let offices: [OfficePlan]
    /// By office, then by time, then by team; who joins a visit has a line of their own behind it.
    public let visits: [FieldVisit]
    /// In the order of regions; people without a known kecamatan last.
    public let remainder: [FieldRemainder]
    /// Working days from the first to the deadline.
    public let workingDays: [CivilDate]
    /// People a team records in one visit.
    public let seats: Int
    public let daysPerVisit: Int

    public var people: Int { offices.reduce(0) { $0 + $1.people } + unplaced }
    /// Visits that teams make.
    public var visitCount: Int { visits.count { !$0.isJoined } }
    public var peoplePlanned: Int { visits.reduce(0) { $0 + $1.people } }
    public var peopleLeft: Int { remainder.reduce(0) { $0 + $1.people } }
    private var unplaced: Int { remainder.reduce(0) { $0 + ($1.cause == .noPlace ? $1.people : 0) } }

    /// - Parameter joined: so few people of a desa come to a neighbouring one.
    init(
        _ demand: VisitDemand, calendar: WorkingCalendar, options: OutreachOptions, perDevice: Int, joined: Int = 0
    ) {
        let length = max(1, options.daysPerVisit)
        let days = calendar.days(from: options.from, through: options.deadline, limit: 4000)
        let (daily, isMany) = max(0, options.devices).multipliedReportingOverflow(by: max(0, perDevice))
        let (seats, isMore) = daily.multipliedReportingOverflow(by: length)
        let room = isMany || isMore ? Int.max : seats
        var offices: [OfficePlan] = []
        var visits: [FieldVisit] = []
        var remainder: [FieldRemainder] = []
        for office in demand.offices {
            let teams = options.teams.count(in: office.kabupaten)
            let request = Self.request(office, teams: teams, seats: room, rounds: days.count / length, joined: joined)
            let plan = VisitPlan(request)
            offices.append(
                OfficePlan(
                    kabupaten: office.kabupaten, teams: teams, people: office.sites.reduce(0) { $0 + $1.people },
                    visitsNeeded: plan.visitsNeeded, visitsPossible: request.visits, peoplePlanned: plan.people,
                    teamsNeeded: room > 0 ? Share.atLeast(plan.visitsNeeded, by: request.rounds) : nil))
            visits += plan.visits.map { visit in
                FieldVisit(
                    kabupaten: office.kabupaten, team: visit.team + 1, number: visit.round + 1,
                    days: Array(days[visit.round * length..<(visit.round + 1) * length]),
                    region: office.sites[visit.site].region, host: office.sites[visit.host].region,
                    firstPerson: visit.firstPerson + 1, people: visit.people)
            }
            remainder += plan.remainder.map {
                FieldRemainder(
                    region: office.sites[$0.site].region, firstPerson: $0.firstPerson + 1, people: $0.people,
                    cause: .capacity)
            }
        }
        remainder += demand.unplaced.map {
            FieldRemainder(region: $0.region, firstPerson: 1, people: $0.people, cause: .noPlace)
        }
        self.offices = offices
        self.visits = visits
        self.remainder = remainder
        self.seats = room
        workingDays = days
        daysPerVisit = length
    }

    /// Desa of one kecamatan are neighbours.
    private static func request(
        _ office: VisitDemand.Office, teams: Int, seats: Int, rounds: Int, joined: Int
    ) -> VisitRequest {
        var groups: [Substring: Int] = [:]
        let sites = office.sites.map { site in
            let kecamatan = site.region.prefix(6)
            let group = groups[kecamatan] ?? groups.count
            groups[kecamatan] = group
            return VisitSite(group: group, people: site.people)
        }
        return VisitRequest(sites: sites, teams: teams, seats: seats, rounds: rounds, joined: joined)
    }
}
