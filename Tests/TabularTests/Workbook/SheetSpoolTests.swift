import Testing

@testable import Tabular

@Suite struct SheetSpoolTests {
    /// Rows of a table behind the rows that wait until the width is known have the width of those.
    @Test func widthIsThatOfTheFirstRows() throws {
        let rows = (1...2000).map { row in
            let far = row == 1500 ? "<c r=\"E\(row)\"><v>9</v></c>" : ""
            return "<row r=\"\(row)\"><c r=\"A\(row)\"><v>\(row)</v></c><c r=\"C\(row)\"><v>7</v></c>\(far)</row>"
        }
        let sheet = try SheetReading(rows.joined())
        let lines = sheet.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 2001 && lines[0] == "1,,7" && lines[1499] == "1500,,7")
        #expect(sheet.spool?.cellsBeyond == 1 && sheet.spool?.width == 3 && sheet.spool?.lastRow == 2000)
    }

    @Test func aNoteFarToTheRightDoesNotMakeATableWide() throws {
        let rows = (1...3).map { row in
            let far = row == 2 ? #"<c r="XFD2" t="str"><v>note</v></c>"# : ""
            return "<row r=\"\(row)\"><c r=\"A\(row)\"><v>1</v></c><c r=\"B\(row)\"><v>2</v></c>\(far)</row>"
        }
        let sheet = try SheetReading(rows.joined())
        #expect(sheet.text == "1,2\n1,2\n1,2\n" && sheet.spool?.cellsBeyond == 1)
    }

    @Test func longNumbersAreCountedByColumn() throws {
        let numbers = ["1271901708900010", "1271901708900011", "1.27190170890001E+15", "127190170890001"]
        let rows = numbers.map { "<row><c><v>\($0)</v></c><c t=\"str\"><v>\($0)</v></c></row>" }
        let sheet = try SheetReading(rows.joined())
        #expect(sheet.spool?.figures.map(\.longNumbers) == [3, 0])
        #expect(sheet.spool?.figures.map(\.roundedNumbers) == [2, 0])
        #expect(sheet.spool?.figures.map(\.longTexts) == [0, 2])
        #expect(sheet.spool?.figures.map(\.roundedTexts) == [0, 1])
        #expect(sheet.spool?.keyCells == 5)
    }

    @Test func theLastRowOfASheetIsKept() throws {
        let sheet = try SheetReading(#"<row r="1048576"><c><v>1</v></c></row>"#)
        #expect(sheet.text.utf8.count == 1_048_577 && sheet.spool?.lastRow == 1_048_576)
    }
}
