import Diagnostics
import Files
import MadeUpRuns
import RoleLists
import RunFolder
import Testing

@testable import Readiness

/// No row is dropped silently: what is not decided is listed with its row and why.
@Suite struct RejectedRowsTests {
    private static let people = (1...6).map { MadeUpPerson($0) }

    private func run(_ lines: [String], change: (inout CheckOptions) -> Void = { _ in }) throws -> MadeUpRun {
        var text = Self.people.populationList
        for line in lines { text += line + "\n" }
        return try MadeUpRun(
            [("population", text), ("recordings", Self.people.recordings { _, _ in "CARD_ISSUED" })], change: change)
    }

    /// In the language asked for, which the manifest keeps: deciding again must give the same bytes.
    @Test func theReaderIsToldInTheLanguageAskedFor() throws {
        let english = try run(["a,b,c"]) { $0.language = .english }
        #expect(
            try english.text("rejected.csv").hasSuffix(
                "cell_count,3 cells where the heading has 12; look for missing or extra delimiters in this row\n"))
        #expect(try english.run().manifest.has("lang"))
        #expect(try !run(["a,b,c"]).run().manifest.has("lang"))
    }

    @Test func wrongCellCountsAreRejected() throws {
        let run = try run(["a,b,c", MadeUpPerson(7).cells.joined(separator: ",")])
        #expect(
            try run.text("rejected.csv") == """
                list,row,column,code,message
                0-population.csv,8,,cell_count,"3 sel, padahal judul kolom ada 12; periksa pemisah kolom pada baris ini"

                """)
        #expect(run.report.summary.rows == RowCounts(read: 8, used: 7, rejected: 1))
        #expect(run.report.hasDataProblems)
    }

    /// The kinds of rows that name nobody.
    @Test(arguments: [
        (",,,,,,,,,,,", "skipped_blank"), (MadeUpPerson.headings.joined(separator: ","), "skipped_heading"),
        ("JUMLAH,6,,,,,,,,,,", "skipped_total"), ("1,2,3,4,5,6,7,8,9,10,11,12", "skipped_numbering"),
    ])
    func rowsThatNameNobodyAreSkipped(line: String, code: String) throws {
        let run = try run([line])
        let rejected = try run.rows("rejected.csv")
        #expect(rejected.map { $0[3] } == [code])
        #expect(rejected.map { $0[1] } == ["8"])
        #expect(run.report.summary.rows == RowCounts(read: 7, used: 6, skipped: 1))
        #expect(!run.report.hasDataProblems)
    }

    /// Cells that a spreadsheet would compute are disarmed, and counted.
    @Test func cellsThatWouldActAreGuarded() throws {
        var person = MadeUpPerson(7)
        person.name = "=1+1"
        let run = try run([person.cells.joined(separator: ",")])
        let line = try run.text("flagged.csv").split(separator: "\n").last
        #expect(line?.contains(",'=1+1,") == true)
        let guarded = run.report.outputs.filter { $0.guardedCells > 0 }
        #expect(guarded.map(\.name) == ["flagged.csv"])
        #expect(guarded.first?.guardedCells == 1)
    }

    /// A cell with the delimiter, a quote or a line end in it comes out as one cell.
    @Test func quotedCellsStayCells() throws {
        var person = MadeUpPerson(7)
        person.name = "\"A, \"\"B\"\"\nC\""
        let run = try run([person.cells.joined(separator: ",")])
        #expect(try run.text("flagged.csv").contains(",\"A, \"\"B\"\"\nC\",MEDAN,"))
        let rows = try run.run().people(.flagged, [.name, .row])
        #expect(try rows.next())
        #expect(rows.text(.name) == "A, \"B\"\nC")
        #expect(rows.number(.row) == 8)
    }
}
