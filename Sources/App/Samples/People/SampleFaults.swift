/// The errors of a population list, each at its own rate: what a clerk mistyped, left out or took over twice.
struct SampleFaults {
    /// Another row that comes of a person's row, to be listed later.
    enum Copy: CaseIterable {
        /// The same in every field; with another family card; at another address; born elsewhere; someone else.
        case whole, otherCard, otherAddress, otherPlace, otherPerson
    }

    private var damaged: [SampleQuota]
    private var harmless: SampleQuota
    private var noBirthDate: SampleQuota
    private var badBirthDate: SampleQuota
    private var futureBirth: SampleQuota
    private var oldBirth: SampleQuota
    private var shiftedBirth: SampleQuota
    private var otherSex: SampleQuota
    private var unknownPrefix: SampleQuota
    private var noStatus: SampleQuota
    private var badStatus: SampleQuota
    private var noStatusYoung: SampleQuota
    private var foreigner: SampleQuota
    private var ragged: SampleQuota
    private var copies: [SampleQuota]
    private let votingDay: Int
    private let youngest: Int

    init(people: Int, votingDay: Int, youngest: Int) {
        func quota(_ share: Int, least: Int = 3, _ start: Int) -> SampleQuota {
            SampleQuota(share: share, people: people, least: least, start: start * 97)
        }
        damaged = SampleDamage.allCases.map { quota(350, 1 + $0.rawValue * 7) }
        harmless = quota(3000, 2)
        noBirthDate = quota(800, 3)
        badBirthDate = quota(800, least: 4, 4)
        futureBirth = quota(50, 5)
        oldBirth = quota(150, 6)
        shiftedBirth = quota(4000, 9)
        otherSex = quota(800, 10)
        unknownPrefix = quota(100, 11)
        noStatus = quota(1500, 12)
        badStatus = quota(500, 13)
        noStatusYoung = quota(300, least: 3, 14)
        foreigner = quota(300, least: 8, 16)
        ragged = quota(20, 17)
        copies = Copy.allCases.enumerated().map { place, _ in quota(900, least: 4, 20 + place * 5) }
        self.votingDay = votingDay
        self.youngest = youngest
    }

    /// Changes what the person's list says. One error a cell at most.
    mutating func apply(to person: inout SamplePerson, using random: inout SampleRandom) {
        applyToNIK(&person, using: &random)
        applyToBirthDate(&person, using: &random)
        if noStatusYoung.falls(person.age < youngest) {
            person.maritalCell = []
        } else if noStatus.falls() {
            person.maritalCell = []
        } else if badStatus.falls() {
            person.maritalCell = Array(["X", "?", "9"][random.below(3)].utf8)
        }
        if otherSex.falls(person.nikCell == nil) { person.isWoman.toggle() }
        if foreigner.falls(person.age >= 20) { person.isForeigner = true }
        if ragged.falls() { person.isRagged = true }
    }

    private mutating func applyToNIK(_ person: inout SamplePerson, using random: inout SampleRandom) {
        if unknownPrefix.falls() {
            person.nik = 99 * 100_000_000_000_000 + person.nik % 100_000_000_000_000
        }
        for kind in SampleDamage.allCases where damaged[kind.rawValue].falls(person.nikCell == nil) {
            person.nikCell = kind.cell(person.nik, using: &random)
        }
        if harmless.falls(person.nikCell == nil) {
            person.nikCell = SampleDamage.harmless(person.nik, using: &random)
        }
    }

    private mutating func applyToBirthDate(_ person: inout SamplePerson, using random: inout SampleRandom) {
        if noBirthDate.falls() {
            person.birthCell = []
        } else if badBirthDate.falls() {
            let bad = ["30-02-1985", "00-00-0000", "#VALUE!", "17-08-90", "31-04-1990"]
            person.birthCell = Array(bad[random.below(bad.count)].utf8)
        } else if futureBirth.falls() {
            // The clerk's slip: this century for the last.
            person.birth = votingDay + random.within(200...9000)
        } else if oldBirth.falls() {
            person.birth = SampleDay.number(1870 + random.below(25), 12, 31)
        } else if shiftedBirth.falls() {
            person.birth += random.chance(5000) ? random.within(1...28) : -random.within(1...28)
        }
    }

    /// The further row that comes of this one, if one does. Rows with a damaged NIK are never copied.
    mutating func copy(of person: SamplePerson, using random: inout SampleRandom) -> SamplePerson? {
        for (place, kind) in Copy.allCases.enumerated() where copies[place].falls(person.nikCell == nil) {
            var copy = person
            switch kind {
            case .whole: break
            case .otherCard:
                copy.nkk = person.nkk ^ 1
                if copy.maritalStatus == .married { copy.maritalStatus = .formerly }
            case .otherAddress:
                copy.address = []
                SampleStreet.append(to: &copy.address, using: &random)
                copy.rt = person.rt % 12 + 1
            case .otherPlace:
                copy.birthPlace = Array(SampleDistrict.all[random.below(SampleDistrict.all.count)].town.utf8)
                copy.isWoman.toggle()
            case .otherPerson:
                copy.name = []
                let culture = SampleCulture.all[random.below(SampleCulture.all.count)]
                SampleName.append(
                    to: &copy.name, culture: culture, isWoman: copy.isWoman, family: random.below(20), age: copy.age,
                    using: &random)
                if copy.birthCell == nil { copy.birth += random.within(300...3000) * (person.age > 40 ? 1 : -1) }
            }
            return copy
        }
        return nil
    }
}
