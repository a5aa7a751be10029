import Civil
import Columns

/// Numbers for the TPS of rows: polling stations are counted as integers (`003` = `3`), other names by their text.
struct TPSReader: Sendable {
    private static let textBit: UInt32 = 1 << 31
    private var texts: TextNumberer
    private var memo = ByteDictionary()
    private var numbers: [UInt32] = []

    init(_ texts: TextNumbers) { self.texts = TextNumberer(texts) }

    /// Reads a whole column.
    mutating func read(_ text: [UInt8], _ cells: TextColumn, into numbers: inout [UInt32]) {
        numbers.removeAll(keepingCapacity: true)
        let span = text.span
        for row in 0..<cells.count {
            numbers.append(number(span.extracting(Int(cells.starts[row])..<Int(cells.ends[row]))))
        }
    }

    /// 0 = none.
    mutating func number(_ cell: Span<UInt8>) -> UInt32 {
        if cell.isEmpty { return 0 }
        if let known = memo.number(of: cell) { return numbers[known] }
        let number: UInt32
        if let whole = WholeNumber.read(cell), whole >= 0, whole < Int32.max {
            number = UInt32(whole) + 1
        } else {
            let form = NormalForm.of(cell)
            number = form.isEmpty ? 0 : texts.number(form.span) | Self.textBit
        }
        if memo.count < 65536 {
            _ = memo.add(cell)
            numbers.append(number)
        }
        return number
    }

    static func text(_ number: UInt32, _ texts: TextNumbers) -> String {
        if number == 0 { return "" }
        if number & textBit == 0 { return String(number - 1) }
        return String(decoding: texts[number & ~textBit], as: UTF8.self)
    }
}
