import CLanes
import Testing

/// Cells of worksheets are written alike by registers of every width: each byte, and none beyond the text.
@Suite struct SheetCellsTests {
    private struct Row {
        var cells: [[UInt8]]
        var isHidden: Bool

        /// The row as a record, quoted where it must be.
        var record: [UInt8] {
            var out: [UInt8] = []
            for (column, cell) in cells.enumerated() {
                if column > 0 { out.append(44) }
                let isQuoted = cell.contains { [34, 44, 10].contains($0) }
                out += isQuoted ? [34] + cell.flatMap { $0 == 34 ? [34, 34] : [$0] } + [34] : cell
            }
            return out + [10]
        }
    }

    /// Rows of three cells of 0 to 70 bytes, keys of sixteen digits among them.
    private static let rows: [Row] = {
        var random = SeededBytes(19)
        return (0..<300).map { _ in
            let cells = (0..<3).map { _ -> [UInt8] in
                if random.below(5) == 0 { return (0..<16).map { _ in UInt8(48 + random.below(10)) } }
                let parting: [UInt8] = [34, 44, 10]
                return (0..<random.below(71)).map { _ in
                    random.below(40) == 0 ? parting[random.below(3)] : UInt8(65 + random.below(26))
                }
            }
            return Row(cells: cells, isHidden: random.below(9) == 0)
        }
    }()

    @Test(arguments: Registers.here(LANES_WRITE_SHEET_CELLS), [false, true])
    func everyByteIsWritten(_ width: Int32, asShared: Bool) {
        var bytes: [UInt8] = []
        var cells: [lanes_cell] = []
        var texts: [lanes_text] = []
        for (number, row) in Self.rows.enumerated() {
            let hidden = row.isHidden ? UInt8(LANES_MET_HIDDEN) : 0
            cells.append(
                lanes_cell(
                    start: UInt32(number + 1), length: 0, style: 0, column: 0, kind: UInt8(LANES_CELL_ROW), met: hidden)
            )
            for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
                let met = cell.contains { [34, 44, 10].contains($0) } ? LANES_MET_QUOTE : 0
                let text = UInt32(texts.count)
                texts.append(
                    lanes_text(place: UInt32(bytes.count), extent: UInt32(cell.count | met << LANES_TEXT_BITS)))
                cells.append(
                    lanes_cell(
                        start: asShared ? text : UInt32(bytes.count), length: UInt32(asShared ? 1 : cell.count),
                        style: 0,
                        column: UInt16(column), kind: UInt8(asShared ? LANES_CELL_SHARED : LANES_CELL_TEXT),
                        met: asShared ? 0 : UInt8(met)))
                bytes += cell
            }
        }
        // One more row begins, so that the last is ended.
        let end = UInt32(Self.rows.count + 1)
        cells.append(lanes_cell(start: end, length: 0, style: 0, column: 0, kind: UInt8(LANES_CELL_ROW), met: 0))
        let expected = Self.rows.flatMap { $0.cells.allSatisfy(\.isEmpty) ? [10] : $0.record }
        let padded = bytes + [UInt8](repeating: 33, count: Int(LANES_SHEET_SLACK))

        var out = [UInt8](repeating: 0, count: expected.count + 400)
        var writing = lanes_sheet_writing()
        writing.width = 3
        var (next, length, outcome): (Int64, Int64, Int32) = (0, 0, -1)
        var figures = [lanes_key_figures](repeating: lanes_key_figures(), count: 3)
        let dateColumns: [UInt8] = [0, 0, 0]
        unsafe padded.withUnsafeBufferPointer { source in
            var chunks: [UnsafePointer<UInt8>?] = unsafe [source.baseAddress]
            unsafe chunks.withUnsafeMutableBufferPointer { chunks in
                unsafe texts.withUnsafeBufferPointer { texts in
                    unsafe dateColumns.withUnsafeBufferPointer { dates in
                        unsafe figures.withUnsafeMutableBufferPointer { figures in
                            var tables = unsafe lanes_sheet_tables(
                                day_styles: nil, day_style_count: 0, date_columns: dates.baseAddress,
                                texts: texts.baseAddress, text_count: Int64(texts.count),
                                chunks: UnsafePointer(chunks.baseAddress), figures: figures.baseAddress)
                            #expect(
                                unsafe lanes_write_sheet_cells_by(
                                    width, source.baseAddress, cells, &next, Int64(cells.count), &writing, &tables,
                                    &out,
                                    &length, Int64(out.count), &outcome) == 1)
                        }
                    }
                }
            }
        }
        #expect(outcome == LANES_WRITTEN && next == cells.count)
        // A row without a cell is a blank line once a filled one follows.
        #expect(Array(out[..<Int(length)]) == expected)
        let keys = Self.rows.flatMap(\.cells).count { $0.count == 16 && $0.allSatisfy { 48...57 ~= $0 } }
        #expect(writing.key_cells == keys && figures.reduce(0) { $0 + $1.texts } == keys)
        #expect(Int(writing.hidden_rows) == Self.rows.count { $0.isHidden && !$0.cells.allSatisfy(\.isEmpty) })
    }
}
