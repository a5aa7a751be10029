/// Whether two names may be one person's ("Alike").
enum Likeness {
    /// Jaro-Winkler from which what is left of two names is alike, in ten-thousandths.
    static let threshold = 7000

    static func areAlike(_ one: String, _ other: String) -> Bool {
        likeness(of: one, and: other) >= threshold
    }

    /// In ten-thousandths; 10000 where the words that are left say the same.
    static func likeness(of one: String, and other: String) -> Int {
        var left = words(of: one)
        var right = words(of: other)
        // "Words that both have are taken away, one for one."
        for word in left {
            guard let place = right.firstIndex(of: word), let own = left.firstIndex(of: word) else { continue }
            right.remove(at: place)
            left.remove(at: own)
        }
        if left.isEmpty || right.isEmpty { return 10_000 }
        if everyWord(of: left, isAbbreviatedIn: right) || everyWord(of: right, isAbbreviatedIn: left) { return 10_000 }
        return jaroWinkler(joined(left), joined(right))
    }

    /// "Every word left on one side begins a word of the other side or is begun by one."
    private static func everyWord(of some: [String], isAbbreviatedIn others: [String]) -> Bool {
        some.allSatisfy { word in others.contains { $0.hasPrefix(word) || word.hasPrefix($0) } }
    }

    private static func joined(_ words: [String]) -> [Unicode.Scalar] {
        let sorted = words.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        return Array(sorted.joined(separator: " ").unicodeScalars)
    }

    /// A name's words: what follows a comma dropped, dots as blanks, titles and particles dropped, short forms
    /// written out.
    private static func words(of name: String) -> [String] {
        let name = Text.normal(name)
        let beforeComma = name.split(separator: ",", omittingEmptySubsequences: false).first.map(String.init) ?? name
        return beforeComma.replacing(".", with: " ").split(separator: " ").map(String.init)
            .filter { !dropped.contains($0) }
            .map { writtenOut[$0] ?? $0 }
    }

    private static let dropped: Set<String> = [
        "H", "HJ", "KH", "DR", "DRS", "DRA", "IR", "PROF", "R", "RA", "NY", "SDR", "SDRI", "ALM", "BIN", "BINTI", "BR",
        "BORU", "BERU",
    ]

    private static let writtenOut: [String: String] = {
        var table = ["ABD": "ABDUL", "ACHMAD": "AHMAD", "AKHMAD": "AHMAD", "ST": "SITI", "SITTI": "SITI"]
        for short in ["MHD", "MUH", "MOH", "MUHD", "MUHAMAD", "MOHAMMAD", "MOHAMAD", "MOCHAMMAD"] {
            table[short] = "MUHAMMAD"
        }
        return table
    }()

    /// Jaro-Winkler in ten-thousandths, rounded: window max/2 - 1 rounded down, half transpositions not rounded,
    /// prefix at most 4 x 0.1.
    static func jaroWinkler(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        let window = max(0, max(one.count, other.count) / 2 - 1)
        var isTaken = other.map { _ in false }
        var matchedOfOne: [Unicode.Scalar] = []
        for (place, letter) in one.enumerated() {
            let near = other.indices.first { abs($0 - place) <= window && !isTaken[$0] && other[$0] == letter }
            guard let near else { continue }
            isTaken[near] = true
            matchedOfOne.append(letter)
        }
        let matches = matchedOfOne.count
        guard matches > 0 else { return 0 }
        let matchedOfOther = other.indices.filter { isTaken[$0] }.map { other[$0] }
        let misplaced = zip(matchedOfOne, matchedOfOther).filter { $0 != $1 }.count
        // In exact fractions: with m matches and t = misplaced / 2, jaro = (m/a + m/b + (m - t)/m) / 3, and
        // Winkler adds p/10 of what is missing to 1. All over the common denominator d = 6abm.
        let (a, b, m) = (one.count, other.count, matches)
        let d = 6 * a * b * m
        let jaro = 2 * m * m * b + 2 * m * m * a + (2 * m - misplaced) * a * b
        let prefix = zip(one, other).prefix(4).prefix { $0 == $1 }.count
        let tenths = 10 * jaro + prefix * (d - jaro)
        // Half up: tenths / (10 d) in ten-thousandths.
        return (2 * tenths * 1000 + d) / (2 * d)
    }
}
