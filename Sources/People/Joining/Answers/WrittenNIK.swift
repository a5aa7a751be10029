import Civil

/// A NIK as a field list shows it, against the one that stands in the population list: hidden digits say nothing.
enum WrittenNIK {
    /// Whether `shown` can be the NIK of a cell: the same number, or the same text with characters hidden by `*`.
    static func shows(_ shown: [UInt8], _ cell: [UInt8]) -> Bool {
        if shown == cell { return true }
        if case .value(let one) = NIK.read(shown.span), case .value(let other) = NIK.read(cell.span) {
            return one == other
        }
        let (pattern, text) = (inner(shown), inner(cell))
        // What was hidden may have begun or ended in blanks.
        return matches(pattern, text) || matches(Array(shown), Array(cell))
    }

    private static func matches(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
        let pattern = Array(String(decoding: pattern, as: UTF8.self).unicodeScalars)
        let text = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
        return pattern.count == text.count && zip(pattern, text).allSatisfy { $0 == "*" || $0 == $1 }
    }

    /// Without blanks around it and without the mark that keeps a spreadsheet from reading a cell as a number.
    private static func inner(_ cell: [UInt8]) -> [UInt8] {
        var cell = cell[...]
        while let last = cell.last, last == 0x20 { cell.removeLast() }
        while let first = cell.first, first == 0x20 || first == 0x27 { cell.removeFirst() }
        return Array(cell)
    }
}
