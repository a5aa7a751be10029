/// What equal NIKs make of a row.
enum DuplicateMark: Equatable {
    case shared
    case duplicate(Int)
}

/// Rows of equal, valid NIKs compared as the contract says; slow on purpose, row against every earlier row.
enum Duplicates {
    /// The mark of each row that bears one, by its place in `rows`; the rows stand in the order of the lists.
    static func marks(of rows: [ListRow]) -> [Int: DuplicateMark] {
        var groups: [String: [Int]] = [:]
        for (place, row) in rows.enumerated() {
            if let key = NIKReading(row["nik"]).key { groups[key, default: []].append(place) }
        }
        var marks: [Int: DuplicateMark] = [:]
        for places in groups.values where places.count > 1 {
            let forms = places.map { Form(rows[$0]) }
            if forms.contains(where: { $0.k4 != forms[0].k4 }) {
                for place in places { marks[place] = .shared }
                continue
            }
            for later in 1..<forms.count {
                let grades = (0..<later).map { forms[later].grade(against: forms[$0]) }
                marks[places[later]] = .duplicate(grades.min() ?? 4)
            }
        }
        return marks
    }

    /// A row's elements in normal form.
    private struct Form {
        let k1: [String]
        let k2: [String]
        let k3: [String]
        let k4: [String]
        let hasFamilyCard: Bool

        init(_ row: ListRow) {
            let familyCard = NIKReading.clean(row["nkk"])
            hasFamilyCard = familyCard.count == 16 && Text.isDigits(familyCard)
            let name = Text.normal(row["name"])
            let birth =
                DateCell(row["birth_date"]).day.map { "day " + $0.description } ?? Text.normal(row["birth_date"])
            let sex = Form.coded(row["sex"], Codes.sex)
            let place = Text.normal(row["birth_place"])
            let address = [
                Text.normal(row["address"]), Text.integerOrNormal(row["rt"]), Text.integerOrNormal(row["rw"]),
            ]
            k4 = [name, birth]
            k3 = k4 + [sex, place]
            k2 = k3 + address
            k1 =
                k2 + [
                    familyCard, Form.coded(row["marital_status"], Codes.marital),
                    Form.coded(row["disability"], Codes.disability),
                ]
        }

        private static func coded(_ text: String, _ table: [String: String]) -> String {
            Codes.code(text, table).map { "code " + $0 } ?? Text.normal(text)
        }

        func grade(against earlier: Form) -> Int {
            if hasFamilyCard && k1 == earlier.k1 { return 1 }
            if k2 == earlier.k2 { return 2 }
            if k3 == earlier.k3 { return 3 }
            return 4
        }
    }
}
