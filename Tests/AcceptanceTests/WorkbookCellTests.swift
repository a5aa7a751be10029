import Testing

/// Workbooks as the programs of the world write them: every cell right, and what is odd is said.
@Suite(.enabled(if: Program.canCheck)) struct WorkbookCellTests {
    private static let heading = [
        "NIK", "NAMA", "TANGGAL LAHIR", "STATUS KAWIN", "JENIS KELAMIN", "KODE DESA", "RW", "TPS",
    ]
    private static let styles =
        #"<numFmts><numFmt numFmtId="164" formatCode="[$-421]dd\ mmmm\ yyyy"/><numFmt numFmtId="165" formatCode="AM/PM"/>"#
        + #"</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>"#

    /// One person, born on the day that a serial number says, with more cells behind.
    private static func book(
        _ serial: Int = 33163, _ cells: String = "", _ change: (inout WorkbookFile) -> Void = { _ in }
    )
        -> [UInt8]
    {
        func text(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
        let person =
            ["1271901710900001", "Budi Siregar"].map(text).joined() + "<c s=\"1\"><v>\(serial)</v></c>"
            + ["B", "L", "1271901001"].map(text).joined()
        var file = WorkbookFile(rows: WorkbookFile.rows([heading]) + "<row>\(person)\(cells)</row>")
        file.styles = styles
        change(&file)
        return file.bytes
    }

    private func person(_ bytes: [UInt8], _ file: String = "flagged.csv") async throws -> (
        row: [String: String], said: String
    ) {
        let workdir = try Workdir()
        try workdir.write("dp4.xlsx", bytes)
        let outcome = try await workdir.run(
            Lists.check.map { $0 == "dp4.csv" ? "dp4.xlsx" : $0 } + ["--persons", "--lang", "en"])
        try #require(outcome.exitCode == 0, "\(outcome.errors)")
        let rows = try Run(workdir: workdir, folder: "run").table(file).rows
        try #require(rows.count == 1)
        return (rows[0], outcome.output + outcome.errors)
    }

    /// The base of dates is the workbook's own word, whatever an extension of the same name says.
    @Test func datesFrom1904() async throws {
        for tail in [
            "", "<extLst><ext xmlns:x15=\"urn:x15\"><x15:workbookPr chartTrackingRefBase=\"1\"/></ext></extLst>",
        ] {
            let bytes = Self.book(36280) {
                $0.properties = "<workbookPr date1904=\"1\"/>"
                $0.tail = tail
            }
            let (row, _) = try await person(bytes, "ineligible.csv")
            #expect(row["birth_date"] == "2003-05-01" && row["reasons"]?.contains("underage") == true)
        }
    }

    @Test func aCellThatHoldsItsTextTwice() async throws {
        let (row, _) = try await person(Self.book(33163, #"<c t="inlineStr"><v>1.0</v><is><t>1</t></is></c>"#))
        #expect(row["rw"] == "1" && row["birth_date"] == "1990-10-17")
    }

    @Test func aSheetThatNamesNoContent() async throws {
        let (row, said) = try await person(
            Self.book { $0.moreSheets = #"<sheet name="Module1" sheetId="9" state="veryHidden" r:id=""/>"# })
        #expect(row["name"] == "Budi Siregar" && said.contains("dp4.xlsx#Module1"))
    }

    @Test(arguments: [
        (#"<c/><c t="str"><f>IF(1=2,"x","")</f><v></v></c>"#, false), ("<c/><c><f>1+1</f></c>", true),
    ])
    func formulasWithoutResult(_ cells: String, _ isSaid: Bool) async throws {
        let said = try await person(Self.book(33163, cells)).said
        #expect(said.contains("no stored result") == isSaid)
    }

    @Test func partsWithABlankInTheirName() async throws {
        #expect(try await person(Self.book { $0.hasBlankNames = true }).row["name"] == "Budi Siregar")
    }

    @Test func theHalfOfADayIsNoDate() async throws {
        #expect(try await person(Self.book(33163, #"<c/><c s="2"><v>5</v></c>"#)).row["tps"] == "5")
    }

    /// A family whose card number, village and station are merged over its rows.
    @Test func mergedCells() async throws {
        let rows = [
            ["NKK"] + Self.heading,
            ["1271900101120001", "1271901708900001", "Budi", "17-08-1990", "B", "L", "1271901001", "", "TPS 3"],
            ["", "1271905709920002", "Siti", "17-09-1992", "B", "P", "", "", ""],
            ["", "1271901012910003", "Terang", "10-12-1991", "B", "L", "", "", ""],
        ]
        var file = WorkbookFile([("DP4", rows)])
        file.merges =
            #"<mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="G2:G4"/><mergeCell ref="I2:I4"/></mergeCells>"#
        let workdir = try Workdir()
        try workdir.write("dp4.xlsx", file.bytes)
        let outcome = try await workdir.run(
            Lists.check.map { $0 == "dp4.csv" ? "dp4.xlsx" : $0 } + ["--persons"])
        try #require(outcome.exitCode == 0, "\(outcome.errors)")
        let flagged = try Run(workdir: workdir, folder: "run").table("flagged.csv").rows
        #expect(flagged.map { $0["nkk"] ?? "" } == Array(repeating: "1271900101120001", count: 3))
        #expect(flagged.map { $0["region"] ?? "" } == Array(repeating: "1271901001", count: 3))
        #expect(Set(flagged.map { $0["tps"] ?? "" }).count == 1)
    }

    /// Sixty NIKs of which forty end in 0, on sheets too short to tell each for itself, as texts.
    static let damaged: [UInt8] = {
        let sheets = (1...6).map { sheet in
            let rows = (0..<18).map { row in
                let serial = 1000 + sheet * 200 + row * 10 + (row % 3 == 0 ? 1 : 0)
                return ["127190171090\(serial)", "Orang \(serial)", "17-10-1990", "B", "L", "1271901001", "1", "1"]
            }
            return ("TPS \(sheet)", [heading] + rows)
        }
        return WorkbookFile(sheets).bytes
    }()

    static let refused: [WorkbookTests.Refused] = [
        .init("xlsx-damaged-over-sheets", damaged),
        .init(
            "zip-with-password",
            ZipArchive(parts: [ZipArchive.Part(name: "dp4.csv", bytes: [1, 2, 3], flags: 1)]).bytes),
        .init(
            "xlsx-is-docx",
            ZipArchive(parts: [ZipArchive.Part(name: "word/document.xml", bytes: Array("<w/>".utf8))]).bytes),
        .init("xlsx-is-biff", [9, 8, 8, 0, 0, 0, 16, 0, 0, 0, 0, 0]),
        .init("xlsx-is-utf32", [0xFF, 0xFE, 0, 0] + "NIK;NAMA\n".utf8.flatMap { byte -> [UInt8] in [byte, 0, 0, 0] }),
        .init(
            "xlsx-merge-bomb",
            {
                var file = WorkbookFile(
                    rows: WorkbookFile.rows([[String(repeating: "x", count: 30_000)] + Array(heading.dropFirst())])
                        + "<row r=\"1048576\"><c><v>1</v></c></row>")
                file.merges = "<mergeCells><mergeCell ref=\"A1:A1048575\"/></mergeCells>"
                return file.bytes
            }()),
    ]

    @Test(arguments: refused) func theFileIsRefused(_ bad: WorkbookTests.Refused) async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.xlsx", bad.bytes)
        var said = ""
        for language in ["en", "id"] {
            let outcome = try await workdir.run(
                Lists.check.map { $0 == "dp4.csv" ? "dp4.xlsx" : $0 } + ["--lang", language])
            #expect(outcome.exitCode == 3, "\(outcome.errors)")
            said += outcome.errors
        }
        try Golden.expect(said, bad.name)
    }
}
