/// Where one record ends and what its cells are, byte by byte: the whole grammar, for records the fast scan leaves alone.
///
/// Cells are separated by the delimiter. Where the list quotes, a `"` as a cell's first byte opens a quoted cell, in
/// which `""` is one quote and line ends are text; the closing quote is followed by a delimiter, a line end or the
/// file's end, perhaps behind blanks, which belong to the cell. Quotes anywhere else are text. A quoted cell that closes otherwise, or not within `longestQuotedRun`
/// bytes, makes a record of its first physical line alone, so that one stray quote costs one row and no more.
public struct RecordGrammar: Sendable, Equatable {
    public var delimiter: UInt8
    /// The last byte of a line end: LF, or CR in files without LF.
    public var newline: UInt8
    public var quoting: Bool

    /// A longer cell, in bytes, rejects its record: 1 MiB.
    public static let longestCell = 1 << 20
    /// An opening quote that is not closed within this many bytes counts as never closed: 16 MiB.
    public static let longestQuotedRun = 16 << 20

    public init(delimiter: UInt8, newline: UInt8, quoting: Bool) {
        self.delimiter = delimiter
        self.newline = newline
        self.quoting = quoting
    }

    /// What stands at a place where a record begins.
    enum Reading: Equatable {
        /// A record; `next` is where the one behind it begins.
        case cells(next: Int)
        case rejected(RecordProblem, next: Int)
        /// More bytes are needed to tell.
        case incomplete
        /// No line end within any reasonable distance: skip to the next one, wherever it is.
        case endless
    }

    /// Reads the record at `start`. `cells` becomes the starts of its cells and one past the last one's end.
    func read(_ text: Span<UInt8>, from start: Int, to end: Int, final: Bool, cells: inout [UInt32]) -> Reading {
        cells.removeAll(keepingCapacity: true)
        cells.append(UInt32(truncatingIfNeeded: start))
        let quote = UInt8(ascii: "\"")
        var at = start
        var cellStart = start
        var tooLong = false
        while true {
            if quoting, at < end, text[at] == quote {
                var closing = at + 1
                while true {
                    if closing - at > Self.longestQuotedRun {
                        return line(text, from: start, to: end, final: final, problem: .unclosedQuote)
                    }
                    if closing >= end {
                        guard final else { return .incomplete }
                        return line(text, from: start, to: end, final: final, problem: .unclosedQuote)
                    }
                    if text[closing] == quote {
                        if closing + 1 >= end, !final { return .incomplete }
                        guard closing + 1 < end, text[closing + 1] == quote else { break }
                        closing += 2
                    } else {
                        closing += 1
                    }
                }
                at = closing + 1
                while at < end, isBlank(text[at]) { at += 1 }
                if at + 1 >= end, !final { return .incomplete }
                let isEnd =
                    at >= end || text[at] == delimiter || text[at] == newline
                    || (text[at] == 13 && (at + 1 >= end || text[at + 1] == newline))
                guard isEnd else {
                    return line(text, from: start, to: end, final: final, problem: .brokenQuoting)
                }
            }
            while at < end, text[at] != delimiter, text[at] != newline { at += 1 }
            if at >= end, !final {
                return at - start > 2 * Self.longestQuotedRun ? .endless : .incomplete
            }
            tooLong = tooLong || at - cellStart > Self.longestCell
            cells.append(UInt32(truncatingIfNeeded: at + 1))
            if at >= end || text[at] == newline {
                let next = min(at + 1, end)
                return tooLong ? .rejected(.cellTooLong, next: next) : .cells(next: next)
            }
            at += 1
            cellStart = at
        }
    }

    /// A blank or tab that parts no cells.
    func isBlank(_ byte: UInt8) -> Bool { (byte == 0x20 || byte == 9) && byte != delimiter }

    /// The physical line at `start` as a rejected record.
    private func line(_ text: Span<UInt8>, from start: Int, to end: Int, final: Bool, problem: RecordProblem) -> Reading
    {
        var at = start
        while at < end, text[at] != newline { at += 1 }
        if at >= end, !final { return at - start > 2 * Self.longestQuotedRun ? .endless : .incomplete }
        return .rejected(problem, next: min(at + 1, end))
    }
}
