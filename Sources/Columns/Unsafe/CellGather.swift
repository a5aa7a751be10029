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
        let last = column == width - 1
        precondition(starts.count >= rows * stride)
        unsafe text.withUnsafeBufferPointer { bytes in
            unsafe starts.withUnsafeBufferPointer { bounds in
                guard let text = bytes.baseAddress, let bounds = bounds.baseAddress else { return }
                let size = bytes.count
                unsafe cells.starts.withUnsafeMutableBufferPointer { into in
                    unsafe cells.ends.withUnsafeMutableBufferPointer { until in
                        var at = column
                        for row in 0..<rows {
                            let start = unsafe bounds[at]
                            var end = unsafe max(start, bounds[at + 1] &- 1)
                            at += stride
                            if start < end {
                                if last, Int(end) <= size, unsafe text[Int(end) - 1] == 13 { end -= 1 }
                                if quoting, unsafe text[Int(start)] == UInt8(ascii: "\"") { quoted.append(row) }
                            }
                            unsafe into[row] = start
                            unsafe until[row] = end
                        }
                    }
                }
            }
        }
    }
}
