/// The likeness of two texts by Jaro (1989) and Winkler (1990): letters that both have near the same place, in nearly the
/// same order, and more where they begin alike.
public enum JaroWinkler {
    /// In ten-thousandths, half a one rounded up: 10,000 for equal texts, 0 where no letter is near an equal one.
    ///
    /// Letters match within half the longer length less one (rounded down); half a transposition is not rounded; a common
    /// beginning of up to four letters counts a tenth each of what lacks. Reckoned in whole numbers, so that it comes out
    /// the same everywhere.
    public static func likeness(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        let window = max(0, max(one.count, other.count) / 2 - 1)
        var isTaken = [Bool](repeating: false, count: other.count)
        var matched: [Unicode.Scalar] = []
        for (place, letter) in one.enumerated() {
            let end = min(other.count, place + window + 1)
            let near = min(end, max(0, place - window))..<end
            guard let found = near.first(where: { !isTaken[$0] && other[$0] == letter }) else { continue }
            isTaken[found] = true
            matched.append(letter)
        }
        let matches = matched.count
        if matches == 0 { return 0 }
        let taken = zip(other, isTaken).filter(\.1).map(\.0)
        let misplaced = zip(matched, taken).count { $0 != $1 }
        // (m/a + m/b + (m - t)/m) / 3 with t = misplaced / 2, over the common denominator.
        let whole = 6 * one.count * other.count * matches
        let jaro =
            2 * matches * matches * (one.count + other.count)
            + (2 * matches - misplaced) * one.count * other.count
        let begun = zip(one, other).prefix(4).prefix { $0 == $1 }.count
        let tenths = 10 * jaro + begun * (whole - jaro)
        return (2000 * tenths + whole) / (2 * whole)
    }
}
