import CLanes

/// The cells of one column of a block: `text[starts[i] ..< ends[i]]` is cell `i`, without quotes.
public struct TextColumn: Sendable {
    public var starts: [UInt32] = []
    public var ends: [UInt32] = []

    public init() {}

    public var count: Int { starts.count }
}

extension RowBounds {
    /// Copies the bounds of one column, without the carriage return of a row's last cell.
    ///
    /// Rows whose cell begins with `"` are listed in `quoted`, if the list quotes at all; their bounds still hold the
    /// quotes. Nothing is allocated once the arrays have grown.
    public func gather(
        _ column: Int, of text: borrowing [UInt8], quoting: Bool, into cells: inout TextColumn,
        quoted: inout [Int]
    ) {
        quoted.removeAll(keepingCapacity: true)
        let rows = self.rows
        if cells.starts.count != rows {
            cells.starts.removeAll(keepingCapacity: true)
            cells.starts.append(contentsOf: repeatElement(0, count: rows))
            cells.ends.removeAll(keepingCapacity: true)
            cells.ends.append(contentsOf: repeatElement(0, count: rows))
        }
        guard rows > 0, 0..<width ~= column else { return }
        let stride = self.stride
        precondition(starts.count >= rows * stride)
        unsafe starts.withUnsafeBufferPointer { bounds in
            unsafe cells.starts.withUnsafeMutableBufferPointer { starts in
                unsafe cells.ends.withUnsafeMutableBufferPointer { ends in
                    unsafe lanes_gather_cells(
                        bounds.baseAddress, Int64(stride), Int64(rows), Int64(column), starts.baseAddress,
                        ends.baseAddress)
                }
            }
        }
        if column == width - 1 { dropReturns(text, &cells) }
        guard quoting else { return }
        for row in self.quoted where row < rows {
            let start = Int(cells.starts[row])
            if start < Int(cells.ends[row]), start < text.count, text[start] == UInt8(ascii: "\"") {
                quoted.append(row)
            }
        }
    }

    /// The rows whose cell `column` is not `length` bytes long, quotes included.
    public func rows(whereCell column: Int, isNotOfLength length: Int, into found: inout [Int]) {
        found.removeAll(keepingCapacity: true)
        guard 0..<width ~= column else { return }
        precondition(starts.count >= rows * stride)
        unsafe starts.withUnsafeBufferPointer { bounds in
            var row: Int64 = 0
            while true {
                row = unsafe lanes_next_not_of_length(
                    bounds.baseAddress, Int64(stride), row, Int64(rows), Int64(column),
                    UInt32(truncatingIfNeeded: length))
                if row >= rows { return }
                found.append(Int(row))
                row += 1
            }
        }
    }

    /// Takes the carriage return before a line end away from the last cells of rows.
    private func dropReturns(_ text: borrowing [UInt8], _ cells: inout TextColumn) {
        for row in 0..<rows {
            let end = Int(cells.ends[row])
            if Int(cells.starts[row]) < end, end <= text.count, text[end - 1] == 13 { cells.ends[row] -= 1 }
        }
    }
}
