/// The first rows of a list that hold somebody. Their cells become text only where one is asked for.
struct RowSample {
    private let rows: [[[UInt8]]]
    private let emptyWord: [UInt8]?

    /// - Parameter emptyWord: what stands for an empty cell.
    init(_ rows: [[[UInt8]]], emptyWord: String? = nil) {
        self.rows = rows
        self.emptyWord = emptyWord.map { Array($0.utf8) }
    }

    var isEmpty: Bool { rows.isEmpty }
    var indices: Range<Int> { rows.indices }

    /// The text of a cell; nil where the row has fewer.
    func text(_ row: Int, _ cell: Int) -> String? {
        let cells = rows[row]
        guard cells.indices.contains(cell) else { return nil }
        return cells[cell] == emptyWord ? "" : Windows1252.text(cells[cell])
    }

    /// All cells of all rows.
    var texts: [[String]] {
        rows.indices.map { row in rows[row].indices.map { text(row, $0) ?? "" } }
    }
}
