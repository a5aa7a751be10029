/// The gate: decides which numbers of a public page and its workbook may be seen.
///
/// Numbers from 1 to 4 are hidden. Then for each of them, stated or not, another table is looked for that agrees with all
/// that is shown and with the rule by which numbers are hidden, and has another number there (`OtherTable`). Where there
/// is none, more is hidden: as few numbers as will do, by an order that does not depend on what they are. A reader may
/// know the rule, all sums, how many rows each list has, and what was published before.
struct Disclosure {
    private(set) var cells: [PublicCell] = []
    private var places: [String: Int] = [:]
    private var sums: [PublicSum] = []
    /// Places whose numbers stand on pages published before and are still the same.
    private var published: Set<Int> = []
    /// Places whose numbers were hidden there, though they were not small.
    private var withheldBefore: Set<Int> = []
    private let audience: Audience

    /// How many numbers may be hidden for the sake of one, at once: as few as will do. An area of every level and one
    /// beside it take some twelve.
    private static let atOnce = [1, 2, 3, 4, 5, 6, 8, 10, 12, 16]

    init(_ audience: Audience) {
        self.audience = audience
    }

    /// A number under a name of its own; the first of a name counts.
    mutating func add(_ name: String, _ cell: PublicCell) {
        guard places[name] == nil else { return }
        places[name] = cells.count
        cells.append(cell)
    }

    mutating func add(_ name: String, _ value: Int, rank: Int = 0) { add(name, PublicCell(value: value, rank: rank)) }

    /// A number that follows from others and stands nowhere.
    mutating func addSilent(_ name: String, _ value: Int, most: Int = .max) {
        add(name, PublicCell(value: value, isStated: false, isMarked: false, most: max(most, value)))
    }

    /// Says that a number is the sum of others; names that were not added are none of the page's, and so is the sum.
    mutating func sum(_ total: String, _ parts: [String]) {
        guard let place = places[total], !parts.isEmpty else { return }
        let members = parts.compactMap { places[$0] }
        if members.count == parts.count { sums.append(PublicSum(total: place, parts: members)) }
    }

    /// Says that two numbers are the same.
    mutating func same(_ one: String, _ other: String) { sum(one, [other]) }

    /// Says what stands on a page published before.
    ///
    /// A number that is still the same is taken for known: hiding it is of no use. One that was hidden for the sake of
    /// another stays hidden: if it has not changed since, showing it would open that page.
    mutating func wasPublished(_ name: String, _ figure: Figure) {
        guard let place = places[name] else { return }
        switch figure {
        case .shown(let value): if cells[place].value == value { published.insert(place) }
        case .few: break
        case .withheld: if cells[place].isStated { withheldBefore.insert(place) }
        }
    }

    /// What a number is, seen or not.
    func value(_ name: String) -> Int? { places[name].map { cells[$0].value } }

    func figure(_ name: String) -> Figure { places[name].map { cells[$0].figure } ?? .withheld }

    /// A number before the gate.
    func cell(_ name: String) -> PublicCell? { places[name].map { cells[$0] } }

    /// Every number that may be seen, by its name.
    var stated: [(name: String, figure: Figure)] {
        places.filter { cells[$0.value].isStated }.map { ($0.key, cells[$0.value].figure) }
            .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    }

    /// Hides what must be hidden; nothing for those who may see everything.
    mutating func close() {
        guard audience == .everyone else { return }
        hideSmall()
        protect()
        if !isSafe { withhold() }
    }

    private mutating func hideSmall() {
        for place in cells.indices {
            let cell = cells[place]
            if !cell.isStated && !cell.isKnown || cell.isSmall || isProtected(place) { cells[place].isHidden = true }
        }
    }

    /// Says nothing at all: where nothing less is safe.
    private mutating func withhold() {
        for place in cells.indices where cells[place].isStated {
            cells[place].isHidden = true
            cells[place].isMarked = false
        }
    }

    /// Whether nobody can tell a small number from what is shown.
    var isSafe: Bool { audience == .office || tellable().allSatisfy { !cells[$0].isSmall } }

    /// Whether what an earlier page hid for the sake of another stays out of reach even for whoever takes it that nothing
    /// has changed since.
    var keepsEarlierPages: Bool { audience == .office || tellable().isEmpty }

    /// Says that a number is the sum of others after the gate was closed; false where that would give something away.
    mutating func tie(_ total: String, _ parts: [String]) -> Bool {
        var trial = self
        trial.sum(total, parts)
        if audience == .everyone { trial.hideSmall() }
        guard trial.isSafe else { return false }
        self = trial
        return true
    }

    /// States one number more, the sum of others, if it gives nothing away; says whether it does not.
    mutating func state(_ name: String, sumOf parts: [String]) -> Bool {
        let members = parts.compactMap { places[$0] }
        let value = members.reduce(0) { $0 + cells[$1].value }
        guard audience == .everyone else {
            add(name, value)
            return true
        }
        guard value == 0 || value > Figure.mostFew, members.count > 1 else { return false }
        var trial = self
        trial.add(name, value)
        trial.sum(name, parts)
        trial.hideSmall()
        guard trial.isSafe else { return false }
        self = trial
        return true
    }

    // MARK: Protection

    /// Places of numbers that readers have from elsewhere.
    private var fixed: Set<Int> { published.union(cells.indices.filter { cells[$0].isKnown }) }

    /// Whether nobody may learn a number: it is small, or was hidden before.
    private func isProtected(_ place: Int) -> Bool {
        guard !cells[place].isKnown, !published.contains(place) else { return false }
        return cells[place].isSmall || withheldBefore.contains(place)
    }

    /// Numbers that nobody may learn and that a reader could tell.
    func tellable() -> [Int] {
        let fixed = fixed
        var search = OtherTable(cells, sums, fixed: fixed)
        return cells.indices.filter {
            isProtected($0) && search.toHide(for: $0, allowance: 0, patiently: true) == nil
        }
    }

    /// What is hidden more never gives away what was safe, so each number is looked at once.
    private mutating func protect() {
        let fixed = fixed
        var search = OtherTable(cells, sums, fixed: fixed)
        for place in cells.indices where isProtected(place) {
            var found: [Int]?
            var reach = 0
            while found == nil, reach <= Self.farthest {
                found = search.toHide(for: place, allowance: 0, patiently: reach > 0)
                for allowance in Self.atOnce where found == nil {
                    found = search.toHide(for: place, allowance: allowance)
                }
                // What is no small number is not worth more than that.
                if found != nil || !cells[place].isSmall { break }
                // Nothing near will do: the marks go too, and everything that is summed up with it.
                reach += 1
                for other in near(place, reach) where cells[other].isStated && !fixed.contains(other) {
                    search.hide(other, isMarked: false)
                }
            }
            for other in found ?? [] { search.hide(other) }
        }
        cells = search.cells
    }

    /// Sums of sums that are hidden as a whole where nothing less will do.
    private static let farthest = 6

    /// Places that stand in a sum with one, or with one that does.
    private func near(_ place: Int, _ reach: Int) -> [Int] {
        var near: Set<Int> = [place]
        for _ in 0..<reach {
            var wider = near
            for sum in sums {
                let members = [sum.total] + sum.parts
                if members.contains(where: near.contains) { wider.formUnion(members) }
            }
            near = wider
        }
        return near.sorted()
    }
}
