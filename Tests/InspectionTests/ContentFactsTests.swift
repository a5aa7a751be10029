import Diagnostics
import Schema
import Testing

@testable import Inspection

/// What the cells of a column are told by.
@Suite struct ContentFactsTests {
    private func facts(_ cells: [String]) -> ContentFacts { ContentFacts(cells.map { [$0] }, cell: 0) }

    private func column(_ kind: ListSchema.Column.Kind, _ codes: [ListSchema.Code] = []) -> ListSchema.Column {
        ListSchema.Column(id: "c", kind: kind, headings: ["C"], codes: codes)
    }

    /// A woman's NIK has a day above 40, which no family card's number has.
    @Test func niksAndFamilyCards() {
        let facts = facts(["1271900404530003", "1271904404530004", "127190040453.0005", "1271900404530000", "x", ""])
        #expect(facts.filled == 5)
        #expect(facts.sixteenDigits >= 3)
        #expect(facts.niks == 3)
        #expect(facts.womenNIKs == 1)
        #expect(facts.fitting(column(.nik)) == 3)
    }

    @Test func datesNumbersAndRegions() {
        let facts = facts(["01/02/1990", "1990-02-01", "7", "007", "127190", "1271901001", "1271"])
        #expect(facts.fitting(column(.date)) == 2)
        #expect(facts.fitting(column(.region)) == 2)
        #expect(facts.fitting(column(.integer)).map { $0 >= 2 } == true)
        #expect(facts.fitting(column(.text)) == nil)
    }

    @Test func wordsOfATable() {
        let facts = facts(["L", "l", " P ", "X", "laki-laki"])
        let sex = column(.code, [.init(code: "L", words: ["L", "LAKI LAKI", "L"]), .init(code: "P", words: ["P"])])
        #expect(facts.fitting(sex) == 4)
    }

    @Test func namesAreWordsThatMostlyDiffer() {
        let names = facts(["SITI A.", "O'BRIEN", "Ñandú", "AB", "JL. 7", "BUDI, S.H."])
        #expect(names.names == 4)
        #expect(names.areDistinct)
        #expect(!facts(Array(repeating: "MEDAN", count: 10)).areDistinct)
    }

    @Test(arguments: [(4, 5, true), (3, 4, false), (0, 0, false), (8, 10, true), (7, 10, false)])
    func mostlyIsFourInFive(count: Int, of filled: Int, isMostly: Bool) {
        #expect(facts(Array(repeating: "x", count: filled)).isMostly(count) == isMostly)
    }

    /// A row shorter than the others has no such cell.
    @Test func missingCellsAreNone() { #expect(ContentFacts([["a"], [], ["b", "c"]], cell: 1).filled == 1) }
}

/// Counts of several threads are as those of one.
@Suite struct SurveySumsTests {
    @Test(arguments: [1, 2, 5]) func shapesAddUp(threads: Int) {
        var parts = [ShapeCounts](repeating: ShapeCounts(), count: threads)
        var whole = ShapeCounts()
        for number in 0..<6000 {
            // More different shapes than are told apart.
            let shape = Array("\(number % 5 == 0 ? number : number % 7)".utf8)
            parts[number % threads].add(shape)
            whole.add(shape)
        }
        var sum = ShapeCounts()
        for part in parts { sum.add(part) }
        #expect(sum.total == 6000 && whole.total == 6000)
        #expect(sum.most(3).map(\.count) == whole.most(3).map(\.count))
        #expect(sum.all.reduce(0) { $0 + $1.count } <= 6000)
    }

    @Test(arguments: [1, 3]) func codesAddUp(threads: Int) {
        let column = ListSchema.Column(
            id: "c", kind: .code, headings: ["C"],
            codes: [.init(code: "a", words: ["SATU", "ONE"]), .init(code: "b", words: ["DUA"])])
        let cells = ["satu", "ONE", "dua", "dua", "tiga", "tiga", "tiga", "tiga", "tiga", "SATU"]
        var parts = (0..<threads).map { _ in CodeSurvey(column) }
        for (number, cell) in cells.enumerated() {
            let isKnown = parts[number % threads].add(Array(cell.utf8).span)
            #expect(isKnown == (cell != "tiga"))
        }
        var sum = CodeSurvey(column)
        for part in parts { sum.add(part) }
        #expect(
            sum.mapped == [
                .init(word: "DUA", code: "b", count: 2), .init(word: "SATU", code: "a", count: 2),
                .init(word: "ONE", code: "a", count: 1),
            ])
        #expect(sum.unmappedCount == 5)
        #expect(sum.unmapped(TextWords()) == [.init(word: "TIGA", code: nil, count: 5)])
    }
}

@Suite struct PercentTests {
    @Test(arguments: [
        (41, 100, "41,0 %", "41.0%"), (2, 3, "66,7 %", "66.7%"), (0, 9, "0,0 %", "0.0%"), (1, 0, "-", "-"),
    ])
    func sharesInWords(part: Int, whole: Int, indonesian: String, english: String) {
        #expect(Percent.text(part, of: whole) == Bilingual(id: indonesian, en: english))
    }
}
