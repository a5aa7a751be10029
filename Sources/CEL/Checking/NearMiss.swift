import Diagnostics

/// Finds the name somebody probably meant.
enum NearMiss {
    /// The candidate most like `name`, if one is like enough: about one fault in three characters, or a name cut short.
    static func suggestion(for name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars.prefix(80))
        let most = wanted.count < 3 ? 0 : max(1, wanted.count / 3)
        var best: (candidate: String, distance: Int)?
        for candidate in candidates.sorted() {
            let scalars = Array(candidate.lowercased().unicodeScalars.prefix(80))
            var distance = distance(wanted, scalars)
            if wanted.count >= 3, scalars.starts(with: wanted) { distance = min(distance, most) }
            if distance <= most, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.candidate
    }

    /// "did you mean …", where there is a name like it.
    static func remedy(for name: String, among candidates: some Sequence<String>) -> Bilingual? {
        suggestion(for: name, among: candidates).map {
            Bilingual(id: "mungkin maksudnya '\($0)'", en: "did you mean '\($0)'")
        }
    }

    /// Insertions, deletions, replacements and swaps of neighbours from one to the other.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, scalar) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (scalar == other ? 0 : 1))
                if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
