/// Looks for a table that agrees with everything known by walking: a sum that is upset is set right by one of its numbers,
/// mostly by the one that upsets fewest others, now and then by any. What it finds is checked; what it does not find may
/// be there all the same.
struct TableWalk {
    let domains: [Attack.Domain]
    let start: [Int]
    let sums: [[(place: Int, sign: Int)]]
    let sumsOf: [[Int]]

    private static let walks = 6
    private static let steps = 600
    /// A number that was moved rests for so many steps.
    private static let rest = 4

    /// Whether a table was found in which the number at `place` is `value`.
    func finds(_ place: Int, _ value: Int) -> Bool {
        (0..<Self.walks).contains { walk in
            var random = District.Random(state: UInt64(place) &* 2_654_435_761 &+ UInt64(walk) &* 97 &+ 5)
            return found(place, value, &random)
        }
    }

    private func found(_ place: Int, _ value: Int, _ random: inout District.Random) -> Bool {
        var values = start
        values[place] = value
        var off = sums.map { sum in sum.reduce(0) { $0 + $1.sign * values[$1.place] } }
        var moved = [Int](repeating: -Self.rest, count: values.count)
        for step in 0..<Self.steps {
            let upset = off.indices.filter { off[$0] != 0 }
            guard !upset.isEmpty else { return isTable(values) }
            let sum = upset[random.next(upset.count)]
            let able = sums[sum].filter { member in
                member.place != place && step - moved[member.place] >= Self.rest
                    && domains[member.place].allows(values[member.place] - off[sum] * member.sign)
            }
            guard !able.isEmpty else { continue }
            var chosen = able[random.next(able.count)]
            if random.next(4) > 0 {
                var fewest = Int.max
                let first = random.next(able.count)
                for turn in able.indices {
                    let member = able[(first + turn) % able.count]
                    let change = -off[sum] * member.sign
                    let worse = sumsOf[member.place].count { other in
                        let sign = sums[other].first { $0.place == member.place }?.sign ?? 0
                        return off[other] + sign * change != 0
                    }
                    if worse < fewest { (fewest, chosen) = (worse, member) }
                }
            }
            let change = -off[sum] * chosen.sign
            values[chosen.place] += change
            moved[chosen.place] = step
            for other in sumsOf[chosen.place] {
                off[other] += (sums[other].first { $0.place == chosen.place }?.sign ?? 0) * change
            }
        }
        return false
    }

    private func isTable(_ values: [Int]) -> Bool {
        values.indices.allSatisfy { domains[$0].allows(values[$0]) }
            && sums.allSatisfy { sum in sum.reduce(0) { $0 + $1.sign * values[$1.place] } == 0 }
    }
}
