import Testing

@testable import Tabular

@Suite struct KeyFiguresTests {
    @Test func keysByTheirEnd() {
        let cells = [
            "1271901708900010", "'1271901708900011", "1.27190170890001E+15", "1,27E+15", "", "127190", "1E", "E+15",
            "127190**********",
        ]
        let figures = KeyFigures(cells.map { ["x", $0] }, cell: 1)
        #expect(figures.whole == 2 && figures.rounded == 1 && figures.scientific == 2 && figures.filled == 8)
        #expect(KeyFigures([["1"], []], cell: 3) == KeyFigures() && KeyFigures([["1"]], cell: nil) == KeyFigures())
    }
}
