/// What headings say of how to fill their cells: `B/S/P`, `(L/P)`, `DD|MM|YYYY`, the mark of a footnote.
struct Legends: Sendable, Equatable {
    private let words: Set<String>
    /// As a heading may end in them, longest first, by their last two bytes: most headings end in none.
    private let endings: [UInt16: [[UInt8]]]

    init(_ words: [String]) {
        let folded = words.map(Folding.heading).filter { $0.utf8.count >= 2 }
        self.words = Set(folded)
        let all = Set(folded).flatMap { ["(\($0))", "[\($0)]", $0] }.map { Array($0.utf8) }
        endings = Dictionary(grouping: all) { Self.end($0[...]) }.mapValues { endings in
            endings.sorted { $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count > $1.count }
        }
    }

    /// Whether a folded text is a legend alone, in brackets or not.
    func holds(_ folded: String) -> Bool {
        if words.contains(folded) { return true }
        guard let first = folded.utf8.first, let last = folded.utf8.last,
            (first, last) == (0x28, 0x29) || (first, last) == (0x5B, 0x5D)
        else { return false }
        return words.contains(String(folded.dropFirst().dropLast()))
    }

    /// A folded heading without the legend at its end; a heading that is nothing else stays.
    func stripped(_ folded: String) -> String {
        let bytes = Array(folded.utf8)
        let whole = Self.withoutFootnote(bytes[...])
        guard whole.count >= 2 else { return folded }
        for ending in endings[Self.end(whole)] ?? [] where ending.count < whole.count {
            if whole.suffix(ending.count).elementsEqual(ending) {
                return String(decoding: Self.withoutFootnote(whole.dropLast(ending.count)), as: UTF8.self)
            }
        }
        return whole.count == bytes.count ? folded : String(decoding: whole, as: UTF8.self)
    }

    private static func end(_ bytes: ArraySlice<UInt8>) -> UInt16 {
        bytes.suffix(2).reduce(0) { $0 << 8 | UInt16($1) }
    }

    /// `STATUSKAWIN)` of `STATUS KAWIN *)`, and `NIK1)`: without the mark of a footnote.
    private static func withoutFootnote(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard text.last == 0x29, !text.contains(0x28) else { return text }
        var bare = text.dropLast()
        while let last = bare.last, last &- 48 < 10 { bare = bare.dropLast() }
        return bare.isEmpty ? text : bare
    }
}
