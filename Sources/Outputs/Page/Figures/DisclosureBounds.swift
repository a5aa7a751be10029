/// What a reader can say of hidden numbers by bounds alone: two of at least 1 that add up to 2 are both 1.
struct DisclosureBounds {
    /// Numbers that the bounds leave one value.
    let determined: [Int]

    private static let mostRounds = 50

    /// - Parameters:
    ///   - sums: places and signs whose numbers add up to 0.
    ///   - known: the numbers that can be seen.
    init(sums: [[(place: Int, sign: Int)]], known: [Int?], least: [Int], most: [Int]) {
        var low = known.indices.map { known[$0] ?? least[$0] }
        var high = known.indices.map { known[$0] ?? most[$0] }
        let open = sums.filter { $0.contains { known[$0.place] == nil } }
        var isMoving = true
        var round = 0
        while isMoving, round < Self.mostRounds {
            isMoving = false
            round += 1
            for sum in open {
                for (place, sign) in sum where known[place] == nil {
                    // sign × number = − the rest
                    var (least, most) = (0, 0)
                    for (other, factor) in sum where other != place {
                        least -= factor > 0 ? high[other] : -low[other]
                        most -= factor > 0 ? low[other] : -high[other]
                    }
                    if sign < 0 { (least, most) = (-most, -least) }
                    if least > low[place] {
                        low[place] = least
                        isMoving = true
                    }
                    if most < high[place] {
                        high[place] = most
                        isMoving = true
                    }
                }
            }
        }
        determined = known.indices.filter { known[$0] == nil && low[$0] == high[$0] }
    }
}
