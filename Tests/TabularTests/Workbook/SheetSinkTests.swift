import Testing

@testable import Tabular

@Suite struct SheetSinkTests {
    static let cells: [(xml: String, text: String)] = [
        (#"<row r="1"><c r="A1"><v>5</v></c><c r="C1" t="str"><v>x</v></c></row>"#, "5,,x\n"),
        // Neither rows nor cells need say where they stand.
        ("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", "1,2\n3,\n"),
        // Rows that are not there keep their number; blank rows at the end are none.
        (
            #"<row r="2"><c r="A2"><v>1</v></c></row><row r="5"><c r="A5"><v>2</v></c></row><row r="9"/>"#,
            "\n1\n\n\n2\n"
        ),
        (#"<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c></row>"#, "TRUE,FALSE\n"),
        (#"<row r="1"><c r="A1" t="e"><v>#VALUE!</v></c></row>"#, "#VALUE!\n"),
        (#"<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>"#, "2\n"),
        (#"<row r="1"><c r="A1" t="d"><v>1990-08-17T00:00:00</v></c></row>"#, "1990-08-17T00:00:00\n"),
        // Text as it is: quotes, line ends and delimiters are quoted, blanks stay.
        (
            #"<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> a,"b" </t></is></c></row>"#,
            "\" a,\"\"b\"\" \"\n"
        ),
        (#"<row r="1"><c r="A1" t="str"><v>a&#10;b</v></c></row>"#, "\"a\nb\"\n"),
        (#"<row r="1"><c r="A1" t="str"><v>S_x000D_T_x005F_x0041_</v></c></row>"#, "\"S\rT_x0041_\"\n"),
        (#"<row r="1"><c r="A1" t="str"><v>=1+1</v></c></row>"#, "=1+1\n"),
        // Rich text is joined; phonetic hints are left out.
        (
            #"<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>BU</t></r><r><t>DI</t></r>"#
                + "<rPh sb=\"0\" eb=\"1\"><t>X</t></rPh></is></c></row>", "BUDI\n"
        ),
        // Numbers come from their text.
        (#"<row r="1"><c r="A1"><v>1271901708900001</v></c></row>"#, "1271901708900001\n"),
        (#"<row r="1"><c r="A1"><v>1.271901708900001E+15</v></c></row>"#, "1271901708900001\n"),
        // A cell that holds its text twice: its type says which one counts.
        (
            #"<row r="1"><c t="inlineStr"><v>1.0</v><is><t>1</t></is></c><c><v>2</v><is><t>x</t></is></c></row>"#,
            "1,2\n"
        ),
        (#"<row r="1"><c t="inlineStr"><v>1.0</v></c><c><is><t>x</t></is></c></row>"#, "1.0,x\n"),
        // A row in two parts.
        (#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row><row r="1"/>"#, "1,2\n"),
        (#"<row r="1"><c r="A1"><v>3.0</v></c><c r="B1"><v>0.1</v></c></row>"#, "3,0.1\n"),
    ]

    @Test(arguments: cells, [Int.max, 1, 7]) func cellsBecomeText(_ cell: (xml: String, text: String), _ pieces: Int)
        throws
    {
        for way in SheetReading.Way.allCases {
            let sheet = try SheetReading(cell.xml, pieces: pieces, way: way)
            #expect(sheet.problem == nil)
            #expect(sheet.text == cell.text)
        }
    }

    /// Elements of extensions that bear the names of a sheet's own are none of them.
    @Test func namesCountWithTheirNamespace() throws {
        let xml = """
            <worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:x14="urn:x">
            <x14:sheetData><row r="9"><c r="A9"><v>9</v></c></row></x14:sheetData>
            <sheetData><x14:row r="7"/><row r="1" x14:r="5"><x14:c r="A1"><v>8</v></x14:c><c r="A1"><x14:v>7</x14:v><v>1</v></c>
            </row></sheetData></worksheet>
            """
        #expect(try SheetReading(xml).text == "1\n")
    }

    @Test func sharedStrings() throws {
        let strings = [
            "<si><t>NIK</t></si>", "<si><r><t>NA</t></r><r><t>MA</t></r><rPh><t>hint</t></rPh></si>", "<si/>",
            "<si><t>A_x000D_</t></si>",
        ]
        let row = (0..<4).map { #"<c t="s"><v>\#($0)</v></c>"# }.joined()
        #expect(try SheetReading("<row>\(row)</row>", strings: strings).text == "NIK,NAMA,,\"A\r\"\n")
        let missing = try SheetReading(#"<row r="7"><c t="s"><v>4</v></c></row>"#, strings: strings)
        #expect(missing.problem == .noSuchString(row: 7))
    }

    @Test func prefixesOfNamespacesDoNotMatter() throws {
        let xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:cols><x:col/></x:cols>
            <x:sheetData><x:row r="1"><x:c r="B1" t="inlineStr"><x:is><x:t>A</x:t></x:is></x:c></x:row></x:sheetData>
            <x:v>9</x:v></x:worksheet>
            """
        #expect(try SheetReading(xml).text == ",A\n")
    }

    static let styles =
        #"<numFmts><numFmt numFmtId="164" formatCode="dd\-mm\-yyyy;@"/></numFmts>"#
        + #"<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>"#
        + #"<xf numFmtId="164"/><xf numFmtId="2"/></cellXfs>"#

    @Test(arguments: [
        (1, "33102", false, "1990-08-17"), (2, "33102.75", false, "1990-08-17"), (0, "33102", false, "33102"),
        (3, "33102", false, "33102"), (1, "31640", true, "1990-08-17"), (1, "60", false, "1900-02-29"),
        (1, "59", false, "1900-02-28"), (1, "61", false, "1900-03-01"), (1, "1", false, "1900-01-01"),
        (1, "0", true, "1904-01-01"), (1, "2958465", false, "9999-12-31"), (1, "2958466", false, "2958466"),
        (1, "-5", false, "-5"), (1, "0.5", false, "0.5"), (1, "3.3102E4", false, "1990-08-17"),
        (9, "33102", false, "33102"),
    ])
    func datesByStyle(_ style: Int, _ number: String, _ from1904: Bool, _ text: String) throws {
        let xml = #"<row><c s="\#(style)"><v>\#(number)</v></c></row>"#
        #expect(try SheetReading(xml, formats: Self.styles, from1904: from1904).text == text + "\n")
    }

    /// A serial number without a date format is a day only in a column of dates, and only where it can be no year.
    @Test(arguments: [("33102", "1990-08-17"), ("1990", "1990"), ("17081990", "17081990"), ("99999.5", "2173-10-13")])
    func serialsInAColumnOfDates(_ number: String, _ text: String) throws {
        let xml =
            #"<row><c t="str"><v>NIK</v></c><c t="str"><v>TGL LAHIR</v></c></row>"#
            + "<row><c><v>\(number)</v></c><c><v>\(number)</v></c></row>"
        #expect(try SheetReading(xml).text == "NIK,TGL LAHIR\n\(number),\(text)\n")
    }

    @Test(arguments: [
        (
            #"<row r="3"><c r="B3"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>"#,
            WorkbookProblem.disorder(row: 3)
        ),
        (#"<row r="4"/><row r="2"/>"#, .disorder(row: 2)),
        (#"<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>"#, .disorder(row: 1)),
        (#"<row r="1"><c r="A2"><v>1</v></c></row>"#, .disorder(row: 1)),
        (#"<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>1</v></c></row>"#, .disorder(row: 1)),
        (#"<row r="1"><c r="XFE1"><v>1</v></c></row>"#, .tooManyColumns(row: 1)),
        (#"<row r="1"><c r="ZZZZZZZZ1"><v>1</v></c></row>"#, .tooManyColumns(row: 1)),
        (#"<row r="1048577"/>"#, .tooManyRows), (#"<row r="1000000000"/>"#, .tooManyRows),
        (#"<row r="-1"/>"#, .tooManyRows),
        (#"<row r="1"><c t="s"><v>x</v></c></row>"#, .noSuchString(row: 1)),
        ("<row><c>", .damaged(part: "part")), ("<row></c></row>", .damaged(part: "part")),
        ("<x:row/>", .damaged(part: "part")), ("<row>&nbsp;</row>", .damaged(part: "part")),
        ("", .damaged(part: "part")),
    ])
    func damage(_ xml: String, _ problem: WorkbookProblem) throws {
        let whole = xml.isEmpty ? "sheetData" : xml
        #expect(try SheetReading(whole).problem == problem)
    }

    @Test(arguments: [
        "<!DOCTYPE sheetData><sheetData/>",
        "<!DOCTYPE s [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><sheetData><row><c><v>&x;</v></c></row></sheetData>",
        "<!DOCTYPE s [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><sheetData><row><c><v>&b;</v></c></row></sheetData>",
    ])
    func documentTypesAreRefused(_ xml: String) throws {
        #expect(try SheetReading(xml).problem == .doctype(part: "part"))
    }

    @Test func aTokenWithoutEndIsRefused() throws {
        let endless = "<sheetData><row a=\"" + String(repeating: "x", count: 3 << 20)
        #expect(try SheetReading(endless, pieces: 64 << 10).problem == .damaged(part: "part"))
    }

    @Test func aDimensionIsNotBelieved() throws {
        let xml =
            #"<worksheet><dimension ref="A1:XFD1000000000"/><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"#
        #expect(try SheetReading(xml).text == "1\n")
    }

    @Test func hiddenRowsAndEmptyFormulasAreCounted() throws {
        let xml =
            #"<row hidden="1"><c><v>1</v></c></row><row hidden="1"/><row hidden="0"><c><f>A1</f></c><c><v>2</v></c></row>"#
        let sheet = try SheetReading(xml)
        #expect(sheet.text == "1,\n\n,2\n" && sheet.hiddenRows == 1 && sheet.formulasWithoutResult == 1)
    }

    /// A formula whose result is an empty text has one; one that was never computed has none.
    @Test(arguments: [
        (#"<c t="str"><f>IF(1=2,"x","")</f><v></v></c>"#, 0), (#"<c t="str"><f>A2</f><v/></c>"#, 0),
        ("<c><f>1+1</f></c>", 1), ("<c><f>1+1</f><v></v></c>", 1), (#"<c t="str"><f>A2</f></c>"#, 1),
    ])
    func emptyResultsOfFormulas(_ cell: String, _ count: Int) throws {
        for way in SheetReading.Way.allCases {
            let xml = "<row><c><v>1</v></c></row><row><c><v>1</v></c></row><row>\(cell)<c><v>1</v></c></row>"
            #expect(try SheetReading(xml, way: way).formulasWithoutResult == count)
        }
    }
}
