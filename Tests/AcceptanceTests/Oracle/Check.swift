/// The whole slow check: every person decided, every row of the other lists accounted for.
struct CheckResult: Sendable {
    /// In input order.
    let decisions: [Decision]
    /// Rows of each file, by its place among the inputs, that joined nothing or had no effect.
    let leftOut: [Int: Int]
    /// Recordings of listed people by `region4,week`: the region of the earliest row that bears the NIK, the
    /// Monday of the week; either empty where not known.
    let recordingsByWeek: [String: Int]

    init(_ input: CheckInput) {
        var known: [String: KnownOfPerson] = [:]
        var leftOut: [Int: Int] = [:]
        for (place, file) in input.files.enumerated() where file.role != "population" {
            leftOut[place] = 0
            for row in file.rows {
                var person = KnownOfPerson()
                let key = NIKReading(row["nik"]).key
                if let key, let earlier = known[key] { person = earlier }
                if let key, person.take(row, of: file, asOf: input.asOf, votingDay: input.election.votingDay) {
                    known[key] = person
                } else {
                    leftOut[place, default: 0] += 1
                }
            }
        }
        let population = input.files.filter { $0.role == "population" }
        let marks = Duplicates.marks(of: population.flatMap(\.rows))
        var decisions: [Decision] = []
        for file in population {
            for row in file.rows {
                let key = NIKReading(row["nik"]).key
                let reading = PersonReading(
                    input: input, row: row, list: file.list,
                    region: RegionReading.region(of: row.cells, standingFor: file.standingRegion),
                    mark: marks[decisions.count], known: key.flatMap { known[$0] } ?? KnownOfPerson())
                decisions.append(reading.decision())
            }
        }
        var byWeek: [String: Int] = [:]
        var seen: Set<String> = []
        for decision in decisions {
            guard let key = NIKReading(decision.nik).key, seen.insert(key).inserted else { continue }
            let region = decision.region.count >= 4 ? String(decision.region.prefix(4)) : ""
            for recording in known[key]?.recordings ?? [] {
                byWeek[region + "," + (recording.day?.monday.description ?? ""), default: 0] += 1
            }
        }
        recordingsByWeek = byWeek
        self.decisions = decisions
        self.leftOut = leftOut
    }

    func count(_ isCounted: (Decision) -> Bool) -> Int {
        decisions.filter(isCounted).count
    }

    func count(outcome: String) -> Int {
        count { $0.outcome == outcome }
    }

    var eligible: Int { count { $0.outcome != "ineligible" } }
    var recorded: Int { count { ["ready", "ready_with_suket", "awaiting_card"].contains($0.outcome) } }

    var reasons: [String: Int] {
        var counts: [String: Int] = [:]
        for reason in decisions.flatMap(\.reasons) { counts[reason, default: 0] += 1 }
        return counts
    }

    var kpuCodes: [String: Int] {
        var counts: [String: Int] = [:]
        for code in decisions.compactMap(\.kpuCode) { counts[String(code), default: 0] += 1 }
        return counts
    }

    /// Decisions as the flagged lists order them: by region, the unknown last, then lists as given, then row.
    func ordered(_ isListed: (Decision) -> Bool) -> [Decision] {
        let listed = decisions.enumerated().filter { isListed($0.element) }
        let sorted = listed.sorted { a, b in
            let (left, right) = (a.element.region, b.element.region)
            if left != right { return right.isEmpty || (!left.isEmpty && left < right) }
            return a.offset < b.offset
        }
        return sorted.map(\.element)
    }
}
