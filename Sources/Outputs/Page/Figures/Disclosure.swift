/// Decides which numbers of a page may be seen. Numbers from 1 to 4 are hidden; then, as long as a reader could compute one
/// of them from the others by the sums the page states, one more number is hidden.
///
/// A number is taken as computable where the sums leave it one value only: exactly (by elimination) or within the bounds
/// that everybody knows (a hidden small number is 1 to 4, nothing is less than 0).
struct Disclosure {
    private struct Cell {
        var value: Int
        var isSigned: Bool
        var figure: Figure
    }

    /// total = sum of the parts.
    private struct Sum {
        var total: Int
        var parts: [Int]

        var members: [Int] { [total] + parts }
    }

    private var cells: [Cell] = []
    private var places: [String: Int] = [:]
    private var sums: [Sum] = []
    private let audience: Audience

    init(_ audience: Audience) {
        self.audience = audience
    }

    /// A number under a name of its own. A signed one may lie below 0, as changes do.
    mutating func add(_ name: String, _ value: Int, isSigned: Bool = false) {
        guard places[name] == nil else { return }
        places[name] = cells.count
        cells.append(Cell(value: value, isSigned: isSigned, figure: .shown(value)))
    }

    /// Says that a number is the sum of others; names that were not added are none of the page's, and so is the sum.
    mutating func sum(_ total: String, _ parts: [String]) {
        guard let place = places[total], !parts.isEmpty else { return }
        let members = parts.compactMap { places[$0] }
        if members.count == parts.count { sums.append(Sum(total: place, parts: members)) }
    }

    /// Says that two numbers are the same, or will be taken for the same.
    mutating func same(_ one: String, _ other: String) { sum(one, [other]) }

    func figure(_ name: String) -> Figure { places[name].map { cells[$0].figure } ?? .withheld }

    func has(_ name: String) -> Bool { places[name] != nil }

    /// Hides what must be hidden; nothing for those who may see everything.
    mutating func close() {
        guard audience == .everyone else { return }
        for place in cells.indices where 1...Figure.mostFew ~= abs(cells[place].value) { cells[place].figure = .few }
        // Each round hides one number more, so this ends.
        while let known = computable() {
            guard let other = companion(of: known) else { return }
            cells[other].figure = .withheld
        }
    }

    private func isHidden(_ place: Int) -> Bool { cells[place].figure.value == nil }

    /// A small number that the sums give away; nil where none is.
    private func computable() -> Int? {
        var exact = Elimination()
        for sum in sums {
            var row: [Int: Int] = [:]
            for (member, sign) in Self.signed(sum) where isHidden(member) { row[member, default: 0] += sign }
            exact.add(row)
        }
        if let place = exact.determined.filter({ cells[$0].figure == .few }).min() { return place }
        return DisclosureBounds(
            sums: sums.filter(agrees).map(Self.signed), known: cells.map { $0.figure.value },
            least: cells.map(least), most: cells.map(most)
        ).determined.first { cells[$0].figure == .few }
    }

    private static func signed(_ sum: Sum) -> [(place: Int, sign: Int)] {
        [(sum.total, 1)] + sum.parts.map { ($0, -1) }
    }

    /// Whether the numbers really add up; those that are only taken for the same may not.
    private func agrees(_ sum: Sum) -> Bool {
        cells[sum.total].value == sum.parts.reduce(0) { $0 + cells[$1].value }
    }

    private func least(_ cell: Cell) -> Int {
        if cell.figure == .few { return cell.isSigned ? -Figure.mostFew : 1 }
        return cell.isSigned ? -Self.most : 0
    }

    private func most(_ cell: Cell) -> Int { cell.figure == .few ? Figure.mostFew : Self.most }

    private static let most = 1 << 40

    /// The number to hide with one that could be computed: the smallest part of a sum in which a hidden number stands
    /// alone (its own sums first), then of any of its sums, then anything near; totals only where no part is left.
    private func companion(of place: Int) -> Int? {
        let own = sums.filter { $0.members.contains(place) }
        func isAlone(_ sum: Sum) -> Bool { sum.members.filter(isHidden).count == 1 }
        let groups = [
            own.filter(isAlone), sums.filter(isAlone), own, sums.filter { $0.members.contains(where: isHidden) },
        ]
        for group in groups {
            for sum in group {
                let parts = sum.parts.filter { !isHidden($0) && $0 != place }
                if let best = parts.min(by: precedes) { return best }
            }
        }
        for group in groups {
            for sum in group where !isHidden(sum.total) { return sum.total }
        }
        return cells.indices.first { !isHidden($0) }
    }

    /// Small numbers before great ones, nothing at all last: a hidden zero says little of its neighbours.
    private func precedes(_ left: Int, _ right: Int) -> Bool {
        let (one, other) = (cells[left].value, cells[right].value)
        if (one == 0) != (other == 0) { return other == 0 }
        return one == other ? left < right : one < other
    }
}
