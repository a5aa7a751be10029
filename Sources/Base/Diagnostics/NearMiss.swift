/// Finds what somebody probably meant: the known word nearest to one that is not known.
public enum NearMiss {
    /// The nearest of `words`, if it is near enough to be worth naming; the first of equals.
    ///
    /// Near enough: at most a third of the longer word's letters differ (Damerau-Levenshtein, letter case aside), or
    /// one word begins with the other. Words over 64 letters are never compared.
    public static func suggestion(for word: String, among words: some Sequence<String>) -> String? {
        let sought = Array(word.lowercased())
        guard !sought.isEmpty, sought.count <= 64 else { return nil }
        var best: (distance: Int, word: String)?
        for candidate in words where !candidate.isEmpty && candidate.count <= 64 {
            let letters = Array(candidate.lowercased())
            var distance = editDistance(sought, letters)
            let longest = max(sought.count, letters.count)
            // Any letter is one fault from any other: that says nothing.
            let allowed = longest < 3 ? 0 : max(1, longest / 3)
            if distance > allowed {
                guard min(sought.count, letters.count) >= 3,
                    letters.starts(with: sought) || sought.starts(with: letters)
                else { continue }
                distance = allowed + 1
            }
            if distance < best?.distance ?? Int.max { best = (distance, candidate) }
        }
        return best?.word
    }

    /// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other.
    static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        var current = last
        for i in 1...left.count {
            current[0] = i
            for j in 1...right.count {
                let same = left[i - 1] == right[j - 1]
                var cost = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + (same ? 0 : 1))
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    cost = min(cost, beforeLast[j - 2] + 1)
                }
                current[j] = cost
            }
            (beforeLast, last, current) = (last, current, beforeLast)
        }
        return last[right.count]
    }
}
