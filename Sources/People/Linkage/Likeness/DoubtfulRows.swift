public import Civil

/// Rows of lists of one role that may be other people's than those whose NIK they bear: their birth date differs. The
/// names tell, once those of the people are at hand.
public struct DoubtfulRows: Sendable {
    /// What is kept of the rows as of any others.
    public private(set) var rows: EvidenceRows
    /// Of each row the birth date, the name in normal form, and the list that it stands in.
    public private(set) var births: [CivilDate] = []
    public private(set) var names: [String] = []
    public private(set) var lists: [Int32] = []
    private var places: [UInt64: [Int]] = [:]

    /// - Parameter rows: none, with the columns that are kept.
    public init(_ rows: EvidenceRows) { self.rows = rows }

    public var count: Int { births.count }

    /// Adds a row: `add` adds what is kept of it.
    public mutating func append(
        birth: CivilDate, name: String, list: Int, _ add: (inout EvidenceRows) -> Void
    ) {
        add(&rows)
        births.append(birth)
        names.append(name)
        lists.append(Int32(truncatingIfNeeded: list))
    }

    /// Adds the rows that another thread found.
    public mutating func append(contentsOf other: DoubtfulRows) {
        rows.append(contentsOf: other.rows)
        births += other.births
        names += other.names
        lists += other.lists
    }

    /// To be called once all rows were added, before they are looked up.
    public mutating func seal() {
        places = [:]
        for (place, key) in rows.keys.enumerated() { places[key, default: []].append(place) }
    }

    /// The rows that bear a NIK, in no order.
    public func rows(of nik: UInt64) -> [Int] { places[nik] ?? [] }

    /// Whether a row is another's than somebody of this name and birth date.
    ///
    /// - Parameter name: in normal form, with a letter.
    public func isAnother(_ place: Int, name: String, birth: CivilDate, _ likeness: NameLikeness) -> Bool {
        BirthNote.differ(births[place], birth) && !likeness.areAlike(names[place], name)
    }
}
