import Testing

/// Lists in workbooks, and files that only look like one.
@Suite(.enabled(if: Program.canCheck)) struct WorkbookTests {
    static let heading = ["NIK", "NAMA", "TANGGAL LAHIR", "STATUS KAWIN", "JENIS KELAMIN", "KODE DESA"]
    static let people = [
        ["1271901708900001", "Budi <b>", "17-08-1990", "B", "L", "1271901001"],
        ["1271905709920002", "=Siti", "17-09-1992", "S", "P", "1271901001"],
        ["1271900101550003", "Terang, \u{202E}S.Pd", "01-01-1955", "P", "L", "1271901002"],
    ]
    static let table = WorkbookFile.rows([heading] + people)

    /// Numbers that lost their last digit.
    private static let rounded = (0..<120).map { number in
        let serial = 1000 + number * 10 + (number % 3 == 0 ? 0 : 1)
        return ["#127190170890\(serial)", "Budi", "17-08-1990", "B", "L", "1271901001"]
    }

    private static func with(_ change: (inout WorkbookFile) -> Void) -> [UInt8] {
        var file = WorkbookFile(rows: table)
        change(&file)
        return file.bytes
    }

    /// A file that is refused; its name is that of the message beside the tests.
    struct Refused: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var testDescription: String { name }

        init(_ name: String, _ bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// 629 MB in 611 KB.
    private static func bomb(_ name: String = "book/more.xml", declared: Int) -> ZipArchive.Part {
        ZipArchive.Part(name: name, bytes: DeflatedBlanks.bytes(629_000_000), declared: declared, method: 8)
    }

    /// A workbook whose sheet says that it is small, and is not.
    private static var bombParts: [ZipArchive.Part] {
        WorkbookFile(rows: table).parts.map { part in
            part.name == "book/page0.xml" ? bomb(part.name, declared: 4_000) : part
        }
    }

    static let refused: [Refused] = [
        Refused("xlsx-is-html", Array("<html><table><tr><td>NIK</td></tr></table></html>".utf8)),
        Refused("xlsx-is-xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)),
        Refused(
            "xlsx-encrypted",
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1] + "EncryptedPackage".utf8.flatMap { byte -> [UInt8] in [byte, 0] }
        ),
        Refused("xlsx-truncated", Array(WorkbookFile(rows: table).bytes.dropLast(200))),
        Refused("xlsx-wrong-sum", with { $0.damage = 1 }),
        Refused("xlsx-forged-size", with { $0.declared = 40 }),
        Refused("xlsx-bomb", with { $0.extra = [bomb(declared: 629_000_000)] }),
        Refused("xlsx-bomb-that-lies", ZipArchive(parts: bombParts).bytes),
        Refused("xlsx-duplicate-part", with { $0.extra = [ZipArchive.Part(name: "BOOK/page0.xml", bytes: [60])] }),
        Refused("xlsx-doctype", with { $0.prolog = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" }),
        Refused("xlsx-billion-laughs", with { $0.prolog = "<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>" }),
        Refused("xlsx-not-xml", WorkbookFile(rows: "<row><c></row>").bytes),
        Refused("xlsx-row-billion", WorkbookFile(rows: "<row r=\"1000000000\"/>").bytes),
        Refused("xlsx-column-16385", WorkbookFile(rows: "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>").bytes),
        Refused("xlsx-empty", WorkbookFile(rows: "").bytes),
        Refused("xlsx-header-only", WorkbookFile(rows: WorkbookFile.rows([heading])).bytes),
        Refused("xlsx-damaged-nik", WorkbookFile(rows: WorkbookFile.rows([heading] + rounded)).bytes),
        Refused(
            "zip-without-workbook", ZipArchive(parts: [ZipArchive.Part(name: "dp4.csv", bytes: [78, 73, 75])]).bytes),
        Refused(
            "xlsx-sheet-of-people-without-heading",
            WorkbookFile([("DP4", [heading] + people), ("Lanjutan", Array(people))]).bytes
        ),
    ]

    @Test(arguments: refused) func theFileIsRefused(_ bad: Refused) async throws {
        let workdir = try Workdir()
        try workdir.write("dp4.xlsx", bad.bytes)
        var said = ""
        for language in ["en", "id"] {
            let outcome = try await workdir.run(Self.check + ["--lang", language])
            #expect(outcome.exitCode == 3, "\(outcome.errors)")
            said += outcome.errors
        }
        #expect(workdir.names(in: ".") == ["dp4.xlsx"] && !Lists.hasLongDigits(said))
        try Golden.expect(said, bad.name)
    }

    private static let check = Lists.check.map { $0 == "dp4.csv" ? "dp4.xlsx" : $0 } + ["--persons"]

    private func people(_ bytes: [UInt8], _ options: [String] = []) async throws -> (Program.Outcome, ResultTable) {
        let workdir = try Workdir()
        try workdir.write("dp4.xlsx", bytes)
        let outcome = try await workdir.run(Self.check + options)
        try #require(outcome.exitCode == 0, "\(outcome.errors)")
        return (outcome, try Run(workdir: workdir, folder: "run").table("flagged.csv"))
    }

    private static var csv: [UInt8] {
        let rows = ([heading] + people).map { cells in
            cells.map { "\"\($0)\"" }.joined(separator: ",")
        }
        return Array((rows.joined(separator: "\n") + "\n").utf8)
    }

    /// The same people, whatever file they come in.
    @Test func everyFormGivesTheSamePeople() async throws {
        let (note, expected) = try await people(Self.csv)
        #expect((note.output + note.errors).contains("text"))
        #expect(expected.rows.count == 3 && expected.rows[1]["name"] == "'=Siti")
        let prefixed = "<row r=\"1\">" + Self.table.dropFirst(5)
        let text = String(decoding: Self.csv, as: UTF8.self)
        let little = [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 255), UInt8(unit >> 8)] }
        let big = [0xFE, 0xFF] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 255)] }
        let forms = [
            WorkbookFile(rows: Self.table).bytes, WorkbookFile(rows: prefixed).bytes, little, big,
            Array(text.replacing("\n", with: "\r").utf8),
        ]
        for form in forms { #expect(try await people(form).1.rows == expected.rows) }
    }

    /// Sheets that repeat the same people are said in one warning, not in one for every two of them.
    @Test func sheetsOfTheSamePeople() async throws {
        let rows = [Self.heading] + Self.people
        let bytes = WorkbookFile((1...40).map { ("Lembar \($0)", rows) }).bytes
        let workdir = try Workdir()
        try workdir.write("dp4.xlsx", bytes)
        let outcome = try await workdir.run(Self.check + ["--memory", "64M"])
        try #require(outcome.exitCode == 0, "\(outcome.errors)")
        let manifest = try Run(workdir: workdir, folder: "run").json("manifest.json")
        let warnings = try #require(manifest["warnings"] as? [[String: Any]])
        #expect(warnings.count { $0["code"] as? String == "lists_overlap" } == 1)
    }

    /// More sheets than a process may have files open as it starts; what is met in each is counted.
    @Test func moreSheetsThanOpenFiles() throws {
        let program = try #require(Program.path)
        let workdir = try Workdir()
        let sheets = (1...90).map { number in
            ("TPS \(number)", [Self.heading, ["127190170890\(1000 + number)", "Budi", "17-08-1990", "X", "L", ""]])
        }
        try workdir.write("dp4.xlsx", WorkbookFile(sheets).bytes)
        let command = ([program] + Self.check).joined(separator: "' '")
        try workdir.tool("/bin/sh", ["-c", "ulimit -Sn 64; '\(command)' >said 2>&1; echo $? >code"])
        let said = try workdir.text("said")
        try #require(try workdir.text("code") == "0\n", "\(said)")
        let manifest = try Run(workdir: workdir, folder: "run").json("manifest.json")
        let warnings = try #require(manifest["warnings"] as? [[String: Any]])
        #expect(warnings.count { $0["code"] as? String == "unmapped_code" } == 90)
    }

    @Test func aSheetAStation() async throws {
        let cover = ("Sampul", [["DAFTAR PENDUDUK"], ["Kecamatan Contoh"]])
        let sheets = (1...33).map { number in
            let rows = (0..<12).map { row in
                let serial = 1000 + number * 20 + row
                return ["127190170890\(serial)", "Orang \(serial)", "17-08-1990", "B", "L", "1271901001"]
            }
            return ("TPS \(number)", [Self.heading] + rows)
        }
        var file = WorkbookFile([cover] + sheets)
        file.sheets[2].attributes = "state=\"hidden\""
        let (outcome, flagged) = try await people(file.bytes, ["--lang", "en"])
        #expect(flagged.rows.count == 33 * 12)
        for row in flagged.rows { #expect(row["list"] == "dp4.xlsx#TPS \(row["tps"] ?? "")") }
        let said = outcome.output + outcome.errors
        #expect(said.contains("dp4.xlsx#Sampul") && said.contains("hidden"))
    }
}
