import Foundation
import Testing

/// Lists as they really come: whatever the form, the same three people, and everything that was odd is said.
@Suite(.enabled(if: Program.canCheck)) struct ListFormTests {
    /// A list in some form; its name is that of what is said of it, beside the tests.
    struct Form: Sendable, CustomTestStringConvertible {
        var name: String
        var file: String
        var bytes: [UInt8]
        var testDescription: String { name }

        init(_ name: String, _ file: String = "dp4.csv", _ bytes: [UInt8]) {
            self.name = name
            self.file = file
            self.bytes = bytes
        }

        init(_ name: String, text: String) { self.init(name, "dp4.csv", Array(text.utf8)) }
    }

    private static let heading = WorkbookTests.heading
    private static let people = [
        ["1271901708900001", "Budi Siregar", "17-08-1990", "B", "L", "1271901001"],
        ["1271905709920002", "Siti Siregar", "17-09-1992", "S", "P", "1271901001"],
        ["1271900101550003", "Terang Ginting", "01-01-1955", "P", "L", "1271901002"],
    ]
    private static let blank = [String](repeating: "", count: 6)
    private static let numbering = (1...6).map { "(\($0))" }

    /// Titles above, heading on row 7, numbering, the heading again, a blank row and a total.
    private static let rough: [[String]] =
        [["DAFTAR PENDUDUK", "", "", "", "", ""], ["KECAMATAN CONTOH", "", "", "", "", ""], blank]
        + [["Tahun 2018", "", "", "", "", ""], blank, blank, heading, numbering, people[0], blank, heading, numbering]
        + [people[1], people[2], ["JUMLAH", "3", "", "", "", ""]]

    private static func csv(_ rows: [[String]], _ end: String = "\n", _ mark: String = ",") -> String {
        rows.map { $0.joined(separator: mark) + end }.joined()
    }

    private static func utf16(_ text: String, isBig: Bool) -> [UInt8] {
        text.utf16.flatMap { unit -> [UInt8] in
            isBig ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
        }
    }

    /// The XML of a sheet with prefixes, rich text, phonetics and no references.
    private static let prefixed: [UInt8] = {
        let rows = ([heading] + people).map { cells in
            let cells = cells.map { text in
                "<x:c t=\"inlineStr\"><x:is><x:r><x:t>\(text.prefix(3))</x:t></x:r><x:r><x:rPr><x:b/></x:rPr>"
                    + "<x:t>\(text.dropFirst(3))</x:t></x:r><x:rPh sb=\"0\" eb=\"1\"><x:t>zzz</x:t></x:rPh></x:is></x:c>"
            }
            return "<x:row>\(cells.joined())</x:row>"
        }
        var file = WorkbookFile(rows: "")
        file.sheetXML =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<x:worksheet "
            + "xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:dimension "
            + "ref=\"A1:XFD1000000000\"/><x:sheetData>\(rows.joined())</x:sheetData></x:worksheet>"
        return file.bytes
    }()

    /// Two heading rows, the upper one merged over others, as spreadsheets keep merged cells: empty but the first.
    private static let merged: [[String]] = [
        ["NIK", "NAMA", "KELAHIRAN", "STATUS", "JK", "KODE DESA"], ["", "", "TANGGAL LAHIR", "KAWIN", "", ""],
    ]

    private static let filtered: [UInt8] = {
        var rows = WorkbookFile.rows([heading, people[0]])
        rows += WorkbookFile.rows([people[1]]).replacing("<row>", with: "<row hidden=\"1\">")
        rows += WorkbookFile.rows([people[2]]).replacing("</row>", with: "<c><f>A1</f></c></row>")
        var file = WorkbookFile(rows: rows)
        file.sheets[0].attributes = "state=\"veryHidden\""
        return file.bytes
    }()

    static let forms: [Form] = [
        Form("form-plain", text: csv([heading] + people)),
        Form("form-heading-on-row-7", text: csv(rough)),
        Form("form-heading-on-row-7-xlsx", "dp4.xlsx", WorkbookFile([("DP4", rough)]).bytes),
        Form("form-two-heading-rows", text: csv(merged + people, "\r\n", ";")),
        Form("form-two-heading-rows-xlsx", "dp4.xlsx", WorkbookFile([("DP4", merged + people)]).bytes),
        Form(
            "form-utf16-little", "dp4.csv", [0xFF, 0xFE] + utf16(csv([heading] + people, "\r\n", "\t"), isBig: false)),
        Form("form-utf16-big", "dp4.csv", [0xFE, 0xFF] + utf16(csv([heading] + people), isBig: true)),
        Form("form-utf16-unmarked", "dp4.csv", utf16(csv([heading] + people), isBig: false)),
        Form("form-carriage-returns", text: csv([heading] + people, "\r")),
        Form("form-text-named-xlsx", "dp4.xlsx", Array(csv([heading] + people).utf8)),
        Form("form-prefixed-xml", "dp4.xlsx", prefixed),
        Form("form-filtered-sheet", "dp4.xlsx", filtered),
        Form(
            "form-masked-double-of-nik",
            text: csv([["NIK"] + heading] + people.map { ["127190**********"] + $0 })),
    ]

    private func check(_ form: Form, _ language: String) async throws -> (Workdir, Program.Outcome) {
        let workdir = try Workdir()
        try workdir.write(form.file, form.bytes)
        let options = Lists.check.map { $0 == "dp4.csv" ? form.file : $0 } + ["--persons", "--lang", language]
        return (workdir, try await workdir.run(options))
    }

    /// Warnings as the terminal shows them, and the rows that were not decided.
    private func said(_ form: Form) async throws -> (text: String, people: [[String]]) {
        var text = ""
        var people: [[String]] = []
        for language in ["id", "en"] {
            let (workdir, outcome) = try await check(form, language)
            try #require(outcome.exitCode == 0, "\(outcome.errors)")
            let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
            let warnings = lines.drop { !["Peringatan", "Warnings"].contains($0) }.prefix { !$0.isEmpty }
            text += warnings.map { $0 + "\n" }.joined() + outcome.errors + (try workdir.text("run/rejected.csv"))
            #expect(!Lists.hasLongDigits(text))
            let rows = try Run(workdir: workdir, folder: "run").table("flagged.csv").rows
            people = rows.map { row in
                ["nik", "name", "birth_date", "marital_status", "sex", "region"].map { row[$0] ?? "" }
            }
        }
        return (text, people)
    }

    @Test(arguments: forms) func theSamePeopleInWhateverForm(_ form: Form) async throws {
        let (text, people) = try await said(form)
        try Golden.expect(text, form.name)
        let expected = Self.people.map { cells in
            let day = cells[2].split(separator: "-").reversed().joined(separator: "-")
            return [cells[0], cells[1], day, cells[3], cells[4], cells[5]]
        }
        #expect(people == expected)
    }

    /// UTF-8 in one row, bytes that are none in another.
    private static let mixed: [UInt8] = {
        var bytes = Array(csv([heading] + people).replacing("Budi", with: "José").utf8)
        bytes += Array("1271901708900004,Jos".utf8)
        bytes += [0xE9, 0x80]
        bytes += Array(",17-08-1990,B,L,1271901001\n".utf8)
        return bytes
    }()

    /// Nineteen NIKs that a sheet holds as numbers: too few to tell.
    private static let fewNumbers: [[String]] =
        [heading] + (0..<19).map { ["#127190170890\(1000 + $0 * 10)"] + people[0].dropFirst() }

    /// Lists of which not everything can be read, whole: what is said of each row.
    static let damaged: [Form] = [
        Form(
            "rough-ragged-rows",
            text: csv([heading, people[0], ["123"], people[1], people[2] + ["", ""], people[2] + ["x"]])),
        Form("rough-unclosed-quote", text: csv([heading] + people).replacing(",Budi", with: ",\"Budi")),
        Form(
            "rough-broken-quote", text: csv([heading] + people).replacing("Siti Siregar", with: "\"Siti\" Siregar")),
        Form("rough-mixed-bytes", "dp4.csv", mixed),
        Form(
            "rough-masked-niks", text: csv([heading] + people.map { ["127190xxxxxxxxxx"] + $0.dropFirst() })),
        Form(
            "rough-unknown-codes",
            text: csv([heading] + people).replacing(",B,L", with: ",TK,?").replacing(",P,L", with: ",TK,L")),
        Form("rough-few-numbers-as-niks", "dp4.xlsx", WorkbookFile(rows: WorkbookFile.rows(fewNumbers)).bytes),
    ]

    @Test(arguments: damaged) func everythingOddIsSaid(_ form: Form) async throws {
        try Golden.expect(try await said(form).text, form.name)
    }

    /// With --strict a word outside the code tables makes exit code 1, with all output written.
    @Test func unknownCodesAreCounted() async throws {
        let workdir = try Workdir()
        let form = try #require(Self.damaged.first { $0.name == "rough-unknown-codes" })
        try workdir.write("dp4.csv", form.bytes)
        let outcome = try await workdir.run(Lists.check + ["--strict"])
        #expect(outcome.exitCode == 1)
        let reasons = try Run(workdir: workdir, folder: "run").json("summary.json")["reasons"] as? [String: Int] ?? [:]
        #expect(reasons.isEmpty == false)
        let manifest = try workdir.text("run/manifest.json")
        #expect(manifest.contains("unmapped_marital_status") && manifest.contains("unmapped_sex"))
        #expect(!manifest.contains("\"TK\""), "the words of people's rows stay out of the manifest")
    }

    /// What a NIK that is masked is: not comparable, which is neither invalid nor a reason to drop anybody.
    @Test func maskedNIKsAreNotComparable() async throws {
        let workdir = try Workdir()
        let form = try #require(Self.damaged.first { $0.name == "rough-masked-niks" })
        try workdir.write("dp4.csv", form.bytes)
        #expect(try await workdir.run(Lists.check + ["--quiet"]).exitCode == 0)
        let rows = try Run(workdir: workdir, folder: "run").table("flagged.csv").rows
        #expect(rows.count == 3 && rows.allSatisfy { $0["outcome"] == "unverified" })
        #expect(rows.allSatisfy { $0["reasons"] == "nik_masked;no_recordings_list" })
    }

    // MARK: Payloads

    private static let payloads = [
        "=HYPERLINK(\"http://x\",\"y\")", "@SUM(A1)", "+1", "-1", "\t=1", "<script>alert(1)</script>",
        "\u{202E}gnp.exe",
        "Bu\u{200B}di", "\u{1B}]0;x\u{7}\u{1B}[2JMERAH", "\u{9B}31m", "'=1",
    ]

    /// Names that would run in a spreadsheet, a browser or a terminal: results disarm them, and the terminal shows marks.
    @Test(arguments: ["dp4.csv", "dp4.xlsx"]) func payloadsDoNothing(_ file: String) async throws {
        let odd = Self.payloads.filter { file == "dp4.csv" || !$0.unicodeScalars.contains("\u{1B}") }
        let rows = odd.enumerated().map { number, name in
            ["127190170890\(1001 + number)", name, "17-08-1990", "B", "L", "1271901001"]
        }
        let heading = Self.heading.dropLast() + ["KODE DESA", "=1+1\u{202E}<b>"]
        let table: [[String]] = [Array(heading)] + rows.map { $0 + ["x"] }
        let workdir = try Workdir()
        let quoted = table.map { cells in
            cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
        }
        let name = "\u{1B}[31m\u{202E}\(file)"
        try workdir.write(
            name, file == "dp4.csv" ? Array(quoted.joined().utf8) : WorkbookFile([("\u{202E}DP4", table)]).bytes)
        for option in [[], ["--region", "x"]] {
            let outcome = try await workdir.run(
                Lists.check.map { $0 == "dp4.csv" ? name : $0 } + ["--persons", "--force"] + option)
            #expect(outcome.exitCode == (option.isEmpty ? 0 : 2), "\(outcome.errors)")
            let shown = (outcome.output + outcome.errors).unicodeScalars.filter { $0 != "\n" }
            #expect(
                shown.allSatisfy { scalar in
                    ![.control, .format].contains(scalar.properties.generalCategory)
                })
        }
        let flagged = try Run(workdir: workdir, folder: "run").table("flagged.csv")
        #expect(flagged.rows.map { $0["name"] ?? "" } == odd.map(ResultTable.guarded))
        #expect(try workdir.text("run/manifest.json").contains("guarded"))
    }
}
