/// A made-up person before anything is written down.
struct Person: Sendable {
    var nik: String
    var familyCard: String
    var name: String
    var birthPlace: String
    var birth: Day
    var marital: String
    var sex: String
    var address: String
    var rt: Int
    var rw: Int
    var disability: String
    /// Ten digits.
    var region: String
    var tps: Int
    var citizenship: String

    static let regencies = ["1271", "1207", "1214", "1201"]

    init(serial: Int, election: Election, asOf: Day, _ random: inout SeededRandom) {
        birth = Person.birth(election: election, asOf: asOf, &random)
        sex = random.pick(["L", "P"])
        let regency = random.pick(Person.regencies)
        region = regency + "9" + String(random.number(0...3)) + "100" + String(random.number(1...3))
        let issued = random.pick(weighted: [
            (90, regency), (6, "3201"), (1, "1090"), (1, "9901"), (1, "2001"), (1, "9101"),
        ])
        let district = "9" + String(random.number(0...9))
        nik = issued + district + Person.dateDigits(birth, sex: sex) + Day.padded(serial % 9999 + 1, 4)
        familyCard = issued + district + "010112" + Day.padded(random.number(1...9999), 4)
        let given = sex == "L" ? Words.maleNames : Words.femaleNames
        name = random.pick(given) + " " + random.pick(Words.familyNames)
        birthPlace = random.pick(Words.places)
        address = random.pick(Words.addresses)
        rt = random.number(0...15)
        rw = random.number(1...9)
        tps = random.number(1...12)
        let age = birth.age(on: election.votingDay)
        marital =
            age < 17
            ? random.pick(weighted: [(9, "B"), (1, "S"), (1, "P")])
            : random.pick(weighted: [(4, "B"), (6, "S"), (1, "P")])
        disability = random.chance(5) ? String(random.number(1...5)) : ""
        citizenship = random.chance(3) ? "WNA" : "WNI"

        // The prefix is where the NIK was first issued; dates and sexes get corrected.
        if random.chance(3) { birth = birth.moved(by: random.number(1...40)) }
        if random.chance(2) { sex = sex == "L" ? "P" : "L" }
    }

    static func dateDigits(_ birth: Day, sex: String) -> String {
        Day.padded(birth.day + (sex == "P" ? 40 : 0), 2) + Day.padded(birth.month, 2) + Day.padded(birth.year % 100, 2)
    }

    /// Births thick around every border the law draws: 17 on polling day, 17 on the as-of date, 120, the leap
    /// day, the as-of date itself.
    private static func birth(election: Election, asOf: Day, _ random: inout SeededRandom) -> Day {
        let votingDay = election.votingDay
        func years(_ years: Int, before day: Day) -> Day {
            Day(day.year - years, day.month, min(day.day, 28)) ?? day
        }
        switch random.number(1...100) {
        case 1...12:
            return years(17, before: votingDay).moved(by: random.number(-3...3))
        case 13...20:
            return years(17, before: asOf).moved(by: random.number(-3...3))
        case 21...24:
            return years(17, before: votingDay).moved(by: random.number(-400...400))
        case 25...27:
            return Day(random.pick([1996, 2000, 2000, 2000, 1976, 1988]), 2, 29) ?? votingDay
        case 28...29:
            return years(120, before: votingDay).moved(by: random.number(-2...2))
        case 30...31:
            return years(121, before: votingDay).moved(by: random.number(-3...3))
        case 32:
            return asOf.moved(by: random.number(-1...2))
        case 33:
            return votingDay.moved(by: random.number(-1...30))
        case 34...36:
            return Day(votingDay.year - random.number(1...16), random.number(1...12), random.number(1...28))
                ?? votingDay
        default:
            return Day(votingDay.year - random.number(17...90), random.number(1...12), random.number(1...28))
                ?? votingDay
        }
    }
}
