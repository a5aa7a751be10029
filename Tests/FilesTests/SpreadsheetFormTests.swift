import Columns
import Foundation
import Testing

@testable import Files

/// Lines for spreadsheets hold the same cells as those for programs, whatever the cells and wherever the text is cut.
@Suite struct SpreadsheetFormTests {
    private static let pieces = [
        "1271910101900001", "0", "=", "+", "-", "@", ";", ",", "\t", "\"", "\n", "\r\n", " ", "'", "SUM(A1)", "Budi",
        "é",
        "1,27E+15", "=\"1\"",
    ]

    private func form(_ text: [UInt8], cut: (Int) -> Int) -> [UInt8] {
        var form = SpreadsheetForm(identities: [1], decimals: [2])
        var written: [UInt8] = []
        var at = 0
        while at < text.count {
            let end = min(text.count, at + max(1, cut(at)))
            form.append(text.span.extracting(at..<end), to: &written)
            at = end
        }
        return written
    }

    private func text(_ lines: String) -> String {
        String(decoding: form(Array(lines.utf8)) { _ in 5 }, as: UTF8.self)
    }

    @Test func identitiesAreTextAndDecimalsHaveACommaBelowTheHeading() {
        #expect(
            text("a,nik,share,b\nx,1271910101900001,0.5,1.5\n,,,\ny;z,'=1,,\"p,q\"\n")
                == "a;nik;share;b\r\nx;=\"1271910101900001\";0,5;1.5\r\n;;;\r\n\"y;z\";=\"'=1\";;\"p,q\"\r\n")
    }

    /// What was wrapped already is wrapped once; digits that a comma parts would be rounded.
    @Test(arguments: [
        ("\"=\"\"1271\"\"\"", "\"=\"\"1271\"\"\""), ("\"'=\"\"1271\"\"\"", "\"=\"\"1271\"\"\""),
        ("\"1271,00\"", "\"=\"\"1271,00\"\"\""),
        ("1271.00", "=\"1271.00\""),
    ])
    func identitiesKeepTheirDigits(cell: String, written: String) {
        #expect(text("h,nik,h\nx,\(cell),\n") == "h;nik;h\r\nx;\(written);\r\n")
    }

    /// Nothing that could end the text of `="…"` or part it stands in one.
    @Test(arguments: ["\"a\"\"b\"", "a;b", "\"a,b\"", "a\tb", "\"a\nb\"", String(repeating: "1", count: 65)])
    func whatCannotBeWrappedIsACellLikeOthers(cell: String) {
        let written = text("h,nik,h\nx,\(cell),\n")
        #expect(written == "h;nik;h\r\nx;\(cell.contains(";") ? "\"\(cell)\"" : cell);\r\n")
    }

    @Test(arguments: 0..<200) func everyCellComesBackAndNoneIsAFormula(seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func random(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        let rows = (0..<6).map { _ in
            (0..<4).map { column in
                column == 2
                    ? "0.\(random(10))" : (0..<random(5)).map { _ in Self.pieces[random(Self.pieces.count)] }.joined()
            }
        }
        var plain: [UInt8] = Array("a,nik,c,d\n".utf8)
        for row in rows {
            for (column, cell) in row.enumerated() {
                if column > 0 { CSVRow.separate(&plain) }
                _ = CSVRow.append(Array(cell.utf8).span, to: &plain)
            }
            CSVRow.end(&plain)
        }
        let written = form(plain) { _ in random(9) }
        #expect(written == form(plain) { _ in plain.count })
        let found = Self.cells(written, at: SpreadsheetForm.delimiter)
        let expected = Self.cells(plain, at: UInt8(ascii: ","))
        #expect(found.count == expected.count)
        for (row, cells) in zip(expected, found).dropFirst() {
            for (column, (cell, written)) in zip(row, cells).enumerated() {
                if written.hasPrefix("=\"") {
                    #expect(column == 1)
                    let bare = SpreadsheetForm.unwrapped(Array(CSVRow.disarmed(Array(cell.utf8))))
                    #expect(!bare.contains(UInt8(ascii: "\"")))
                    #expect(written == "=\"\(cell)\"" || written == "=\"\(String(decoding: bare, as: UTF8.self))\"")
                } else {
                    if let first = written.utf8.first { #expect(!CSVRow.runs(first)) }
                    #expect(written == (column == 2 ? cell.replacing(".", with: ",") : cell))
                }
            }
        }
    }

    /// Cells as RFC 4180 quotes them.
    private static func cells(_ text: [UInt8], at delimiter: UInt8) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var wasQuoted = false
        var at = 0
        while at < text.count {
            let byte = text[at]
            if byte == 0x22, isQuoted, at + 1 < text.count, text[at + 1] == 0x22 {
                cell.append(byte)
                at += 1
            } else if byte == 0x22, isQuoted || cell.isEmpty && !wasQuoted {
                isQuoted.toggle()
                wasQuoted = true
            } else if !isQuoted, byte == 0x0D, delimiter == SpreadsheetForm.delimiter {
                // Of the row's end: a line end of a cell stands in quotes.
            } else if !isQuoted, byte == delimiter || byte == 0x0A {
                row.append(String(decoding: cell, as: UTF8.self))
                (cell, wasQuoted) = ([], false)
                if byte == 0x0A {
                    rows.append(row)
                    row = []
                }
            } else {
                cell.append(byte)
            }
            at += 1
        }
        return rows
    }

    @Test func aFileBeginsWithTheMarkAndHasTheDigestOfWhatStandsThere() throws {
        let path = NSTemporaryDirectory() + "lajur-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let table = try TableFile(OutputFile(creating: path, digest: true), as: SpreadsheetForm(identities: [0]))
        try table.append("nik,a\n")
        var lines = LineBuffer()
        lines.append(Array("12719101,".utf8))
        try table.append(lines)
        try table.append(Array("x\n".utf8).span)
        let written = try table.file.finish()
        let found = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        #expect(String(decoding: found, as: UTF8.self) == "\u{FEFF}nik;a\r\n=\"12719101\";x\r\n")
        #expect(written.sha256 == Digest.hex(of: found))
        #expect(CSVText(heading: ["a", "b"]).bytes(for: nil) == Array("a,b\n".utf8))
        #expect(
            CSVText(heading: ["a", "b"]).bytes(for: SpreadsheetForm()) == SpreadsheetForm.mark + Array("a;b\r\n".utf8))
    }
}
