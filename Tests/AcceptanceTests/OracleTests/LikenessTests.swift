import Testing

/// The second reading's likeness of names, on the figures of the contract.
@Suite struct LikenessTests {
    @Test(arguments: [
        ("BUDI SIREGAR", "BUDDI SIREGAR", 9533), ("BUDI SIREGAR", "SIREGAR BUDI", 10_000),
        ("BUDI SIREGAR", "SITI SIREGAR", 5000), ("HOTMAN SINAGA", "HOTMAN PURBA", 4556),
        ("SRI", "SRI WAHYUNI", 10_000), ("M. RIZKI", "MUHAMMAD RIZKI", 10_000), ("AGUS SANTOSO", "DEDI GINTING", 4722),
    ])
    func figuresOfTheContract(_ one: String, _ other: String, _ likeness: Int) {
        #expect(Likeness.likeness(of: one, and: other) == likeness)
        #expect(Likeness.likeness(of: other, and: one) == likeness)
        #expect(Likeness.areAlike(one, other) == (likeness >= 7000))
    }

    @Test(arguments: [
        ("Drs. H. Ahmad Rambe, S.H.", "ACHMAD RAMBE"), ("Mhd Siregar", "Moh. Siregar"), ("Abd Lubis", "ABDUL LUBIS"),
        ("ST AMINAH", "Sitti Aminah"), ("Maria br. Ginting", "MARIA GINTING"), ("O’Neill", "O'Neill"),
        ("Zo\u{E9}", "ZOE\u{301}"), ("HJ", "SITI"), ("B. S.", "BUDI SIREGAR"),
    ])
    func spellingsOfOneName(_ one: String, _ other: String) {
        #expect(Likeness.areAlike(one, other))
        #expect(Likeness.areAlike(other, one))
    }

    /// Words that both have are taken away one for one: the second BUDI has no partner.
    @Test(arguments: [("BUDI BUDI", "BUDI SANTOSO"), ("SITI AMINAH", "AGUS SANTOSO")])
    func namesOfTwo(_ one: String, _ other: String) {
        #expect(!Likeness.areAlike(one, other))
        #expect(!Likeness.areAlike(other, one))
    }

    /// The classical examples of the measure, each letter by letter.
    @Test(arguments: [
        ("MARTHA", "MARHTA", 9611), ("DWAYNE", "DUANE", 8400), ("DIXON", "DICKSONX", 8133), ("A", "B", 0),
    ])
    func jaroWinkler(_ one: String, _ other: String, _ likeness: Int) {
        #expect(Likeness.jaroWinkler(Array(one.unicodeScalars), Array(other.unicodeScalars)) == likeness)
    }
}
