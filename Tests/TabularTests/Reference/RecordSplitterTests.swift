import Testing

@testable import Schema
@testable import Tabular

@Suite struct RecordSplitterTests {
    private func split(
        _ text: String, _ delimiter: Character = ",", quoting: Bool = true, newline: Dialect.Newline = .lf
    ) -> [String] {
        split(Array(text.utf8), delimiter, quoting: quoting, newline: newline)
    }

    /// Records as `a|b|c`, rejected ones as their code.
    private func split(
        _ bytes: [UInt8], _ delimiter: Character = ",", quoting: Bool = true, newline: Dialect.Newline = .lf
    ) -> [String] {
        let dialect = Dialect(.init(byte: delimiter.asciiValue ?? 0, quoting: quoting), newline: newline)
        return RecordSplitter(dialect).records(in: bytes).map { record in
            record.problem?.id ?? record.cells.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|")
        }
    }

    @Test(arguments: [
        ("a,b\nc,d\n", ["a|b", "c|d"]), ("a,b\nc,d", ["a|b", "c|d"]), ("a,b\r\nc,d\r\n", ["a|b", "c|d"]),
        ("a,b\r\nc,d\r", ["a|b", "c|d"]), ("", []), ("\n", [""]), ("\n\n", ["", ""]), (",\n", ["|"]),
        ("a,\"b,c\"\n", ["a|b,c"]), ("\"a\"\"b\",c\n", ["a\"b|c"]), ("\"a\nb\",c\nd,e\n", ["a\nb|c", "d|e"]),
        ("\"a\r\nb\",c\r\n", ["a\r\nb|c"]), ("a\"b,c\"d\n", ["a\"b|c\"d"]), ("=\"1\",b\n", ["=\"1\"|b"]),
        (" \"a\",b\n", [" \"a\"|b"]), ("\"\",\"\"\n", ["|"]), ("\"\"\"\"\n", ["\""]), ("\"a\"", ["a"]),
        ("\"a\"\r", ["a"]), ("a\rb,c\n", ["a\rb|c"]), ("a\r\r\n", ["a\r"]), ("a\u{0}b,c\n", ["a\u{0}b|c"]),
        ("\"a\" ,b\nc,d\n", ["a |b", "c|d"]), ("\"a\"\t\r\nb\n", ["a\t", "b"]),
        ("\"a\"b,c\nd\n", ["broken_quoting", "d"]),
        ("x,\"a\nb\"c\nd\n", ["broken_quoting", "b\"c", "d"]), ("\"a\"\rb\nc\n", ["broken_quoting", "c"]),
        ("a,\"b\nc,d\ne,f\n", ["unclosed_quote", "c|d", "e|f"]), ("\"", ["unclosed_quote"]),
        ("\"a\"\"", ["unclosed_quote"]), ("a,b\n\"c", ["a|b", "unclosed_quote"]),
    ])
    func recordsOfText(text: String, records: [String]) {
        #expect(split(text) == records)
    }

    @Test func otherDialects() {
        #expect(split("a#\"b#c\n", "#", quoting: false) == ["a|\"b|c"])
        #expect(split("a;\"b;c\"\n", ";") == ["a|b;c"])
        #expect(split("a,b\rc,d\r", newline: .cr) == ["a|b", "c|d"])
        #expect(split("a,\"b\rc\"\rd", newline: .cr) == ["a|b\rc", "d"])
        #expect(split("a\nb\rc", newline: .cr) == ["a\nb", "c"])
    }

    @Test func aLongCellRejectsItsRecordAlone() {
        let long = [UInt8](repeating: 0x61, count: RecordGrammar.longestCell)
        #expect(split(Array("x,".utf8) + long + Array("\ny,z\n".utf8)).last == "y|z")
        #expect(split(Array("x,".utf8) + long + Array("\ny,z\n".utf8)).first?.hasPrefix("x|a") == true)
        #expect(split(Array("x,a".utf8) + long + Array("\ny,z\n".utf8)) == ["cell_too_long", "y|z"])
        #expect(split(Array("\"".utf8) + long + Array("\"\ny,z\n".utf8)) == ["cell_too_long", "y|z"])
    }

    @Test func aPartOfAFileShowsOnlyRecordsThatEndInIt() {
        let splitter = RecordSplitter(Dialect(.init(byte: 0x2C)))
        for text in ["a,b\nc", "a,b\n\"c", "a,b\n\"c\"", "a,b\nc\r", "a,b\n\"c\"\r", "a,b\nc\n"] {
            #expect(splitter.records(in: Array(text.utf8), isWhole: false).count == 1)
        }
        #expect(splitter.records(in: Array("a\nb\nc\n".utf8), atMost: 2).count == 2)
    }

    /// The whole grammar of the reader, record by record, says what the reference says, for any text.
    @Test func theReadersGrammarAgrees() {
        var dice = Dice(seed: 21)
        let alphabet = Array("ab,,\"\"\"\n\n\r;\u{0}".utf8)
        for round in 0..<20_000 {
            let text = (0..<Int.random(in: 0...24, using: &dice)).map { _ in
                alphabet.randomElement(using: &dice) ?? 0
            }
            var dialect = Dialect(.init(byte: 0x2C, quoting: round % 5 != 0))
            if round % 7 == 0 { dialect.newline = .cr }
            let records = RecordSplitter(dialect).records(in: text)
            let newline: UInt8 = dialect.newline == .cr ? 13 : 10
            var at = 0
            var cells: [UInt32] = []
            for record in records {
                #expect(record.start == at)
                switch dialect.grammar.read(text.span, from: at, to: text.count, final: true, cells: &cells) {
                case .cells(let next):
                    #expect(record.problem == nil && record.next == next, "\(text)")
                    #expect(record.cells.count == cells.count - 1, "\(text)")
                    for (index, cell) in record.cells.enumerated() where index < cells.count - 1 {
                        var end = Int(cells[index + 1]) - 1
                        let start = Int(cells[index])
                        if index == cells.count - 2, newline == 10, end > start, text[end - 1] == 13 { end -= 1 }
                        var plain: [UInt8] = []
                        CellText.appendUnquoted(
                            text.span.extracting(start..<end), quoting: dialect.quoting, to: &plain)
                        #expect(plain == cell, "\(text)")
                    }
                case .rejected(let problem, let next):
                    #expect(record.problem == problem && record.next == next, "\(text)")
                case .incomplete, .endless:
                    Issue.record("a whole text is never incomplete: \(text)")
                }
                at = record.next
            }
            #expect(at == text.count)
        }
    }
}
