/// The rows of other lists that count for one person ("Which rows of other lists count for a person, in this order").
struct Evidence: Sendable {
    /// Rows that are this person's: they do what their list does.
    private(set) var own: [OtherRow] = []
    /// Under a shared NIK, rows that name none or several of those who bear it: they refuse nobody.
    private(set) var nobodysInParticular: [OtherRow] = []
    /// Rows of the NIK that are another's.
    private(set) var others: [OtherRow] = []
    /// Moves to where the person is.
    private(set) var movesHere: [OtherRow] = []
    /// `row_of_another`, `moved_here`.
    private(set) var findings: Set<String> = []

    init() {}

    /// - Parameter rows: the rows of the person's NIK, in any order.
    init(for person: PersonRow, sharing equal: EqualNIKs, among rows: [OtherRow], regions: RegionNames) {
        // What says nothing is nobody's evidence.
        for row in rows where row.saysSomething {
            // 2. The NIK is shared.
            let named = equal.isShared ? equal.named(by: row.row) : person.identity
            if let named, named != person.identity { continue }
            // 3. The row is another's. One that names a sharer of the NIK is that one's without further test.
            if !equal.isShared || named == nil, row.isAnother(than: person) {
                findings.insert("row_of_another")
                others.append(row)
                continue
            }
            // 4. A move to where the person is.
            if row.role == "moved", regions.destination(row.row["destination"], contains: person.region) {
                findings.insert("moved_here")
                movesHere.append(row)
                continue
            }
            // 5. The rest.
            if named == nil { nobodysInParticular.append(row) } else { own.append(row) }
        }
    }

    /// Rows that were given for this very person.
    mutating func add(_ given: [OtherRow]) { own += given }

    func own(_ role: String) -> [OtherRow] {
        own.filter { $0.role == role }
    }

    func nobodysInParticular(_ role: String) -> [OtherRow] {
        nobodysInParticular.filter { $0.role == role }
    }

    /// Recordings, sukets and replies count for each of those who share a NIK: all are unverified anyway.
    func counting(_ role: String) -> [OtherRow] {
        own(role) + nobodysInParticular(role)
    }
}
