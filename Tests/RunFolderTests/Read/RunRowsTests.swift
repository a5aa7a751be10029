import Diagnostics
import Foundation
import Testing

@testable import RunFolder

@Suite struct RunRowsTests {
    private func rows(_ text: String, _ columns: [String], salt: [UInt8]? = nil) throws -> RunRows {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("siappilih-test-\(UUID()).csv").path
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try RunRows(path, columns: columns, salt: salt)
    }

    @Test func cellsComeBackAsTheyWere() throws {
        let rows = try rows(
            "list,row,name\na.csv,12,\"Budi \"\"B\"\", S.H.\"\n,,'=1+1\n\"x\ny\",7,''\n", ["name", "row", "list"])
        #expect(try rows.next())
        #expect(rows.text(0) == #"Budi "B", S.H."#)
        #expect(rows.number(1) == 12)
        #expect(rows.row == 2)
        #expect(try rows.next())
        #expect(rows.text(0) == "=1+1")
        #expect(rows.number(1) == nil)
        #expect(rows.isEmpty(2))
        #expect(try rows.next())
        #expect(rows.text(2) == "x\ny")
        #expect(rows.text(0) == "''")
        #expect(try !rows.next())
    }

    /// What is written for spreadsheets reads as what is written for programs.
    @Test func tablesForSpreadsheetsComeBackAsTheyWere() throws {
        let rows = try rows(
            "\u{FEFF}list;row;nik;name\r\na.csv;12;=\"1271\";\"Budi \"\"B\"\";C\"\r\n;;;'=1+1\r\n\"x\ny\";7;=\"'=2\";\"a\"\r\n",
            ["name", "row", "nik", "list"])
        #expect(try rows.next())
        #expect(rows.text(0) == #"Budi "B";C"#)
        #expect(rows.number(1) == 12)
        #expect(rows.text(2) == "1271")
        #expect(try rows.next())
        #expect(rows.text(0) == "=1+1")
        #expect(rows.isEmpty(2))
        #expect(try rows.next())
        #expect(rows.text(2) == "=2")
        #expect(rows.text(3) == "x\ny")
        #expect(rows.text(0) == "a")
        #expect(try !rows.next())
    }

    /// Counts that somebody wrote into a run must not end the program when they are added up.
    @Test func countsThatNoRunHoldsAreNone() throws {
        let rows = try rows("n\n1000000000000\n1000000000001\n-1\n\"\"\n", ["n"])
        var counts: [Int?] = []
        while try rows.next() { counts.append(rows.count(0)) }
        #expect(counts == [1_000_000_000_000, nil, nil, nil])
    }

    private static let long: String = {
        let line = String(repeating: "ä\"\"", count: 300)
        return "a,b\n" + (0..<4000).map { "\($0),\"\(line)\"\n" }.joined()
    }()

    /// Another file in the place of one whose digest is taken is not the file that was read.
    @Test func aTableThatChangesWhileItIsReadIsRefused() throws {
        let rows = try rows(Self.long, ["a"], salt: [1])
        let failure = #expect(throws: Failure.self) { while try rows.next() {} }
        #expect(failure?.findings.map(\.code) == ["run_unreadable"])
    }

    @Test func tablesLongerThanAPieceAreReadWhole() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("siappilih-test-\(UUID()).csv").path
        try Data(Self.long.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let rows = try RunRows(path, columns: ["b", "a"], salt: [1, 2])
        var count = 0
        while try rows.next() {
            #expect(rows.number(1) == count)
            #expect(rows.bytes(0).count == 900)
            count += 1
        }
        #expect(count == 4000)
        #expect(rows.finishDigest()?.count == 64)
    }

    @Test(arguments: [
        ("", "this file is empty"), ("a,b\n1,2", "ends in the middle of a row"), ("a,b\n1\n", "1 cell, expected 2"),
        ("b\n1\n", "there is no column 'a'"), ("a,\"b\n1,2\n", "ends in the middle of a row"),
    ])
    func brokenTablesAreRefused(text: String, expected: String) {
        let failure = #expect(throws: Failure.self) {
            let rows = try rows(text, ["a"])
            while try rows.next() {}
        }
        #expect(failure?.kind == .input)
        #expect(failure?.findings.first?.message.english == expected)
    }

    @Test func noRunIsSaid() {
        let failure = #expect(throws: Failure.self) { _ = try Run(reading: "/nonexistent/run/") }
        #expect(
            failure?.findings.map { $0.rendered(in: .english) } == [
                "/nonexistent/run/: there is no run here (no manifest.json); name the folder that siappilih check wrote"
            ])
    }
}
