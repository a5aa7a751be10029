import Civil

/// Makes families: a head, mostly a spouse, grown children, now and then a parent; one NKK, one address.
///
/// The list is of the kind handed over before an election: people of voting age on polling day, and a few
/// below. Ages follow from the families; the shares are rough figures of Sumatera Utara, no statistics.
struct SampleHousehold {
    /// The place and the makings of the family.
    struct Place {
        var district: SampleDistrict
        var region: UInt64
        var tps: Int
    }

    /// Polling day, days since 1970-01-01.
    let votingDay: Int
    /// The youngest who are listed in numbers.
    let youngest: Int

    private var families: UInt64 = 0
    private var disabled: SampleQuota
    private var tooYoung: SampleQuota
    private var birthdays: SampleQuota
    private var leapDays: SampleQuota

    init(votingDay: Int, youngest: Int, people: Int) {
        self.votingDay = votingDay
        self.youngest = youngest
        disabled = SampleQuota(share: 9000, people: people, start: 11)
        tooYoung = SampleQuota(share: 5000, people: people, least: 12, start: 23)
        birthdays = SampleQuota(share: 300, people: people, least: 6, start: 41)
        leapDays = SampleQuota(share: 300, people: people, start: 53)
    }

    /// Appends the members to `members`; NIKs are still to be given.
    mutating func make(at place: Place, into members: inout [SamplePerson], using random: inout SampleRandom) {
        families += 1
        let culture = SampleCulture.all[random.weighted(place.district.cultures)]
        let family = random.favouring(max(1, culture.families.count))
        var model = SamplePerson()
        model.region = place.region
        model.tps = place.tps
        model.nkk = nkk(place.region, using: &random)
        SampleStreet.append(to: &model.address, using: &random)
        model.rt = random.within(1...12)
        model.rw = random.below(8)

        let headAge = 22 + random.below(30) + random.below(31)
        let headIsWoman = random.below(100) < 12
        let hasSpouse = !headIsWoman && random.below(100) < 84
        var head = person(model, age: headAge, isWoman: headIsWoman, culture, family, place, using: &random)
        head.maritalStatus = hasSpouse ? .married : (headAge < 32 ? .never : .formerly)
        members.append(head)

        if hasSpouse {
            let age = min(95, max(youngest, headAge - 6 + random.below(9)))
            let own = random.favouring(max(1, culture.families.count))
            var spouse = person(model, age: age, isWoman: true, culture, own, place, using: &random)
            spouse.maritalStatus = .married
            members.append(spouse)
        }
        for _ in 0..<random.below(4) {
            let age = headAge - 21 - random.below(17)
            let isTooYoung = age < youngest
            let isListed = tooYoung.falls(isTooYoung && age >= 12)
            guard !isTooYoung || isListed else { continue }
            let isWoman = random.chance(5000)
            var child = person(model, age: age, isWoman: isWoman, culture, family, place, using: &random)
            child.maritalStatus = age >= 24 && random.below(100) < 15 ? .married : .never
            if isTooYoung, random.below(100) < 30 {
                child.maritalStatus = random.below(100) < 75 ? .married : .formerly
            }
            members.append(child)
        }
        if random.below(100) < 9 {
            let age = min(97, headAge + 20 + random.below(14))
            let isWoman = random.below(100) < 65
            var parent = person(model, age: age, isWoman: isWoman, culture, family, place, using: &random)
            parent.maritalStatus = random.below(100) < 60 ? .formerly : .married
            members.append(parent)
        }
    }

    /// One person of that age on polling day; the birthday is any day of the year, and for the old often a round one.
    private mutating func person(
        _ model: SamplePerson, age: Int, isWoman: Bool, _ culture: SampleCulture, _ family: Int, _ place: Place,
        using random: inout SampleRandom
    ) -> SamplePerson {
        var person = model
        person.isWoman = isWoman
        person.age = age
        let polling = SampleDay.parts(votingDay)
        if age <= youngest + 1, birthdays.falls() {
            // Around the boundary: the birthday on polling day, the day before, the day after.
            person.birth = SampleDay.number(polling.year - youngest, polling.month, polling.day) + random.below(3) - 1
        } else {
            person.birth = SampleDay.number(polling.year - age, polling.month, polling.day) - random.below(365)
            let born = SampleDay.parts(person.birth)
            if age > 40, random.below(100) < 6 {
                person.birth = SampleDay.number(born.year, random.chance(5000) ? 12 : 7, random.chance(5000) ? 31 : 1)
            }
            if born.year % 4 == 0, leapDays.falls() { person.birth = SampleDay.number(born.year, 2, 29) }
        }
        SampleName.append(
            to: &person.name, culture: culture, isWoman: isWoman, family: family, age: age, using: &random)
        if random.below(100) < 72 {
            person.birthPlace = Array(place.district.town.utf8)
        } else {
            person.birthPlace = Array(SampleDistrict.all[random.below(SampleDistrict.all.count)].town.utf8)
        }
        if disabled.falls() { person.disability = random.within(1...5) }
        return person
    }

    private func nkk(_ region: UInt64, using random: inout SampleRandom) -> UInt64 {
        let day = SampleDay.parts(votingDay - 400 - random.below(4000))
        let date = UInt64(day.day) * 10_000 + UInt64(day.month) * 100 + UInt64(day.year % 100)
        return (region / 10_000 * 1_000_000 + date) * 10_000 + families % 9999 + 1
    }
}
