import Foundation
import Testing

/// Lists of the size that a sheet or a province has. With `SIAPPILIH_PROGRAM` naming a release build (`make
/// test-large`) they have their full size; a debug build reads a part of it.
@Suite(.enabled(if: Program.canCheck)) struct LargeListTests {
    static let isFull = ProcessInfo.processInfo.environment["SIAPPILIH_PROGRAM"] != nil

    private static func nik(_ number: Int) -> String {
        let day = 1 + number % 28 + (number % 3 == 0 ? 40 : 0)
        let date = day * 10_000 + (1 + number % 12) * 100 + number % 89 + 11
        let serial = 10_001 + number / 336 % 9_999
        return "127190\(String(1_000_000 + date).dropFirst())\(String(serial).dropFirst())"
    }

    private static func cells(_ number: Int) -> [String] {
        let day = String(101 + number % 28).dropFirst()
        return [
            nik(number), "Orang \(number % 977)", "\(day)-0\(1 + number % 9)-19\(number % 89 + 11)",
            ["B", "S", "P"][number % 3],
            number % 3 == 0 ? "P" : "L", "127190100\(1 + number % 4)",
        ]
    }

    /// A workbook with 33 sheets, one a polling station, gives the decisions of the same rows as text.
    @Test func sheetsGiveTheDecisionsOfText() async throws {
        let perSheet = Self.isFull ? 10_000 : 40
        let workdir = try Workdir()
        var text = (WorkbookTests.heading + ["TPS"]).joined(separator: ",") + "\n"
        let sheets = (0..<33).map { sheet in
            let rows = (0..<perSheet).map { Self.cells(sheet * perSheet + $0) }
            for row in rows { text += row.joined(separator: ",") + ",\(sheet + 1)\n" }
            return ("TPS \(sheet + 1)", [WorkbookTests.heading] + rows)
        }
        try workdir.write("dp4.csv", text)
        try workdir.write("dp4.xlsx", WorkbookFile(sheets).bytes)
        for file in ["dp4.csv", "dp4.xlsx"] {
            var options = Lists.check.map { $0 == "dp4.csv" ? file : $0 == "run" ? "\(file)-run" : $0 }
            options += ["--persons", "--quiet"]
            let outcome = try await workdir.run(options)
            #expect(outcome.exitCode == 0, "\(outcome.errors)")
        }
        for name in ["tally.csv", "recap-kabupaten.csv", "recap-kecamatan.csv", "recap-desa.csv", "summary.json"] {
            #expect(try workdir.bytes("dp4.csv-run/\(name)") == workdir.bytes("dp4.xlsx-run/\(name)"), "\(name)")
        }
        // All but the name of the list and the row in it.
        func decisions(_ run: String) throws -> [Substring] {
            try workdir.text("\(run)/persons.csv").split(separator: "\n").dropFirst().map { line in
                line.drop { $0 != "," }.dropFirst().drop { $0 != "," }
            }
        }
        let found = try decisions("dp4.xlsx-run")
        #expect(try found.count == 33 * perSheet && found == decisions("dp4.csv-run"))
    }

    /// A quote that is opened in row 2 and never closed costs that row and no other.
    @Test func anUnclosedQuoteCostsOneRow() async throws {
        let count = Self.isFull ? 1_000_000 : 5_000
        let workdir = try Workdir()
        var text = "NIK,NAMA\n1271901708909999,\"Budi\n"
        text.reserveCapacity(count * 20)
        for number in 1..<count { text += Self.nik(number) + ",A\n" }
        try workdir.write("dp4.csv", text)
        let outcome = try await workdir.run(Lists.check + ["--lang", "en"])
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let run = Run(workdir: workdir, folder: "run")
        let rows = try run.json("summary.json")["rows"] as? [String: Int]
        #expect(rows == ["read": count, "decided": count - 1, "rejected": 1, "skipped": 0])
        #expect(
            try workdir.text("run/rejected.csv").split(separator: "\n").last
                == "dp4.csv,2,,unclosed_quote,a quote is opened in this row and never closed; remove or close it"
        )
    }

    /// A list that ends on the last row a spreadsheet has was perhaps cut off there: 1,048,576 today, 65,536 in .xls.
    @Test(arguments: isFull ? [1_048_576, 65_536] : [65_536]) func theLastRowOfASheetIsSuspect(rows: Int) async throws {
        let workdir = try Workdir()
        var text = "NIK,NAMA\n"
        text.reserveCapacity(rows * 20)
        for number in 1..<rows { text += Self.nik(number) + ",A\n" }
        try workdir.write("dp4.csv", text)
        let outcome = try await workdir.run(Lists.check + ["--lang", "en", "--no-digest"])
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            words.contains(
                "dp4.csv: this list ends exactly at row \(rows == 65_536 ? "65,536" : "1,048,576"), the last row of a "
                    + "worksheet: it is perhaps cut off; "
                    + "ask for the rest, or for the whole list as CSV"))
    }
}
