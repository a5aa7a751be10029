/// Everyone of one kecamatan who stands on a field list, by desa, in walking order.
struct KecamatanPeople: Sendable {
    struct Desa: Sendable {
        /// Ten digits, or fewer where no more is known.
        var region: String
        var visit: [FieldPerson] = []
        var handOut: [FieldPerson] = []
        /// Questions for the office, which has a workbook of its own.
        var office: [FieldPerson] = []

        var everyone: [FieldPerson] { visit + handOut + office }
    }

    /// Six digits, or what is known.
    let region: String
    /// In the order of regions.
    private(set) var desa: [Desa] = []

    init(region: String, people: [FieldPerson]) {
        self.region = region
        var byDesa: [String: [FieldPerson]] = [:]
        for person in people { byDesa[person.region, default: []].append(person) }
        for region in byDesa.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let people = byDesa[region] ?? []
            var entry = Desa(region: region)
            var households = Households()
            func arranged(_ list: FieldPerson.List) -> [FieldPerson] {
                households.number(WalkingOrder.arrange(people.filter { $0.list == list }))
            }
            entry.visit = arranged(.visit)
            entry.handOut = arranged(.handOut)
            entry.office = arranged(.office)
            desa.append(entry)
        }
    }

    /// The people of one of its desa.
    init(_ desa: Desa) {
        region = desa.region
        self.desa = [desa]
    }

    var everyone: [FieldPerson] { desa.flatMap(\.everyone) }
}

/// How many people stand on the lists.
public struct ListCounts: Sendable, Equatable {
    /// Everyone on exactly one of these three.
    public var visit = 0
    public var handOut = 0
    public var office = 0
    /// Of `handOut`: those whose card is printed, who are not flagged.
    public var cards = 0
    /// Selections of the people above.
    public var firstTime = 0
    public var elderly = 0
    public var failed = 0

    /// Flagged people on the lists.
    public var flagged: Int { visit + handOut + office - cards }

    static func + (left: Self, right: Self) -> Self {
        ListCounts(
            visit: left.visit + right.visit, handOut: left.handOut + right.handOut, office: left.office + right.office,
            cards: left.cards + right.cards, firstTime: left.firstTime + right.firstTime,
            elderly: left.elderly + right.elderly, failed: left.failed + right.failed)
    }
}
