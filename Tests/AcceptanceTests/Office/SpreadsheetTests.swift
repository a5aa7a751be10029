import Foundation
import Testing

/// The spreadsheet that results are opened in, where it is there.
enum LibreOffice {
    static let path = ["/usr/bin/soffice", "/usr/bin/libreoffice"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }
}

/// Results opened in LibreOffice, however it is told to part cells: no cell is a formula.
@Suite(.enabled(if: Program.canCheck && LibreOffice.path != nil, "LibreOffice is not there"))
struct SpreadsheetTests {
    private static let payloads = [
        "=1+1", "+1+1", "-1+1", "@SUM(1)", "BUDI;=HYPERLINK(\"http://x\",\"y\")", "BUDI\t=1+1", "BUDI\n=1+1",
        "BUDI\r\n+1+1", "BUDI,@SUM(1)", "BUDI;\"=1+1\"", "=1+1;=2+2", "\n=1+1", "'=1+1",
    ]

    /// A table as LibreOffice takes it, cells parted at the character of this number.
    private func opened(_ workdir: Workdir, _ name: String, at divider: Int) throws -> String {
        let out = "opened-\(divider)"
        let filter = "--infilter=Text - txt - csv (StarCalc):\(divider),34,76,1"
        let command =
            "HOME=\"$PWD\" '\(LibreOffice.path ?? "")' --headless --convert-to fods '\(filter)' --outdir \(out) '\(name)' >said 2>&1"
        try workdir.tool("/bin/sh", ["-c", command])
        let stem = name.split(separator: "/").last?.split(separator: ".").first ?? ""
        return try workdir.text("\(out)/\(stem).fods")
    }

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
            #expect(try opened(workdir, "bare.csv", at: divider).contains("table:formula="))
            let table = try opened(workdir, "run/flagged.csv", at: divider)
            #expect(table.contains("BUDI"))
            #expect(!table.contains("table:formula="), "parted at \(divider)")
        }
    }
}
