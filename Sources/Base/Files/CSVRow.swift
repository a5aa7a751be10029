/// Writes rows of comma-separated values into bytes: UTF-8, LF, quoted where RFC 4180 asks for it, and no cell that a
/// spreadsheet would run as a formula.
public enum CSVRow {
    /// Appends a cell of bytes. One that begins with `=`, `+`, `-`, `@`, TAB or CR gets a leading `'`; true if so.
    public static func append(_ cell: Span<UInt8>, to row: inout [UInt8]) -> Bool {
        append(cell, from: 0, to: cell.count, into: &row)
    }

    /// Appends the cell `text[start..<end]`; bounds outside the text are clamped.
    @discardableResult
    public static func append(_ text: Span<UInt8>, from start: Int, to end: Int, into row: inout [UInt8]) -> Bool {
        let low = min(max(start, 0), text.count)
        let high = min(max(end, low), text.count)
        guard low < high else { return false }
        let runs = Self.runs(text[low])
        var isPlain = true
        var index = low
        while index < high {
            let byte = text[index]
            if byte == 0x22 || byte == 0x2C || byte == 10 || byte == 13 {
                isPlain = false
                break
            }
            index &+= 1
        }
        if isPlain {
            if runs { row.append(0x27) }
            index = low
            while index < high {
                row.append(text[index])
                index &+= 1
            }
            return runs
        }
        row.append(0x22)
        if runs { row.append(0x27) }
        index = low
        while index < high {
            let byte = text[index]
            if byte == 0x22 { row.append(0x22) }
            row.append(byte)
            index &+= 1
        }
        row.append(0x22)
        return runs
    }

    /// Appends a number, which is never a formula here.
    public static func append(_ number: Int, to row: inout [UInt8]) {
        row.append(contentsOf: String(number).utf8)
    }

    /// Appends what stands between two cells.
    @inline(__always)
    public static func separate(_ row: inout [UInt8]) { row.append(0x2C) }

    /// Appends what ends a row.
    @inline(__always)
    public static func end(_ row: inout [UInt8]) { row.append(10) }

    /// Whether a spreadsheet takes a cell that begins so for a formula.
    @inline(__always)
    public static func runs(_ byte: UInt8) -> Bool {
        byte == 0x3D || byte == 0x2B || byte == 0x2D || byte == 0x40 || byte == 9 || byte == 13
    }
}
