/// The population lists' rows by valid NIK, in the order of the lists.
struct NIKGroups: Sendable {
    private let groups: [String: EqualNIKs]
    /// What each row's NIK makes of it, by the row's place among all.
    let standings: [EqualNIKs.Standing]

    init(_ people: [PersonRow]) {
        var places: [String: [Int]] = [:]
        for (place, person) in people.enumerated() {
            if let key = person.nik.key { places[key, default: []].append(place) }
        }
        groups = places.mapValues { EqualNIKs($0.map { people[$0].row }) }
        var standings: [EqualNIKs.Standing] = people.map { _ in .first }
        for (key, places) in places {
            for (place, standing) in zip(places, groups[key]?.standings ?? []) { standings[place] = standing }
        }
        self.standings = standings
    }

    /// Nil where the NIK has a finding: it is never a key.
    func group(of person: PersonRow) -> EqualNIKs? {
        person.nik.key.flatMap { groups[$0] }
    }

    func isListedMoreThanOnce(_ person: PersonRow) -> Bool {
        (group(of: person)?.standings.count ?? 0) > 1
    }
}

/// The rows of the other lists by valid NIK.
struct JoinedRows: Sendable {
    private var all: [String: [OtherRow]] = [:]
    private var places: [OtherRow.Place] = []
    private let asOf: Day
    private let votingDay: Day

    init(_ input: CheckInput) {
        asOf = input.asOf
        votingDay = input.election.votingDay
        for (number, file) in input.files.enumerated() where !["population", "answers"].contains(file.role) {
            for row in file.rows {
                let place = OtherRow.Place(file: number, row: row.row)
                places.append(place)
                guard let key = NIKReading(row["nik"]).key else { continue }
                all[key, default: []].append(OtherRow(row, of: file, at: place))
            }
        }
    }

    func ofAnyDate(_ nik: NIKReading) -> [OtherRow] {
        nik.key.flatMap { all[$0] } ?? []
    }

    /// "1. It is dated after the as-of date: it counts for nobody and says nothing."
    func known(_ nik: NIKReading) -> [OtherRow] {
        ofAnyDate(nik).filter { $0.isKnown(on: asOf, votingDay: votingDay) }
    }

    /// - Parameter others: rows that are another's for everybody who bears their NIK.
    func leftOut(others: Set<OtherRow.Place>) -> [Int: Int] {
        let counting = all.values.joined().filter {
            $0.isKnown(on: asOf, votingDay: votingDay) && $0.saysSomething && !others.contains($0.place)
        }
        let used = Set(counting.map(\.place))
        var leftOut: [Int: Int] = [:]
        for place in places { leftOut[place.file, default: 0] += used.contains(place) ? 0 : 1 }
        return leftOut
    }
}
