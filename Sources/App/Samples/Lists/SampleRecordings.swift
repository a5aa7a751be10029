import Diagnostics
import Files

/// Writes the recording lists: two exports, in other orders than the population lists.
struct SampleRecordings {
    /// What a person's newest recording says; the place counts from the most advanced class.
    struct Recorded {
        var place: Int
        var day: Int
    }

    let lists: [SampleList]
    private let words: SampleVocabulary
    private let votingDay: Int
    private let asOf: Int
    private var stranger: SampleNIK
    private var unusable: SampleQuota
    private var undated: SampleQuota
    private var sameDay: SampleQuota
    private var future: SampleQuota

    /// Shares of the classes among people who stand on the list, most advanced first: grown people, and the youngest.
    private static let grown = [660, 90, 55, 85, 6, 7, 16, 55, 4, 8]
    private static let young = [30, 20, 60, 330, 3, 3, 15, 170, 370, 5]
    /// Kecamatan whose people stand on no population list.
    private static let strangers = (317_190...317_199).map { UInt64($0) }
    /// When recording began, in days before polling day.
    private static let began = 2500

    var records: Int { lists.reduce(0) { $0 + $1.records } }

    init(
        in folder: RunDirectory, sets: SampleSets, words: SampleVocabulary, votingDay: Int, asOf: Int, people: Int,
        random: inout SampleRandom
    ) throws(Failure) {
        self.words = words
        self.votingDay = votingDay
        self.asOf = asOf
        stranger = SampleNIK(origins: Self.strangers)
        unusable = SampleQuota(share: 1500, people: people, start: 5)
        undated = SampleQuota(share: 3000, people: people, start: 15)
        sameDay = SampleQuota(share: 500, people: people, start: 25)
        future = SampleQuota(share: 4000, people: people, start: 35)

        let schema = words.schema
        var first = SampleDialect(UInt8(ascii: ","), schema, day: .iso, variant: 0)
        first.headingCase = .underscored
        var second = SampleDialect(
            UInt8(ascii: ";"), schema, day: .dayFirst(UInt8(ascii: "-")), variant: 1)
        second.carriageReturn = true
        var lists: [SampleList] = []
        for (name, dialect) in [("perekaman-1.csv", first), ("perekaman-2.csv", second)] {
            let order = SampleRandom(seed: random.next())
            let list = try SampleList(name: sets.first + name, in: folder, dialect: dialect, shuffle: order)
            list.twin = try sets.later.map { later throws(Failure) in
                try SampleList(name: later + name, in: folder, dialect: dialect, shuffle: order)
            }
            for column in ["nik", "class", "recorded_on", "printed_on"] {
                list.cell(words.heading("recordings", column, in: dialect) ?? column)
            }
            try list.endLine()
            lists.append(list)
        }
        self.lists = lists
    }

    /// Writes what the recording office knows of the person; nil where it knows nothing, or nothing as yet.
    mutating func write(_ person: SamplePerson, youngest: Int, using random: inout SampleRandom) throws(Failure)
        -> Recorded?
    {
        let isYoung = person.age < youngest + 2
        guard random.below(1000) < (isYoung ? 500 : 955) else { return nil }
        let place = random.weighted(isYoung ? Self.young : Self.grown)
        let earliest = max(votingDay - Self.began, person.birth + 16 * 365)
        let isFuture = future.falls()
        var day = asOf - random.below(max(1, asOf - earliest))
        if isFuture { day = asOf + random.within(1...60) }
        // Even and odd kecamatan report to different exports.
        let file = Int(person.region / 10_000 % 2)

        if unusable.falls() {
            let kind = SampleDamage.allCases[random.below(SampleDamage.allCases.count)]
            try write(kind.cell(person.nik, using: &random), place, day, to: file, using: &random)
            return nil
        }
        if sameDay.falls() {
            // Two rows of one day: the more advanced counts.
            try write(person.nik, min(place + 1, Self.grown.count - 1), day, to: file, using: &random)
        } else if random.below(100) < 5 {
            // An older row, in the other export for some.
            let older = 3 + random.below(5)
            let other = random.below(4) == 0 ? 1 - file : file
            try write(person.nik, older, day - random.within(20...900), to: other, using: &random)
        }
        try write(person.nik, place, undated.falls() ? nil : day, to: file, using: &random)
        return isFuture ? nil : Recorded(place: place, day: day)
    }

    /// A recording of someone whom no list holds.
    mutating func writeStranger(using random: inout SampleRandom) throws(Failure) {
        let birth = votingDay - random.within(6500...25000)
        let nik = stranger.issuedElsewhere(birth: birth, isWoman: random.chance(5000))
        try write(nik, random.weighted(Self.grown), asOf - random.below(2000), to: random.below(2), using: &random)
    }

    /// Whether the rows that follow also stand on the later set's lists.
    func echo(_ isEchoed: Bool) {
        for list in lists { list.isEchoed = isEchoed }
    }

    /// A row of the later set alone; the place counts from the most advanced class.
    mutating func writeLater(_ person: SamplePerson, _ place: Int, _ day: Int, using random: inout SampleRandom)
        throws(Failure)
    {
        let file = Int(person.region / 10_000 % 2)
        guard let list = lists[file].twin else { return }
        list.number(person.nik, width: 16)
        try finish(place, day, to: list, file, using: &random)
    }

    func close() throws(Failure) {
        for list in lists { try list.close() }
    }

    private func write(_ nik: UInt64, _ place: Int, _ day: Int?, to file: Int, using random: inout SampleRandom)
        throws(Failure)
    {
        lists[file].number(nik, width: 16)
        try finish(place, day, to: lists[file], file, using: &random)
    }

    private func write(_ nik: [UInt8], _ place: Int, _ day: Int?, to file: Int, using random: inout SampleRandom)
        throws(Failure)
    {
        lists[file].cell(nik)
        try finish(place, day, to: lists[file], file, using: &random)
    }

    private func finish(
        _ place: Int, _ day: Int?, to list: SampleList, _ file: Int, using random: inout SampleRandom
    ) throws(Failure) {
        list.cell(status(place, file, using: &random))
        if let day { list.day(day) } else { list.cell(random.chance(5000) ? "" : "00-00-0000") }
        if let day, place < 2 { list.day(day + random.within(7...120)) } else { list.empty() }
        try list.endRecord()
    }

    /// A status word of the class as this export spells it; blank or unheard-of where the class has no words.
    private func status(_ place: Int, _ file: Int, using random: inout SampleRandom) -> [UInt8] {
        guard words.classes.indices.contains(place), !words.classes[place].isEmpty else {
            return random.chance(4000) ? [] : Array("STATUS_\(random.within(70...79))".utf8)
        }
        var word = words.classes[place][random.favouring(words.classes[place].count)]
        guard file == 1 else { return word }
        // The second export writes blanks, and breaks the line inside some words.
        let breaks = random.below(100) < 10
        for byte in word.indices where word[byte] == UInt8(ascii: "_") {
            word[byte] = breaks ? 0x0A : 0x20
        }
        return word
    }
}
