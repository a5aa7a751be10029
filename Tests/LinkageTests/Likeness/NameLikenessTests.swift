import Testing

@testable import Linkage

@Suite struct NameLikenessTests {
    static let likeness = NameLikeness(
        dropped: ["H", "DRS", "BR", "BIN"], writtenOut: ["MHD": "MUHAMMAD", "ACHMAD": "AHMAD"], alikeFrom: 7000)

    /// Words in any order, initials, titles, short forms, degrees: one person's name however it is written.
    @Test(arguments: [
        ("BUDI SIREGAR", "SIREGAR BUDI"), ("SRI", "SRI WAHYUNI"), ("B. S.", "BUDI SIREGAR"),
        ("DRS. H. AHMAD RAMBE, S.H.", "ACHMAD RAMBE"), ("MHD.RIZKI", "MUHAMMAD RIZKI"),
        ("MARIA BR GINTING", "MARIA GINTING"),
        ("H.", "SITI AMINAH"), ("ZOÉ", "ZOÉ LUBIS"),
    ])
    func namesOfOne(_ one: String, _ other: String) {
        #expect(Self.likeness.likeness(one, other) == 10_000)
        #expect(Self.likeness.likeness(other, one) == 10_000)
    }

    /// The figures of the words that only one of two names has.
    @Test(arguments: [
        ("BUDI SIREGAR", "BUDDI SIREGAR", 9533), ("BUDI SIREGAR", "SITI SIREGAR", 5000),
        ("HOTMAN SINAGA", "HOTMAN PURBA", 4556), ("AGUS SANTOSO", "DEDI GINTING", 4722),
    ])
    func figures(_ one: String, _ other: String, _ figure: Int) {
        #expect(Self.likeness.likeness(one, other) == figure)
        #expect(Self.likeness.likeness(other, one) == figure)
        #expect(Self.likeness.areAlike(one, other) == (figure >= 7000))
    }

    /// A word that one of the names has twice has a partner once.
    @Test func wordsAreTakenAwayOneForOne() {
        #expect(!Self.likeness.areAlike("BUDI BUDI", "BUDI SANTOSO"))
    }

    /// Letter by letter, after the examples that are given of the measure.
    @Test(arguments: [
        ("MARTHA", "MARHTA", 9611), ("DWAYNE", "DUANE", 8400), ("DIXON", "DICKSONX", 8133), ("A", "B", 0),
        ("A", "A", 10_000),
        ("ABCD", "DCBA", 5000), ("", "A", 0), ("", "", 0), ("ABCDEFGHIJKLMNOP", "P", 0), ("ABCDEFGH", "H", 0),
    ])
    func jaroWinkler(_ one: String, _ other: String, _ figure: Int) {
        #expect(JaroWinkler.likeness(Array(one.unicodeScalars), Array(other.unicodeScalars)) == figure)
        #expect(JaroWinkler.likeness(Array(other.unicodeScalars), Array(one.unicodeScalars)) == figure)
    }
}
