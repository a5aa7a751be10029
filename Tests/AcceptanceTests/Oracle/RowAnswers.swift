/// Answers of the field and the office: each speaks for one row of a population list, whatever NIK it bears ("Answers").
struct RowAnswers: Sendable {
    /// What one answer means, and its row.
    struct Answer: Sendable {
        let meaning: String
        let row: ListRow
    }

    private var answers: [String: [Answer]] = [:]
    /// Names of people who are confirmed, by the valid NIK they bear.
    private var confirmedNames: [String: Set<String>] = [:]

    /// - Parameter people: everybody, in any order.
    init(_ input: CheckInput, _ people: [PersonRow]) {
        let byPlace = Dictionary(people.map { (RowAnswers.place($0), $0) }) { first, _ in first }
        for file in input.files where file.role == "answers" {
            for row in file.rows {
                guard let meaning = Codes.code(row["answer"], Codes.rowAnswer), let person = byPlace[row["origin"]],
                    Identity(person.row).name == Identity(row).name, RowAnswers.shows(row["nik"], person.row["nik"])
                else { continue }
                let day = DateCell(row["answered_on"]).day
                if let day, day > input.asOf || day > input.election.votingDay { continue }
                answers[row["origin"], default: []].append(Answer(meaning: meaning, row: row))
                if meaning == "confirmed", let nik = person.nik.key {
                    confirmedNames[nik, default: []].insert(person.identity.name)
                }
            }
        }
    }

    func answers(of person: PersonRow) -> [Answer] { answers[RowAnswers.place(person)] ?? [] }

    func isConfirmed(_ person: PersonRow) -> Bool { answers(of: person).contains { $0.meaning == "confirmed" } }

    /// Whether somebody of another name is confirmed under the person's NIK.
    func isAnotherConfirmed(than person: PersonRow) -> Bool {
        person.nik.key.flatMap { confirmedNames[$0] }?.contains { $0 != person.identity.name } ?? false
    }

    /// Rows that answers give to the lists of deaths, moves, soldiers and police.
    func given(_ person: PersonRow) -> [OtherRow] {
        answers(of: person).compactMap { answer in
            let (role, cells): (String, [String: String])
            switch answer.meaning {
            case "deaths", "moved": (role, cells) = (answer.meaning, [:])
            case "TNI", "POLRI": (role, cells) = ("military", ["institution": answer.meaning])
            default: return nil
            }
            let file = ListFile(role: role, list: "", columns: Set(cells.keys), rows: [])
            return OtherRow(
                ListRow(row: answer.row.row, cells: cells), of: file,
                at: OtherRow.Place(file: -1, row: answer.row.row))
        }
    }

    private static func place(_ person: PersonRow) -> String { "\(person.list):\(person.row.row)" }

    /// The number itself, or its first six digits and stars.
    private static func shows(_ shown: String, _ nik: String) -> Bool {
        if shown == nik { return true }
        return shown.count == nik.count && shown.hasSuffix("**********") && shown.prefix(6) == nik.prefix(6)
    }
}
