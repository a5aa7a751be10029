/// A made-up district: population lists and the lists that hang on them, written and meant.
struct District: Sendable {
    /// One file: where it lies, its bytes, how it is given, and what was meant.
    struct File: Sendable {
        let path: String
        let bytes: [UInt8]
        let meant: ListFile
    }

    let election: Election
    let asOf: Day
    let tables: [Table]
    let files: [File]

    var input: CheckInput {
        CheckInput(
            election: election, asOf: asOf, files: files.map(\.meant), regions: District.regionNames)
    }

    /// What `rules/regions` ships and the file of made-up regions adds.
    static let regionNames = RegionNames.shipped(adding: Words.regions)

    /// The file that names the made-up regions.
    static let regionFile = "wilayah.csv"
    static var regionTable: String {
        (["code,name"] + Words.regions.map { "\($0.code),\($0.name)" }).joined(separator: "\n") + "\n"
    }

    static let otherRoles = [
        "recordings", "suket", "military", "deaths", "moved", "revoked", "impaired", "field_findings", "reply",
    ]

    /// Made-up lists strike more people than a real one is believed to.
    static let strikes = otherRoles.filter { !["recordings", "suket", "reply"].contains($0) }
        .flatMap { ["--accept-strikes", $0] }

    /// - Parameter given: which of the lists of recordings and sukets are given.
    init(election: Election, asOf: Day, people: Int, seed: UInt64, given: GivenLists = .everything) {
        var random = SeededRandom(seed: seed)
        var listed: [[Person]] = [[], [], []]
        var holders: [[Person]] = []
        for serial in 0..<people {
            let person = Person(serial: serial, election: election, asOf: asOf, &random)
            holders.append([person])
            let home = random.number(0...2)
            listed[home].append(person)
            guard random.chance(9) else { continue }
            for copy in Copies.copies(of: person, &random) {
                listed[random.chance(50) ? home : random.number(0...2)].append(copy)
                holders[serial].append(copy)
            }
        }
        // Some whom no population list knows.
        for serial in 0..<(people / 20) {
            holders.append([Person(serial: 9000 + serial, election: election, asOf: asOf, &random)])
        }
        var tables: [Table] = []
        for (place, people) in listed.enumerated() {
            tables.append(PopulationTable.table(of: people.shuffled(using: &random), place: place, &random))
        }
        for role in District.otherRoles where given.includes(role, &random) {
            let spelling = Spelling(isWild: random.chance(50), delimiter: "|")
            let known = role == "recordings" ? given.withRecordings(holders) : holders
            let lists = SideLists(election: election, asOf: asOf, holders: known, spelling: spelling)
            let rows = lists.rows(of: role, &random)
            let cut = role == "recordings" && random.chance(50) ? rows.count / 2 : rows.count
            tables.append(SideTable.table(of: Array(rows[..<cut]), role: role, place: 0, &random))
            if cut < rows.count {
                tables.append(SideTable.table(of: Array(rows[cut...]), role: role, place: 1, &random))
            }
        }
        for place in tables.indices { tables[place].damage(&random) }
        self.init(election: election, asOf: asOf, tables: tables, seed: seed)
    }

    /// A district of tables that stand already.
    init(election: Election, asOf: Day, tables: [Table], seed: UInt64) {
        var random = SeededRandom(seed: seed)
        self.election = election
        self.asOf = asOf
        self.tables = tables
        var met: [String: Int] = [:]
        files = tables.map { table in
            var table = table
            let name = table.path.split(separator: "/").last.map(String.init) ?? table.path
            met[name, default: 0] += 1
            table.list = met[name] == 1 ? name : "\(name)~\(met[name] ?? 0)"
            let (bytes, meant) = table.written(&random)
            return File(path: table.path, bytes: bytes, meant: meant)
        }
    }

    /// Options that give the lists to the program, in order.
    var listArguments: [String] {
        files.flatMap { file -> [String] in
            let region = file.meant.standingRegion.map { ["--region", $0] } ?? []
            return region + ["--" + file.meant.role.replacing("_", with: "-"), file.path]
        }
    }
}

/// Population lists of three kinds: a full one, one cut as Sidalih exports, a lean one.
enum PopulationTable {
    static func table(of people: [Person], place: Int, _ random: inout SeededRandom) -> Table {
        var dialect = Dialect.any(&random)
        let kind = random.pick(["full", "full", "parts", "district", "bare"])
        // The list that stands for its region comes last, so that it stands for no other.
        let isBare = kind == "bare" && place == 2
        var columns = ["", "nkk", "nik", "name", "birth_place", "birth_date", "marital_status", "sex", "address", "rt"]
        columns += ["rw", "disability", "tps", "ktp_el"]
        switch kind {
        case "parts":
            columns.insert(
                contentsOf: ["region_province", "region_regency", "region_district", "region_village"], at: 1)
            if random.chance(50) { dialect.delimiter = "#" }
        case "bare" where !isBare: columns.removeAll { ["birth_place", "disability"].contains($0) }
        case "bare": break
        case "district": columns = columns.filter { !["marital_status", "ktp_el", ""].contains($0) } + ["region"]
        default: columns += ["region", "citizenship"]
        }
        if dialect.delimiter == "#" {
            dialect.hasQuoting = false
            dialect.empty = "null"
            dialect.hasSeparatorLine = false
            dialect.quotesEverything = false
        }
        let dropped = random.chance(10) ? random.pick(["nkk", "rt", "sex", "tps", "birth_date"]) : "none"
        columns.removeAll { $0 == dropped }
        if random.chance(30) { columns.append("") }
        if random.chance(20) { columns = Array(columns.shuffled(using: &random)) }
        let headings = columns.enumerated().map { index, column in
            column.isEmpty
                ? (index == 0 ? "NO" : random.pick(["KETERANGAN", "UMUR"]))
                : Headings.any(column, role: "population", &random)
        }
        let twin = random.chance(15)
        var table = Table(
            role: "population", path: twin ? "lists\(place)/dp4.csv" : "dp4-\(place).csv",
            dialect: dialect, columns: columns, headings: Table.distinct(headings))
        table.titles = random.chance(25) ? Table.titles(&random) : []
        if isBare { table.standingRegion = random.pick(["1271901001", "127190", "12.07", "12"]) }
        let spelling = Spelling(isWild: random.chance(50), delimiter: dialect.delimiter)
        for person in people {
            var cells = spelling.cells(of: person, &random)
            if kind == "district" { cells["region"] = String(person.region.prefix(6)) }
            cells[""] = random.chance(50) ? "" : "42"
            table.lines.append(.record(columns.map { cells[$0] ?? "" }, surplus: 0))
        }
        return table
    }
}

/// The other lists: a NIK, sometimes a name, and what the list says.
enum SideTable {
    static func table(
        of rows: [[String: String]], role: String, place: Int, _ random: inout SeededRandom
    ) -> Table {
        let dialect = Dialect.any(&random)
        var columns = ["nik"] + (Headings.others[role] ?? [:]).keys.sorted()
        for column in ["printed_on", "number", "destination", "until", "institution"] where random.chance(25) {
            columns.removeAll { $0 == column }
        }
        // Whose the row is. Two columns of a population list beside no column of its own would be a list of people.
        if columns.count < 2 || random.chance(85) { columns.insert("name", at: 1) }
        if random.chance(80) { columns.append("birth_date") }
        if random.chance(30), ["recordings", "reply", "field_findings"].contains(role) { columns.append("sex") }
        if random.chance(20) { columns.shuffle(using: &random) }
        let headings = columns.map { Headings.any($0, role: role, &random) }
        var table = Table(
            role: role, path: "\(role)-\(place).csv", dialect: dialect, columns: columns, headings: headings)
        table.titles = random.chance(20) ? Table.titles(&random) : []
        table.lines = rows.map { cells in
            .record(columns.map { cells[$0] ?? "" }, surplus: 0)
        }
        return table
    }
}

extension Table {
    static func titles(_ random: inout SeededRandom) -> [String] {
        Array(
            ["DAFTAR DATA", "KABUPATEN CONTOH", "", "TAHAPAN PEMUTAKHIRAN", "(data rekaan)"].prefix(
                random.number(1...5)))
    }

    /// No heading twice: the later of two equal ones gets a number.
    static func distinct(_ headings: [String]) -> [String] {
        var seen: Set<String> = []
        return headings.enumerated().map { index, heading in
            seen.insert(heading).inserted ? heading : heading + " \(index)"
        }
    }
}
