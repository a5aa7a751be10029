import Civil
public import Columns

/// Numbers for the TPS of rows: polling stations are counted as integers (`003` = `3`), other names by their text.
public struct TPSReader: Sendable {
    private static let textBit: UInt32 = 1 << 31
    private var texts: TextNumberer
    private var memo = CellMemo()
    private var found: [UInt64] = []

    public init(_ texts: TextNumbers) { self.texts = TextNumberer(texts) }

    /// Reads a whole column.
    public mutating func read(_ text: [UInt8], _ cells: TextColumn, into numbers: inout [UInt32]) {
        var row = memo.read(text, cells, from: 0, into: &found)
        while row < cells.count {
            let start = Int(cells.starts[row])
            let end = Int(cells.ends[row])
            found[row] = UInt64(number(text.span.extracting(start..<end)))
            memo.learn(text, from: start, to: end, value: found[row])
            row = memo.read(text, cells, from: row + 1, into: &found)
        }
        ColumnDecoding.narrow(found, into: &numbers)
    }

    /// 0 = none.
    public mutating func number(_ cell: Span<UInt8>) -> UInt32 {
        if cell.isEmpty { return 0 }
        if let whole = WholeNumber.read(cell), whole >= 0, whole < Int32.max { return UInt32(whole) + 1 }
        let form = NormalForm.of(cell)
        return form.isEmpty ? 0 : texts.number(form.span) | Self.textBit
    }

    public static func text(_ number: UInt32, _ texts: TextNumbers) -> String {
        if number == 0 { return "" }
        if number & textBit == 0 { return String(number - 1) }
        return String(decoding: texts[number & ~textBit], as: UTF8.self)
    }
}
