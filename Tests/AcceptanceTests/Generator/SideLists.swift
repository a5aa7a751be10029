/// The other lists of a district: what Dukcapil, the barracks, the courts and the field say, about people on
/// the population lists and others, before and after the as-of date, well and badly written.
struct SideLists {
    let election: Election
    let asOf: Day
    let niks: [String]
    let spelling: Spelling

    /// The rows of a list, each as cells by column id.
    func rows(of role: String, _ random: inout SeededRandom) -> [[String: String]] {
        var rows: [[String: String]] = []
        let share = ["recordings": 78, "reply": 12, "suket": 10, "military": 4][role] ?? 3
        for nik in niks where random.chance(share) {
            let count =
                role == "recordings"
                ? random.pick(weighted: [(70, 1), (20, 2), (7, 3), (3, 5)])
                : random.pick(weighted: [(85, 1), (12, 2), (3, 3)])
            var last: Day?
            for _ in 0..<count {
                let day = random.chance(30) ? last ?? date(&random) : date(&random)
                last = day
                var cells = cells(of: role, day, &random)
                cells["nik"] = spelling.nik(nik, &random)
                cells["name"] = spelling.text(random.pick(Words.familyNames), &random)
                rows.append(cells)
            }
        }
        rows.shuffle(using: &random)
        return rows
    }

    private func cells(of role: String, _ day: Day, _ random: inout SeededRandom) -> [String: String] {
        let date = random.chance(6) ? "" : spelling.dateCell(day, broken: 4, &random)
        switch role {
        case "recordings":
            return [
                "class": random.pick(Words.statuses), "recorded_on": date, "printed_on": self.date(&random).description,
            ]
        case "suket":
            return ["number": "470/\(random.number(1...999))/SKT", "issued_on": date]
        case "military":
            return ["institution": random.pick(["TNI", "POLRI", "tni", " Polri ", "", "TNI", "POLRI", "SATPAM", "?"])]
        case "moved":
            return ["date": date, "destination": random.pick(Words.places)]
        case "revoked":
            let day = random.pick([
                election.votingDay, election.votingDay.previous, election.votingDay.next, asOf,
                election.votingDay.moved(by: random.number(-600...600)),
            ])
            let until = random.chance(30) ? "" : spelling.dateCell(day, broken: 20, &random)
            return ["date": date, "until": until]
        case "field_findings":
            let code =
                random.chance(15)
                ? random.pick(["", "11", "12", "X", "0", "99", "-", "2,5"]) : String(random.number(1...10))
            return ["code": random.chance(5) ? " " + code : code, "date": date]
        case "reply":
            let answer = random.pick([
                "suket terbit", "Suket Terbit", "SUDAH REKAM", "sudah_rekam", "", "tidak ditemukan", "lain", "??",
            ])
            return ["answer": answer, "answered_on": date]
        default:
            return ["date": date]
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
