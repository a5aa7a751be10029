import Civil
import Diagnostics
import Files
import Schema

/// Writes the lists beside population and recordings: letters, deaths, moves, soldiers and police, and the rest.
struct SampleOtherLists {
    private(set) var lists: [(role: String, columns: [String], list: SampleList)] = []
    private let words: SampleVocabulary
    private let asOf: Int
    private var letters: UInt64 = 0
    private var quotas: [String: SampleQuota] = [:]
    private var odd: SampleQuota
    private var late: SampleQuota
    private var undated: SampleQuota
    private var codes: [String: [[[UInt8]]]] = [:]

    /// Role, file, delimiter, columns, how many of 1,000,000 people stand on it (0: decided otherwise).
    private static let plan: [(String, String, Character, [String], Int)] = [
        ("suket", "suket.csv", ",", ["nik", "number", "issued_on"], 0),
        ("military", "tni-polri.csv", ";", ["nik", "institution"], 4000),
        ("deaths", "meninggal.csv", ",", ["nik", "died_on"], 0),
        ("moved", "pindah.csv", ";", ["nik", "moved_on", "destination"], 7000),
        ("revoked", "hak-pilih-dicabut.csv", ",", ["nik", "judged_on", "until"], 60),
        ("impaired", "surat-keterangan-ahli.csv", ",", ["nik", "letter_on"], 150),
        ("field_findings", "temuan-coklit.csv", "\t", ["nik", "code", "found_on"], 3000),
        ("reply", "jawaban-dukcapil.csv", ",", ["nik", "answer", "answered_on"], 9000),
    ]

    /// Role and file of each list written.
    var records: Int { lists.reduce(0) { $0 + $1.list.records } }

    init(
        in folder: RunDirectory, sets: SampleSets, words: SampleVocabulary, asOf: Int, people: Int,
        random: inout SampleRandom
    ) throws(Failure) {
        self.words = words
        self.asOf = asOf
        // These count the rows of the lists, about one for nine people.
        let rows = people / 9
        odd = SampleQuota(share: 5000, people: rows, start: 3)
        late = SampleQuota(share: 20_000, people: rows, least: 8, start: 9)
        undated = SampleQuota(share: 10_000, people: rows, least: 6, start: 19)
        for (place, plan) in Self.plan.enumerated() {
            let (role, name, delimiter, columns, share) = plan
            guard words.schema.role(role) != nil else { continue }
            let dialect = SampleDialect(
                delimiter.asciiValue ?? 0x2C, words.schema, day: .dayFirst(UInt8(ascii: "/")), variant: place % 2)
            let order = SampleRandom(seed: random.next())
            let list = try SampleList(name: sets.first + name, in: folder, dialect: dialect, shuffle: order)
            list.twin = try sets.later.map { later throws(Failure) in
                try SampleList(name: later + name, in: folder, dialect: dialect, shuffle: order)
            }
            for column in columns { list.cell(words.heading(role, column, in: dialect) ?? column) }
            try list.endLine()
            lists.append((role, columns, list))
            quotas[role] = SampleQuota(share: share, people: people, least: 8, start: place * 29)
            for column in columns { codes["\(role).\(column)"] = words.codes(role, column) }
        }
    }

    /// Puts the person on the lists that know them.
    ///
    /// - Parameter recorded: what the person's newest recording says; nil where there is none.
    mutating func write(_ person: SamplePerson, recorded: SampleRecordings.Recorded?, using random: inout SampleRandom)
        throws(Failure)
    {
        let hasCard = (recorded?.place ?? 9) < 2
        let isWaiting = recorded.map { (2...3).contains($0.place) } ?? false
        if random.below(1000) < (isWaiting ? 560 : hasCard ? 2 : 6) {
            letters += 1
            try write("suket", person.nik, asOf - random.below(150), using: &random)
        }
        let mortality = person.age > 75 ? 600 : person.age > 60 ? 200 : person.age > 40 ? 40 : 8
        if random.below(10000) < mortality { try write("deaths", person.nik, asOf - random.below(700), using: &random) }
        let isServing = !person.isWoman && (18...57).contains(person.age)
        for (role, fits) in [
            ("military", isServing), ("moved", true), ("revoked", person.age > 20), ("impaired", true),
            ("field_findings", true), ("reply", !hasCard),
        ] where quotas[role]?.falls(fits) ?? false {
            try write(role, person.nik, asOf - random.below(120), using: &random)
        }
    }

    /// A row of the later set alone, dated `day`.
    mutating func writeLater(_ role: String, _ person: SamplePerson, _ day: Int, using random: inout SampleRandom)
        throws(Failure)
    {
        guard let entry = lists.first(where: { $0.role == role }), let list = entry.list.twin else { return }
        for column in entry.columns {
            switch column {
            case "nik": list.number(person.nik, width: 16)
            case "number":
                letters += 1
                list.cell("470/\(letters)/DKCS/\(SampleDay.parts(day).year)")
            case "destination": list.cell(SampleDistrict.all[random.below(SampleDistrict.all.count)].town)
            default: list.day(day)
            }
        }
        try list.endRecord()
    }

    func close() throws(Failure) {
        for entry in lists { try entry.list.close() }
    }

    private mutating func write(_ role: String, _ nik: UInt64, _ day: Int, using random: inout SampleRandom)
        throws(Failure)
    {
        guard let entry = lists.first(where: { $0.role == role }) else { return }
        let isLate = late.falls()
        let isUndated = !isLate && undated.falls()
        for column in entry.columns {
            switch column {
            case "nik": entry.list.number(nik, width: 16)
            case "number": entry.list.cell("470/\(letters)/DKCS/\(SampleDay.parts(asOf).year)")
            case "destination": entry.list.cell(SampleDistrict.all[random.below(SampleDistrict.all.count)].town)
            case "until": writeUntil(to: entry.list, using: &random)
            default:
                let known = codes["\(role).\(column)"] ?? []
                if !known.isEmpty {
                    entry.list.cell(code(known, using: &random))
                } else if isUndated {
                    entry.list.empty()
                } else {
                    entry.list.day(isLate ? asOf + random.within(1...40) : day)
                }
            }
        }
        try entry.list.endRecord()
    }

    /// The end of a revocation: none, past, to come, or no date.
    private func writeUntil(to list: SampleList, using random: inout SampleRandom) {
        switch random.below(4) {
        case 0: list.empty()
        case 1: list.day(asOf - random.within(1...300))
        case 2: list.day(asOf + random.within(400...1500))
        default: list.cell("2 tahun")
        }
    }

    private mutating func code(_ known: [[[UInt8]]], using random: inout SampleRandom) -> [UInt8] {
        // A few words that no table knows, and a few empty cells.
        if odd.falls() { return random.chance(5000) ? [] : Array("LL".utf8) }
        return SampleVocabulary.word(known, random.below(known.count), 0)
    }
}
