import Testing

/// What must not change a decision, and what must not change a byte.
@Suite(.enabled(if: Program.canCheck)) struct DeterminismTests {
    static let district = District(election: .pilkada2018, asOf: Day("2017-11-18"), people: 700, seed: 4711)

    @Test(
        arguments: [
            (["--threads", "1"], [:]), (["--threads", "2"], [:]), (["--threads", "7"], [:]),
            ([], ["LANG": "id_ID.UTF-8", "LC_ALL": "id_ID.UTF-8"]), ([], ["TZ": "Asia/Jakarta"]),
            (["--threads", "7"], ["TZ": "Asia/Jakarta", "LANG": "id_ID.UTF-8"]),
            // Kernels by registers of at most so many bytes.
            ([], ["SIAPPILIH_LANES": "32"]), ([], ["SIAPPILIH_LANES": "16"]), ([], ["SIAPPILIH_LANES": "1"]),
        ] as [([String], [String: String])])
    func theBytesAreTheSame(_ options: [String], _ environment: [String: String]) async throws {
        let plain = try await run(DeterminismTests.district)
        let other = try await run(DeterminismTests.district, options: options, environment: environment)
        let (first, second) = (try plain.files(), try other.files())
        #expect(first.keys.sorted() == second.keys.sorted())
        for (name, bytes) in first { #expect(bytes == second[name], "\(name) differs") }
        #expect(
            try plain.json("manifest.json")["digest"] as? String == other.json("manifest.json")["digest"] as? String)
    }

    @Test(arguments: [UInt64(1), 2, 3]) func shufflingRowsKeepsEveryDecision(_ seed: UInt64) async throws {
        let district = District(election: .pemilu2019, asOf: Day("2018-12-16"), people: 500, seed: seed)
        var random = SeededRandom(seed: seed)
        let tables = district.tables.map { $0.shuffled(&random) }
        let shuffled = District(election: district.election, asOf: district.asOf, tables: tables, seed: seed)
        #expect(try await decisions(of: shuffled) == decisions(of: district))
    }

    @Test(arguments: [UInt64(4), 5]) func splittingAListKeepsTheTotals(_ seed: UInt64) async throws {
        let district = District(election: .pilkada2017, asOf: Day("2016-12-31"), people: 500, seed: seed)
        var tables: [Table] = []
        for table in district.tables {
            var (first, second) = (table, table)
            let cut = table.lines.count / 2
            first.lines = Array(table.lines[..<cut])
            second.lines = Array(table.lines[cut...])
            second.path = "second-" + table.path.replacing("/", with: "-")
            if case .emptyLine = first.lines.last { first.dialect.endsWithLineEnd = true }
            tables += first.lines.isEmpty ? [table] : [first, second]
        }
        let split = District(election: district.election, asOf: district.asOf, tables: tables, seed: seed)
        let whole = try await run(district).workdir.text("run/summary.json")
        #expect(try await totals(whole) == totals(run(split).workdir.text("run/summary.json")))
    }

    @Test func addingAPersonAddsOne() async throws {
        let district = DeterminismTests.district
        var tables = district.tables
        let place = try #require(tables.indices.last { tables[$0].role == "population" })
        let newcomer = ["nik": "1271914508900077", "name": "Orang Baru", "birth_date": "05-08-1990", "sex": "P"]
        let line = Line.record(tables[place].columns.map { newcomer[$0] ?? "" }, surplus: 0)
        tables[place].lines.insert(line, at: 0)
        let grown = District(election: district.election, asOf: district.asOf, tables: tables, seed: 1)
        let before = try await decisions(of: district)
        let after = try await decisions(of: grown)
        #expect(after.count == before.count + 1)
        var left = after
        for decision in before {
            if let place = left.firstIndex(of: decision) { left.remove(at: place) }
        }
        #expect(left.count == 1 && left.first?.contains("1271914508900077") == true, "\(left)")
    }

    /// The later instruments restate the base: forced on any election, it decides everyone the same.
    @Test(arguments: [Election.pilkada2017, .pilkada2018, .pemilu2019])
    func theBaseRulesetDecidesTheSame(_ election: Election) async throws {
        let district = District(election: election, asOf: election.votingDay, people: 300, seed: 31)
        let plain = try await run(district).workdir.text("run/persons.csv")
        let forced = try await run(district, options: ["--ruleset", "pkpu-8-2016"]).workdir.text("run/persons.csv")
        #expect(plain == forced)
    }

    private func run(
        _ district: District, options: [String] = [], environment: [String: String] = [:]
    ) async throws -> Run {
        let workdir = try Workdir()
        let outcome = try await workdir.check(district, options: options, environment: environment)
        try #require(outcome.exitCode == 0, "\(outcome.errors)")
        return Run(workdir: workdir, folder: "run")
    }

    /// Every decision of a run without its row number, in an order of its own.
    private func decisions(of district: District) async throws -> [String] {
        let table = try await run(district).table("persons.csv")
        return table.rows.map { row in
            ["list", "nik", "region", "outcome", "kpu_code", "reasons"].map { row[$0] ?? "" }.joined(separator: ",")
        }.sorted()
    }

    /// The summary's lines that hold no digest.
    private func totals(_ summary: String) -> [String] {
        summary.split(separator: "\n").map(String.init).filter { !$0.contains("digest") }
    }
}

extension Table {
    /// The same records in another order; those of one NIK keep theirs, since the earliest of equal rows bears
    /// no mark. What is no record stays at its place.
    func shuffled(_ random: inout SeededRandom) -> Table {
        let places = lines.indices.filter { record(at: $0) != nil }
        var order = places
        order.shuffle(using: &random)
        let nik = columns.firstIndex(of: "nik") ?? 0
        let keys = order.map { place in
            NIKReading(dialect.holdable(record(at: place)?[nik] ?? "")).key ?? "row \(place)"
        }
        var waiting: [String: [Int]] = [:]
        for (key, place) in zip(keys, order).sorted(by: { $0.1 < $1.1 }) { waiting[key, default: []].append(place) }
        var table = self
        for (target, key) in zip(places, keys) {
            guard let source = waiting[key]?.first else { continue }
            waiting[key]?.removeFirst()
            table.lines[target] = lines[source]
        }
        return table
    }

    private func record(at place: Int) -> [String]? {
        if case .record(let cells, _) = lines[place] { return cells }
        return nil
    }
}
