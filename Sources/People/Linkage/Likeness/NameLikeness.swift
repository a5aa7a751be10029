/// Whether two names may be one person's: titles and particles apart, short forms written out, words in any order, and
/// what is then left alike by Jaro and Winkler.
public struct NameLikeness: Sendable, Equatable {
    private let dropped: Set<String>
    /// By short form.
    private let writtenOut: [String: String]
    /// The least likeness of names that are alike, in ten-thousandths.
    private let alikeFrom: Int

    /// - Parameters:
    ///   - dropped: words that say nothing of who somebody is, in normal form.
    ///   - writtenOut: the word that a short form stands for, by short form, in normal form.
    ///   - alikeFrom: the least likeness of names that are alike, in ten-thousandths.
    public init(dropped: Set<String>, writtenOut: [String: String], alikeFrom: Int) {
        self.dropped = dropped
        self.writtenOut = writtenOut
        self.alikeFrom = alikeFrom
    }

    /// Names in normal form; one without a word left is alike to any.
    public func areAlike(_ one: String, _ other: String) -> Bool { likeness(one, other) >= alikeFrom }

    /// In ten-thousandths; 10,000 where the words that only one of the names has say the same.
    public func likeness(_ one: String, _ other: String) -> Int {
        var mine = words(one)
        var theirs = words(other)
        for word in mine {
            guard let here = mine.firstIndex(of: word), let there = theirs.firstIndex(of: word) else { continue }
            mine.remove(at: here)
            theirs.remove(at: there)
        }
        if mine.isEmpty || theirs.isEmpty || Self.isShort(mine, of: theirs) || Self.isShort(theirs, of: mine) {
            return 10_000
        }
        return JaroWinkler.likeness(Self.joined(mine), Self.joined(theirs))
    }

    /// The words of a name that count.
    private func words(_ name: String) -> [String] {
        // What follows a comma is a degree.
        let name = name.unicodeScalars.prefix { $0 != "," }
        return name.split { $0 == " " || $0 == "." }.map { String(String.UnicodeScalarView($0)) }
            .filter { !dropped.contains($0) }.map { writtenOut[$0] ?? $0 }
    }

    /// Whether every word of `some` begins one of `others` or is begun by one.
    private static func isShort(_ some: [String], of others: [String]) -> Bool {
        some.allSatisfy { word in
            others.contains { $0.utf8.starts(with: word.utf8) || word.utf8.starts(with: $0.utf8) }
        }
    }

    private static func joined(_ words: [String]) -> [Unicode.Scalar] {
        let sorted = words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return Array(sorted.joined(separator: " ").unicodeScalars)
    }
}
