/// A number of people before the gate: what it is, and what a reader would know of it if it were hidden.
struct PublicCell {
    var value: Int
    /// The page would say it; otherwise it only follows from what the page says.
    var isStated = true
    /// Hidden, it bears a mark that tells 1 to 4 from anything else.
    var isMarked = true
    /// Readers have it from elsewhere, as how many rows a list has: hiding it is of no use.
    var isKnown = false
    /// Nobody may learn it where it is small; otherwise it only ties others together.
    var isSecret = true
    /// No more than this, as readers know.
    var most = Int.max
    /// Which numbers are hidden for the sake of others: those of a low rank first.
    var rank = 0
    var isHidden = false

    var isSmall: Bool { isSecret && 1...Figure.mostFew ~= value }

    /// Whether a reader who knows how numbers are hidden, and does not see this one, must think it possible.
    func allows(_ value: Int) -> Bool {
        guard value >= 0, value <= most else { return false }
        guard isMarked, isStated else { return true }
        return isSmall ? 1...Figure.mostFew ~= value : value == 0 || value > Figure.mostFew
    }

    var figure: Figure {
        guard isHidden else { return .shown(value) }
        return isMarked && isStated && isSmall ? .few : .withheld
    }
}

/// A number that is the sum of others: places of cells.
struct PublicSum {
    var total: Int
    var parts: [Int]

    /// Each place with its sign, so that they add up to 0; parts first, which are given up before their total.
    var signed: [(place: Int, sign: Int)] { parts.map { ($0, -1) } + [(total, 1)] }
}
