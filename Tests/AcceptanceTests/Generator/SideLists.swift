/// The other lists of a district: what Dukcapil, the barracks, the courts and the field say, about people on
/// the population lists and others, before and after the as-of date, well and badly written.
struct SideLists {
    let election: Election
    let asOf: Day
    /// Everybody who bears one NIK, for each NIK: mostly one.
    let holders: [[Person]]
    let spelling: Spelling

    /// The rows of a list, each as cells by column id.
    func rows(of role: String, _ random: inout SeededRandom) -> [[String: String]] {
        var rows: [[String: String]] = []
        let share = ["recordings": 74, "reply": 12, "suket": 10, "military": 4][role] ?? 3
        for people in holders where random.chance(people.count > 1 ? min(90, share * 8) : share) {
            let count =
                role == "recordings"
                ? random.pick(weighted: [(60, 1), (25, 2), (11, 3), (4, 5)])
                : random.pick(weighted: [(80, 1), (16, 2), (4, 3)])
            var last: Day?
            for _ in 0..<count {
                let day = random.chance(30) ? last ?? date(&random) : date(&random)
                last = day
                var (cells, says) = cells(of: role, day, people, &random)
                cells["nik"] = spelling.nik(people[0].nik, &random)
                // What says nothing is nobody's: whose it would be is not asked.
                let named = Naming(spelling: spelling, mayBeStranger: says).cells(of: people, &random)
                cells.merge(named) { $1 }
                rows.append(cells)
            }
        }
        rows.shuffle(using: &random)
        return rows
    }

    /// The cells of a row, and whether they say anything.
    private func cells(
        of role: String, _ day: Day, _ people: [Person], _ random: inout SeededRandom
    ) -> (cells: [String: String], says: Bool) {
        let date = random.chance(10) ? random.pick(Words.missingDates) : spelling.dateCell(day, broken: 4, &random)
        switch role {
        case "recordings":
            return (
                [
                    "class": random.pick(Words.statuses), "recorded_on": date,
                    "printed_on": self.date(&random).description,
                ], true
            )
        case "suket":
            return (["number": "470/\(random.number(1...999))/SKT", "issued_on": date], true)
        case "military":
            return (["institution": random.pick(Words.institutions), "date": date], true)
        case "moved":
            return (["date": date, "destination": destination(of: random.pick(people), &random)], true)
        case "revoked":
            return (["date": date, "until": until(&random)], true)
        case "field_findings":
            let code = random.chance(60) ? String(random.number(1...10)) : random.pick(Words.findingCells)
            let cell = random.chance(5) ? " " + code : code
            return (["code": cell, "date": date], FindingCell(cell) != .nothing)
        case "reply":
            let answer = random.pick(Words.answers)
            return (["answer": answer, "answered_on": date], Codes.code(answer, Codes.answer) != nil)
        default:
            return (["date": date], true)
        }
    }

    /// The end of a revocation: thick around polling day, without end in every form, or no date.
    private func until(_ random: inout SeededRandom) -> String {
        if random.chance(30) { return random.pick(Words.missingDates) }
        let day = random.pick([
            election.votingDay, election.votingDay.previous, election.votingDay.next, asOf,
            election.votingDay.moved(by: random.number(-600...600)),
        ])
        return spelling.dateCell(day, broken: 20, &random)
    }

    /// Where somebody moved: away, or to where they are, as a code or a name of any fineness.
    private func destination(of person: Person, _ random: inout SeededRandom) -> String {
        let region = random.chance(60) ? person.region : random.pick(Person.regencies) + "901002"
        let code = String(region.prefix(random.pick([2, 4, 6, 10])))
        switch random.number(1...4) {
        case 1: return code
        case 2: return spelling.dotted(code)
        default: return random.pick(Words.destinations)
        }
    }

    /// A day mostly before the as-of date, thick around it and around the voting day.
    private func date(_ random: inout SeededRandom) -> Day {
        switch random.number(1...10) {
        case 1: asOf
        case 2: asOf.moved(by: random.pick([-1, 1, 1, 2]))
        case 3: random.chance(50) ? election.votingDay : election.votingDay.next
        case 4: Day(2015, random.number(1...12), 1) ?? asOf
        default: asOf.moved(by: -random.number(1...500))
        }
    }
}
