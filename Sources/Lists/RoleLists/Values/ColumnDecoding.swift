import Civil
public import Columns

/// Decodes whole columns of cells, `text[starts[i] ..< ends[i]]` each.
public enum ColumnDecoding {
    /// The NIK of each cell, 0 where there is a finding, and the finding's raw value.
    public static func niks(_ text: [UInt8], _ cells: TextColumn, keys: inout [UInt64], findings: inout [UInt8]) {
        if let form = CellForms.nik { form.read(text, cells, into: &keys) } else { clear(&keys, cells.count) }
        resize(&findings, cells.count)
        var keySpan = keys.mutableSpan
        var findingSpan = findings.mutableSpan
        NIK.decode(
            text: text.span, starts: cells.starts.span, ends: cells.ends.span, keys: &keySpan, findings: &findingSpan)
    }

    /// States: 0 = empty, 1 = a whole number, 2 = unreadable.
    public static func integers(_ text: [UInt8], _ cells: TextColumn, numbers: inout [Int32], states: inout [UInt8]) {
        resize(&numbers, cells.count)
        resize(&states, cells.count)
        let span = text.span
        for row in 0..<cells.count {
            let whole = WholeNumber.read(span, from: Int(cells.starts[row]), to: Int(cells.ends[row]))
            numbers[row] = whole ?? 0
            states[row] = whole != nil ? 1 : cells.starts[row] == cells.ends[row] ? 0 : 2
        }
    }

    /// Makes a column `count` long; what stood there is of no meaning.
    @inlinable public static func resize<Value: FixedWidthInteger>(_ column: inout [Value], _ count: Int) {
        if column.count > count {
            column.removeLast(column.count - count)
        } else if column.count < count {
            column.append(contentsOf: repeatElement(0, count: count - column.count))
        }
    }

    /// Copies the low halves of `values`.
    static func narrow(_ values: [UInt64], into numbers: inout [UInt32]) {
        resize(&numbers, values.count)
        var to = numbers.mutableSpan
        let from = values.span
        for row in 0..<from.count { to[row] = UInt32(truncatingIfNeeded: from[row]) }
    }

    /// Copies a column over another one of its length.
    @inlinable public static func copy<Value: FixedWidthInteger>(_ values: [Value], to column: inout [Value]) {
        let from = values.span
        var to = column.mutableSpan
        for row in 0..<min(from.count, to.count) { to[row] = from[row] }
    }

    @inlinable public static func clear<Value: FixedWidthInteger>(_ column: inout [Value], _ count: Int) {
        fill(&column, count, with: 0)
    }

    /// Makes a column `count` times `value`.
    @inlinable public static func fill<Value: FixedWidthInteger>(
        _ column: inout [Value], _ count: Int, with value: Value
    ) {
        resize(&column, count)
        var to = column.mutableSpan
        for row in 0..<to.count { to[row] = value }
    }
}
