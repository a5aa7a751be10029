/// Linear equations over unknown numbers, reduced as they come (Gauss and Jordan), modulo a prime: says which unknowns
/// have one solution only. Whole numbers modulo a large prime neither grow nor round.
struct Elimination {
    private static let prime = 2_147_483_647
    /// Reduced rows by the unknown each is solved for.
    private var rows: [Int: [Int: Int]] = [:]

    /// Unknowns that the equations determine.
    var determined: [Int] { rows.filter { $0.value.count == 1 }.map(\.key).sorted() }

    /// Adds an equation by its coefficients; what it adds up to does not matter for whether it can be solved.
    mutating func add(_ coefficients: [Int: Int]) {
        var row = coefficients.mapValues(Self.reduced).filter { $0.value != 0 }
        for pivot in row.keys.sorted() {
            guard let factor = row[pivot], let other = rows[pivot] else { continue }
            Self.subtract(other, times: factor, from: &row)
        }
        guard let pivot = row.keys.min(), let lead = row[pivot] else { return }
        let inverse = Self.inverse(lead)
        row = row.mapValues { $0 * inverse % Self.prime }
        for key in Array(rows.keys) {
            guard var other = rows[key], let factor = other[pivot] else { continue }
            Self.subtract(row, times: factor, from: &other)
            rows[key] = other
        }
        rows[pivot] = row
    }

    private static func subtract(_ row: [Int: Int], times factor: Int, from target: inout [Int: Int]) {
        for (place, value) in row {
            let rest = reduced((target[place] ?? 0) - factor * value % prime)
            target[place] = rest == 0 ? nil : rest
        }
    }

    private static func reduced(_ value: Int) -> Int {
        let rest = value % prime
        return rest < 0 ? rest + prime : rest
    }

    /// By Fermat: value to the power of prime - 2.
    private static func inverse(_ value: Int) -> Int {
        var (base, power, result) = (value, prime - 2, 1)
        while power > 0 {
            if power & 1 == 1 { result = result * base % prime }
            base = base * base % prime
            power >>= 1
        }
        return result
    }
}
