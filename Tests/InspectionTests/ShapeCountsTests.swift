import Testing

@testable import Inspection

@Suite struct ShapeCountsTests {
    /// What hardly any cell has is not shown.
    @Test func rareShapesAreNotShown() {
        var counts = ShapeCounts()
        counts.add(Array("AAAA".utf8), 2)
        counts.add(Array("9".utf8), 3)
        #expect(counts.most(3) == [Inspection.Shape(shape: "9", count: 3)])
        #expect(counts.total == 5)
    }

    @Test func namesAreNoCodes() {
        var words = TextWords()
        let cell = Array("Hj. Siti Aminah".utf8)
        words.add(cell.span, 0, cell.count)
        #expect(!UnmappedWords.mayShow("SITI", count: 100, words))
        #expect(!UnmappedWords.mayShow("STATUS AMINAH", count: 100, words))
        #expect(UnmappedWords.mayShow("SENT BACK", count: 5, words))
        #expect(!UnmappedWords.mayShow("SENT BACK", count: 4, words))
        #expect(!UnmappedWords.mayShow("A B C D", count: 9, words))
        #expect(!UnmappedWords.mayShow("KODE 1234", count: 9, words))
    }
}
