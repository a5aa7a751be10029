/// Writes rows of comma-separated values into bytes: UTF-8, LF, quoted where RFC 4180 asks for it, and no cell of which a
/// spreadsheet would run a part as a formula, whether it parts cells at `,`, `;` or TAB.
public enum CSVRow {
    /// Appends a cell of bytes. Where it begins with `=`, `+`, `-`, `@`, TAB or a line end it gets a leading `'`, and a
    /// blank and a `'` where `=`, `+`, `-` or `@` stands behind a `,`, `;`, TAB or line end in it; true if either.
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
        var isQuoted = false
        var parts = false
        var index = low
        while index < high {
            let byte = text[index]
            index &+= 1
            guard byte == 0x22 || byte <= 13 || byte == 0x2C || byte == 0x3B else { continue }
            if byte == 0x22 || byte == 0x2C || byte == 10 || byte == 13 { isQuoted = true }
            if isDivider(byte), isFormula(text, index, high) { parts = true }
        }
        if isQuoted { row.append(0x22) }
        if runs { row.append(0x27) }
        index = low
        while index < high {
            let byte = text[index]
            index &+= 1
            if byte == 0x22 { row.append(0x22) }
            row.append(byte)
            if parts, isDivider(byte), isFormula(text, index, high) {
                row.append(0x20)
                row.append(0x27)
            }
        }
        if isQuoted { row.append(0x22) }
        return runs || parts
    }

    /// Takes off what `append` put before formulas; the cell without its quotes.
    public static func disarmed(_ cell: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(cell.count)
        let text = cell.span
        var index = 0
        if cell.count >= 2, cell[0] == 0x27, runs(cell[1]) { index = 1 }
        while index < cell.count {
            let byte = cell[index]
            plain.append(byte)
            index += 1
            let isGuarded =
                isDivider(byte) && index + 1 < cell.count && cell[index] == 0x20 && cell[index + 1] == 0x27
                && isFormula(text, index + 2, cell.count)
            if isGuarded { index += 2 }
        }
        return plain
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

    /// Whether a spreadsheet takes a cell that begins so for a formula, or takes its beginning off.
    @inline(__always)
    public static func runs(_ byte: UInt8) -> Bool {
        byte == 0x3D || byte == 0x2B || byte == 0x2D || byte == 0x40 || byte == 9 || byte == 10 || byte == 13
    }

    /// Whether a spreadsheet may take what follows for another cell.
    @inline(__always)
    private static func isDivider(_ byte: UInt8) -> Bool {
        byte == 0x2C || byte == 0x3B || byte == 9 || byte == 10 || byte == 13
    }

    /// Whether a formula begins at `index`, be it in quotes.
    private static func isFormula(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
        var index = index
        while index < end, text[index] == 0x22 { index &+= 1 }
        guard index < end else { return false }
        let byte = text[index]
        return byte == 0x3D || byte == 0x2B || byte == 0x2D || byte == 0x40
    }
}
