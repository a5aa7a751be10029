import Testing

@testable import Tabular

@Suite struct SheetNameTests {
    @Test(
        arguments: [
            ("TPS 001", [], "TPS 001"), ("", [], "1"), ("   ", [], "1"), ("'", [], "1"),
            ("a/b\\c[d]e:f*g?h", [], "a-b-c-d-e-f-g-h"),
            ("'TPS'", [], "TPS"), ("HISTORY", [], "HISTORY-"), ("TPS\u{0}1\n", [], "TPS-1-"),
            ("tps 1", ["TPS 1"], "tps 1~2"),
            ("A", ["a", "A~2"], "A~3"), (String(repeating: "x", count: 40), [], String(repeating: "x", count: 31)),
            (
                String(repeating: "x", count: 40), [String(repeating: "X", count: 31)],
                String(repeating: "x", count: 29) + "~2"
            ),
            (String(repeating: "😀", count: 20), [], String(repeating: "😀", count: 15)),
        ] as [(String, [String], String)])
    func names(wanted: String, taken: [String], name: String) {
        #expect(SheetName.make(wanted, taken: Set(taken)) == name)
    }
}
