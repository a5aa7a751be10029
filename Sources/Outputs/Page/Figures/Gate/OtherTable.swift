/// Looks for another table that agrees with everything a page shows and has another number in one hidden place.
///
/// Where there is one, nobody can tell that number from the page, however they calculate: the table found is the proof.
/// Numbers may be moved away from what they are, one unit or a few, and every sum that is thereby upset is set right by
/// moving another of its hidden numbers. Where the hidden ones do not suffice, shown ones may be moved too, at most
/// `allowance` of them: these are what must be hidden.
struct OtherTable {
    private(set) var cells: [PublicCell]
    /// Members of each sum that may be something else, by rank.
    private let members: [[(place: Int, sign: Int)]]
    /// Sums of each place, with its sign in them.
    private let sumsOf: [[(sum: Int, sign: Int)]]
    private var change: [Int]
    private var moved: [Int] = []
    private var off: [Int]
    private var steps = 0
    private var limit = 0

    /// Searched tables for one number; beyond that there is taken to be none, and more is hidden.
    private static let mostSteps = 300
    private static let mostPatientSteps = 4_000
    private static let mostMoved = 48

    /// - Parameter fixed: places of numbers that readers have from elsewhere.
    init(_ cells: [PublicCell], _ sums: [PublicSum], fixed: Set<Int>) {
        self.cells = cells
        var sumsOf = [[(sum: Int, sign: Int)]](repeating: [], count: cells.count)
        for (number, sum) in sums.enumerated() {
            for (place, sign) in sum.signed { sumsOf[place].append((number, sign)) }
        }
        self.sumsOf = sumsOf
        members = sums.map { sum in
            sum.signed.filter { !fixed.contains($0.place) }.enumerated().sorted {
                let (left, right) = (cells[$0.element.place].rank, cells[$1.element.place].rank)
                return left == right ? $0.offset < $1.offset : left < right
            }.map(\.element)
        }
        change = [Int](repeating: 0, count: cells.count)
        off = [Int](repeating: 0, count: members.count)
    }

    /// Hides a number; without its mark, so that nothing tells of what kind it is.
    mutating func hide(_ place: Int, isMarked: Bool = true) {
        cells[place].isHidden = true
        if !isMarked { cells[place].isMarked = false }
    }

    /// The shown numbers to hide so that the number at `place` cannot be told: none where it cannot be already. Nil: no
    /// table was found.
    mutating func toHide(for place: Int, allowance: Int, patiently: Bool = false) -> [Int]? {
        limit = patiently ? Self.mostPatientSteps : Self.mostSteps
        for step in [1, -1, 2, -2, 3, -3] where cells[place].allows(cells[place].value + step) {
            steps = 0
            move(place, by: step)
            let isFound = settle(allowance)
            let found = moved.filter { !cells[$0].isHidden }
            for place in moved.reversed() { unmove(place) }
            if isFound { return found }
        }
        return nil
    }

    private mutating func move(_ place: Int, by step: Int) {
        change[place] = step
        moved.append(place)
        for (sum, sign) in sumsOf[place] { off[sum] += sign * step }
    }

    private mutating func unmove(_ place: Int) {
        for (sum, sign) in sumsOf[place] { off[sum] -= sign * change[place] }
        change[place] = 0
        moved.removeLast()
    }

    /// Sets the first sum right that is upset, and all others after it.
    private mutating func settle(_ allowance: Int) -> Bool {
        steps += 1
        guard steps <= limit, moved.count <= Self.mostMoved else { return false }
        guard let sum = upset() else { return true }
        // What is hidden already comes first: it costs nothing.
        for isHidden in allowance > 0 ? [true, false] : [true] {
            for (place, sign) in members[sum] where change[place] == 0 && cells[place].isHidden == isHidden {
                guard isHidden || cells[place].isStated else { continue }
                let step = -off[sum] * sign
                guard cells[place].allows(cells[place].value + step) else { continue }
                move(place, by: step)
                if settle(allowance - (isHidden ? 0 : 1)) { return true }
                unmove(place)
            }
        }
        return false
    }

    private func upset() -> Int? {
        for place in moved {
            for (sum, _) in sumsOf[place] where off[sum] != 0 { return sum }
        }
        return nil
    }
}
