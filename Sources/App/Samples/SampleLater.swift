import Civil
import Diagnostics

/// What becomes of made-up people in the months between two sets of lists: they record, get cards and letters, die,
/// move, turn up and go; some recordings turn out to be duplicates, and some are lost.
///
/// Has randomness of its own, so that the first set holds what it would hold alone but for its day.
struct SampleLater {
    /// The population list being written.
    var list: SamplePopulationList?

    private var random: SampleRandom
    private var households: SampleHousehold
    private let from: Int
    private let days: Int
    private let months: Int
    private let counts: [UInt64: Int]

    init(_ plan: Sample.Plan, regions: SampleRegions) {
        random = SampleRandom(seed: plan.seed &+ 0x5EED)
        households = SampleHousehold(
            votingDay: Int(plan.votingDay.dayNumber), youngest: plan.youngest, people: plan.people)
        from = plan.asOf
        days = max(1, plan.lastDay - plan.asOf)
        months = plan.months
        var counts: [UInt64: Int] = [:]
        for kecamatan in regions.districts.flatMap(\.kecamatan) {
            for desa in kecamatan.desa { counts[desa.region / 10_000, default: 0] = max(1, kecamatan.desa.count) }
        }
        self.counts = counts
    }

    /// True in so many of 10,000 cases for three months; more often in a longer time.
    private mutating func happens(_ share: Int) -> Bool { random.chance(min(9500, share * months / 3)) }

    /// A day between the two sets.
    private mutating func day() -> Int { from + random.within(1...days) }

    /// Whether the later recording lists lack the rows of this person.
    mutating func loses(_ person: SamplePerson) -> Bool { happens(25) }

    /// The person's row some months later, and what other lists then know besides.
    mutating func write(
        _ person: SamplePerson, _ recorded: SampleRecordings.Recorded?, recordings: inout SampleRecordings,
        others: inout SampleOtherLists
    ) throws(Failure) {
        recordings.echo(true)
        if happens(80) { return }
        var person = person
        if happens(40) { try others.writeLater("deaths", person, day(), using: &random) }
        if happens(50) { try others.writeLater("moved", person, day(), using: &random) }
        if happens(40) { move(&person) }
        if person.nikCell != nil, happens(2500) { person.nikCell = nil }
        if let place = nextPlace(after: recorded?.place, age: person.age) {
            try recordings.writeLater(person, place, day(), using: &random)
            person.mark = place < 4
        } else if let recorded, (2...3).contains(recorded.place), happens(3000) {
            try others.writeLater("suket", person, day(), using: &random)
        }
        try list?.write(person, using: &random)
    }

    /// The same row again, as in the first set.
    mutating func copy(_ person: SamplePerson) throws(Failure) { try list?.write(person, using: &random) }

    /// People of a desa whom only the later set knows.
    mutating func addNewcomers(
        _ people: Int, at place: SampleHousehold.Place, niks: inout SampleNIK, recordings: inout SampleRecordings
    ) throws(Failure) {
        guard happens(min(9000, people * 80)) else { return }
        var members: [SamplePerson] = []
        households.make(at: place, into: &members, using: &random)
        for member in members.prefix(3) {
            var person = member
            person.nik = niks.issued(in: person.region / 10_000, birth: person.birth, isWoman: person.isWoman)
            if random.chance(6000) {
                try recordings.writeLater(person, random.weighted([40, 10, 20, 30]), day(), using: &random)
                person.mark = true
            }
            try list?.write(person, using: &random)
        }
    }

    /// The class of a newer recording, counted from the most advanced; nil where nothing new happened.
    private mutating func nextPlace(after place: Int?, age: Int) -> Int? {
        switch place {
        case 0, 1: return happens(40) ? 5 : place == 1 && happens(5000) ? 0 : nil
        case 2, 3: return happens(40) ? 6 : happens(4500) ? random.below(2) : nil
        case 4, 5, 6: return happens(3500) ? 2 : nil
        default: return age >= 16 && happens(2500) ? 2 + random.below(2) : nil
        }
    }

    /// To another desa of the same kecamatan.
    private mutating func move(_ person: inout SamplePerson) {
        let kecamatan = person.region / 10_000
        guard let count = counts[kecamatan], count > 1 else { return }
        let first = person.region - (person.region - 1) % 1000
        person.region = first + UInt64(random.below(count))
    }
}
