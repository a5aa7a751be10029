/// What became of rows that were to be weighed by people's names: places in the `DoubtfulRows` of their role.
struct WeighedRows: Sendable {
    /// By role: rows that are of somebody who bears their NIK, and rows that are another's than somebody who does.
    private(set) var theirs: [String: Set<Int>] = [:]
    private(set) var others: [String: Set<Int>] = [:]

    mutating func add(_ role: String, _ place: Int, isAnother: Bool) {
        if isAnother { others[role, default: []].insert(place) } else { theirs[role, default: []].insert(place) }
    }

    mutating func add(_ other: WeighedRows) {
        theirs.merge(other.theirs) { $0.union($1) }
        others.merge(other.others) { $0.union($1) }
    }

    /// Rows that are of nobody who bears their NIK.
    func ofNobody(_ role: String) -> Set<Int> { (others[role] ?? []).subtracting(theirs[role] ?? []) }
}
