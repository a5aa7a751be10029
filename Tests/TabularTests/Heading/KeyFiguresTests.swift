import Testing

@testable import Tabular

@Suite struct KeyFiguresTests {
    @Test func keysByTheirEnd() {
        let cells = [
            "1271901708900010", "'1271901708900011", "1.27190170890001E+15", "1,27E+15", "", "127190", "1E", "E+15",
            "127190**********",
        ]
        let figures = KeyFigures(rows(cells.map { ["x", $0] }), cell: 1)
        #expect(figures.whole == 2 && figures.rounded == 1 && figures.scientific == 2 && figures.filled == 8)
        #expect(KeyFigures(rows([["1"], []]), cell: 3) == KeyFigures())
        #expect(KeyFigures(rows([["1"]]), cell: nil) == KeyFigures())
    }

    private func rows(_ texts: [[String]]) -> RowSample {
        RowSample(texts.map { $0.map { Array($0.utf8) } })
    }
}
