import Foundation
import Testing

/// Results opened in LibreOffice, however it is told to part cells: no cell is a formula.
@Suite(.enabled(if: Program.canCheck && Spreadsheet.isThere, "LibreOffice (soffice) opens the lists"))
struct SpreadsheetFormulaTests {
    private static let payloads = [
        "=1+1", "+1+1", "-1+1", "@SUM(1)", "BUDI;=HYPERLINK(\"http://x\",\"y\")", "BUDI\t=1+1", "BUDI\n=1+1",
        "BUDI\r\n+1+1", "BUDI,@SUM(1)", "BUDI;\"=1+1\"", "=1+1;=2+2", "\n=1+1", "'=1+1",
    ]

    @Test func noCellIsAFormula() async throws {
        let workdir = try Workdir()
        var list = "NIK,NAMA,ALAMAT,TANGGAL LAHIR,STATUS KAWIN,JENIS KELAMIN,KODE DESA\n"
        for (number, text) in Self.payloads.enumerated() {
            let cell = "\"\(text.replacing("\"", with: "\"\""))\""
            list += "127190170890\(1001 + number),\(cell),\(cell),17-08-1990,B,L,1271901001\n"
        }
        try workdir.write("dp4.csv", list)
        let outcome = try await workdir.run(Lists.check + ["--persons", "--quiet"])
        try #require(outcome.exitCode == 0, "\(outcome.errors)")
        for divider in [44, 59, 9] {
            // What is looked for is found where nothing was disarmed.
            try workdir.write("bare.csv", "a\(Unicode.Scalar(UInt8(divider)))=1+1\n")
            #expect(
                try workdir.text(Spreadsheet.save("bare.csv", as: "fods", in: workdir, partedAt: divider)).contains(
                    "table:formula="))
            let table = try workdir.text(
                Spreadsheet.save("run/flagged.csv", as: "fods", in: workdir, partedAt: divider))
            #expect(table.contains("BUDI"))
            #expect(!table.contains("table:formula="), "parted at \(divider)")
        }
    }
}
