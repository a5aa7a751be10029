import Diagnostics
import Testing

@testable import Tabular

@Suite struct ListLayoutTests {
    private func layout(
        _ text: String, _ place: ListLayout.HeadingPlace, delimiter: UInt8? = nil
    ) throws(Failure) -> ListLayout {
        try ListLayout(
            head: Array(text.utf8), isWhole: true, file: "list.csv", schema: Schema.all, delimiter: delimiter,
            heading: place)
    }

    @Test func aListWithoutAHeadingIsLaidOutByItsWidth() throws {
        let found = try layout("1271901708900001;SITI, S.Pd;17|08|1990\n1271901708900002;ANI;18|08|1990\n", .none)
        #expect(found.dialect.delimiterName == ";" && found.width == 3 && found.headingRow == nil)
        #expect(found.firstRecordRow == 1 && found.firstRecordOffset == 0 && found.sample.count == 2)
    }

    @Test func aRowThatIsSaidIsTheHeading() throws {
        let found = try layout("judul\nx,y\n1,2\n", .rows(first: 2, count: 1))
        #expect(found.headings == ["x", "y"] && found.headingRow == 2 && found.firstRecordRow == 3)
        #expect(throws: Failure.self) { try layout("x,y\n", .rows(first: 9, count: 1)) }
        #expect(throws: Failure.self) { try layout("", .none) }
    }

    /// `KAWIN` is a heading that some list knows, and a word that stands in rows.
    @Test func aRowOfDataIsNoHeading() throws {
        let found = try layout("127190**********,BUDI,KAWIN,L\n127190**********,SITI,KAWIN,P\n", .search)
        #expect(found.headingRow == nil)
    }

    @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")])
    func letters(cell: Int, letters: String) {
        #expect(ColumnLetters.of(cell) == letters && ColumnLetters.cell(letters.lowercased()) == cell)
    }

    @Test(arguments: ["", "A1", "ABCD", "É", "-"]) func noLetters(text: String) {
        #expect(ColumnLetters.cell(text) == nil)
    }
}
