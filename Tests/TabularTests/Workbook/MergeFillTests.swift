import Columns
import Testing

@testable import Tabular

@Suite struct MergeFillTests {
    private static func fill(_ text: String, _ areas: [String], width: Int = 3, budget: Int = 1 << 20) throws -> (
        String, [[ClosedRange<Int>]]
    ) {
        let spool = try SpoolFile(in: SheetReading.folder)
        try spool.append(Array(text.utf8).span)
        let file = try spool.finish(calling: "sheet")
        let lastRow = text.utf8.count { $0 == 10 }
        let found = areas.compactMap { MergedArea(Array($0.utf8).span) }
        let (filled, ranges) = try MergeFill.fill(
            file, found, width: width, lastRow: lastRow, part: "part", spools: SheetReading.folder,
            InflationBudget(limit: budget, stored: 1))
        return (try SheetReading.text(filled), ranges)
    }

    @Test(arguments: [
        // Down, across, both; a blank line becomes a row.
        (["A1:A3"], "1,x,\n,y,\n\n9,,z\n", "1,x,\n1,y,\n1,,\n9,,z\n"),
        (["A1:C1"], "T,,\n1,2,3\n", "T,T,T\n1,2,3\n"),
        (["B1:C2"], ",v,\n1,,\n2,,\n", ",v,v\n1,v,v\n2,,\n"),
        // Values in quotes are copied as they are written.
        (["A1:A2"], "\"a,\"\"b\"\"\nc\",1,\n,2,\n", "\"a,\"\"b\"\"\nc\",1,\n\"a,\"\"b\"\"\nc\",2,\n"),
        // An area holds its value for every cell, whatever was left in one; an empty one holds nothing.
        (["A1:A2"], "1,x,\n8,y,\n", "1,x,\n1,y,\n"), (["A1:A2"], ",x,\n8,y,\n", ",x,\n8,y,\n"),
        // Beyond the table and behind its last row there is nothing; of two that overlap the first counts.
        (["B1:XFD1", "A1:A9"], "1,2,\n3,4,\n", "1,2,2\n1,4,\n"),
        (["A1:A2", "A2:B3"], "1,2,\n,4,\n,5,\n", "1,2,\n1,4,\n,5,\n"),
        (["A9:A12"], "1,2,\n", "1,2,\n"), ([], "1,2,\n", "1,2,\n"),
    ])
    func cellsHoldTheValueOfTheirArea(_ areas: [String], _ before: String, _ after: String) throws {
        #expect(try Self.fill(before, areas).0 == after)
    }

    @Test func whatWasFilledIsKnown() throws {
        #expect(try Self.fill("1,x,\n,,\n,,\n", ["A1:A3", "B1:C2"]).1 == [[2...3], [2...2], [1...2]])
    }

    @Test func longListsAreFilledRowByRow() throws {
        let rows = (0..<30_000).map { $0 % 3 == 0 ? "\($0),x,\n" : ",y,\n" }
        let areas = stride(from: 1, to: 30_000, by: 3).map { "A\($0):A\($0 + 2)" }
        let filled = (0..<30_000).map { $0 % 3 == 0 ? "\($0),x,\n" : "\($0 / 3 * 3),y,\n" }
        #expect(try Self.fill(rows.joined(), areas).0 == filled.joined())
    }

    /// One long text for a million cells is refused like any other archive that grows without end.
    @Test func valuesDoNotGrowWithoutEnd() throws {
        let text = String(repeating: "x", count: 30_000) + ",,\n" + String(repeating: ",,1\n", count: 1000)
        #expect(throws: WorkbookProblem.bomb(inflated: 1 << 20, stored: 1)) { try Self.fill(text, ["A1:B900"]) }
    }

    @Test(arguments: ["A1", "A1:A1", "B1:A2", "A2:A1", "A0:A3", "A1:XFE2", "A1:A1048577", "1:2", "A:B", ":", ""])
    func whatIsNoArea(_ text: String) {
        #expect(MergedArea(Array(text.utf8).span) == nil)
    }
}
