import Schema
import Testing

@testable import Files
@testable import Tabular

@Suite struct CSVRowTests {
    @Test(arguments: [
        ("", ""), ("SITI", "SITI"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
        ("a\rb", "\"a\rb\""), ("17|08|1990", "17|08|1990"), ("é", "é"), (" a ", " a "), ("'a", "'a"),
        ("\u{0}", "\u{0}"),
    ])
    func cells(text: String, written: String) {
        var row: [UInt8] = []
        #expect(!CSVRow.append(Array(text.utf8).span, to: &row))
        #expect(String(decoding: row, as: UTF8.self) == written)
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+62", "'+62"), ("-", "'-"), ("@a", "'@a"), ("\ta", "'\ta"), ("\ra", "\"'\ra\""),
        ("=\"1\"", "\"'=\"\"1\"\"\""),
    ])
    func formulasAreNeutralised(text: String, written: String) {
        var row: [UInt8] = []
        #expect(CSVRow.append(Array(text.utf8).span, to: &row))
        #expect(String(decoding: row, as: UTF8.self) == written)
    }

    @Test func boundsAreClamped() {
        let text = Array("abc".utf8)
        var row: [UInt8] = []
        CSVRow.append(text.span, from: 1, to: .max, into: &row)
        CSVRow.append(text.span, from: 9, to: 2, into: &row)
        CSVRow.append(text.span, from: -3, to: 1, into: &row)
        CSVRow.append(42, to: &row)
        #expect(String(decoding: row, as: UTF8.self) == "bca42")
    }
}
