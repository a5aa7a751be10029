/// The rows of the population lists that bear one valid NIK ("Equal NIKs within the population lists").
struct EqualNIKs: Sendable {
    /// What a row's NIK makes of it beside the others.
    enum Standing: Equatable, Sendable {
        /// No earlier row is the same person.
        case first
        case duplicate(Int)
        case shared
    }

    /// Standings in the order of the rows.
    let standings: [Standing]
    /// The different (name, birth date) under the NIK.
    let identities: Set<Identity>

    var isShared: Bool { identities.count > 1 }

    init(_ rows: [ListRow]) {
        identities = Set(rows.map(Identity.init))
        if identities.count > 1 {
            standings = rows.map { _ in .shared }
            return
        }
        let elements = rows.map(Elements.init)
        standings = elements.indices.map { place in
            let classes = elements[..<place].map { elements[place].strongestClass(sharedWith: $0) }
            return classes.min().map(Standing.duplicate) ?? .first
        }
    }

    /// Of a shared NIK: the one that a row of another list names, where it is the name of exactly one of them.
    func named(by row: ListRow) -> Identity? {
        let name = Identity(row).name
        let namesakes = identities.filter { $0.name == name }
        return name.isEmpty || namesakes.count != 1 ? nil : namesakes.first
    }

    /// The elements by which rows of one NIK are compared, in normal form, a missing cell empty.
    private struct Elements {
        let familyCard: String
        let identity: Identity
        let sex: String
        let birthPlace: String
        let address: [String]
        let marital: String
        let disability: String

        init(_ row: ListRow) {
            familyCard = NIKReading.clean(row["nkk"])
            identity = Identity(row)
            sex = Elements.coded(row["sex"], Codes.sex)
            birthPlace = Elements.present(Text.normal(row["birth_place"]))
            address = [
                Elements.present(Text.normal(row["address"])), Elements.present(Text.integerOrNormal(row["rt"])),
                Elements.present(Text.integerOrNormal(row["rw"])),
            ]
            marital = Elements.coded(row["marital_status"], Codes.marital)
            disability = Elements.coded(row["disability"], Codes.disability)
        }

        /// Name and birth date are equal already.
        func strongestClass(sharedWith other: Elements) -> Int {
            let isK3 = sex == other.sex && birthPlace == other.birthPlace
            let isK2 = isK3 && address == other.address
            let isOneFamily = Elements.isFamilyCard(familyCard) && familyCard == other.familyCard
            if isK2 && isOneFamily && marital == other.marital && disability == other.disability { return 1 }
            if isK2 { return 2 }
            return isK3 ? 3 : 4
        }

        private static func isFamilyCard(_ text: String) -> Bool {
            text.count == 16 && Text.isDigits(text) && Set(text).count > 1
        }

        private static func coded(_ text: String, _ table: [String: String]) -> String {
            Codes.code(text, table).map { "code " + $0 } ?? present(Text.normal(text))
        }

        private static func present(_ normal: String) -> String {
            Text.isMissing(normal) ? "" : normal
        }
    }
}
