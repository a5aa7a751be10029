import Columns

/// How cells are named: letters of the column, number of the row.
enum CellReference {
    /// The column, first = 1 and 0 where none is said; the row, nil where what stands there is no number.
    static func read(_ text: Span<UInt8>) -> (column: Int, row: Int?) {
        var column = 0
        var at = 0
        while at < text.count, (text[at] | 0x20) &- 97 < 26, at < 6 {
            column = column * 26 + Int((text[at] | 0x20) &- 96)
            at += 1
        }
        return (column, Int(digits: text.extracting(at..<text.count)))
    }
}

/// Cells of a sheet that are shown as one: rows and columns count from 1.
struct MergedArea: Sendable, Equatable {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>

    init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }

    /// `B2:D9`; nil for anything else, and for a single cell.
    init?(_ text: Span<UInt8>) {
        var colon = 0
        while colon < text.count, text[colon] != UInt8(ascii: ":") { colon += 1 }
        guard colon < text.count else { return nil }
        let first = CellReference.read(text.extracting(0..<colon))
        let last = CellReference.read(text.extracting((colon + 1)..<text.count))
        guard let top = first.row, let bottom = last.row, top > 0, bottom >= top, bottom <= SheetLimits.rows,
            first.column > 0, last.column >= first.column, last.column <= SheetLimits.columns,
            top != bottom || first.column != last.column
        else { return nil }
        self.init(rows: top...bottom, columns: first.column...last.column)
    }
}
