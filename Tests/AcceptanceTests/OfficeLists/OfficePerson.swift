/// A person of an office's list: a clean record, so that what comes out is told by what was put in.
struct OfficePerson: Sendable {
    let nik: String
    let nkk: String
    let name: String
    let birthPlace: String
    let birth: Day
    let marital: String
    let sex: String
    let address: String
    let rt: Int
    let rw: Int
    let disability: String

    private static let names = [
        "BUDI", "SITI", "AGUS", "RUTH", "TIURMA", "SAHAT", "TERANG", "DEWI", "YOSUA", "MARIA", "JUMLAHTA", "TOTALINA",
    ]
    private static let families = ["GINTING", "SIREGAR", "ZEBUA", "SEMBIRING", "LUBIS", "Halawa, S.Pd", "HARAHAP"]
    private static let places = ["MEDAN", "Kabanjahe", "TELUK DALAM", "Sibolga", "PANGURURAN"]
    private static let streets = ["Jl. Veteran 1", "DUSUN II", "Gg. Sado", "Jl. Merdeka No. 4", "LORONG 3"]

    /// - Parameter serial: different for everybody of a run, 0 to 99,999.
    init(serial: Int, household: Int, _ random: inout SeededRandom) {
        sex = random.pick(["L", "P"])
        let year = 2018 - random.number(12...80)
        birth = Day(year, random.number(1...12), random.number(1...28)) ?? Day("1990-08-17")
        marital = year > 2000 ? "B" : random.pick(["B", "S", "P"])
        let date = Person.dateDigits(birth, sex: sex)
        nik = "1206" + String(90 + serial / 9999 % 10) + date + Day.padded(serial % 9999 + 1, 4)
        nkk = "120690010110" + Day.padded(household % 9999 + 1, 4)
        name = random.pick(OfficePerson.names) + " " + random.pick(OfficePerson.families)
        birthPlace = random.pick(OfficePerson.places)
        address = random.pick(OfficePerson.streets)
        rt = random.number(1...9)
        rw = random.number(1...9)
        disability = random.chance(10) ? String(random.number(1...5)) : ""
    }
}
