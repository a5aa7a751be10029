import CLanes

/// Finds the cells of whole rows, 64 bytes at a time, as long as rows are regular.
///
/// A row is regular when it has as many cells as the list is wide, every opening quote is a cell's first byte and
/// every closing quote is followed by a delimiter or a line end. At the first row that is not, the scan stops and says
/// where that row begins; whoever called reads that one record with the exact grammar and scans on behind it.
public struct DelimiterScan: Sendable {
    public let delimiter: UInt8
    /// The line end's last byte: LF, or CR in files that have no LF.
    public let newline: UInt8
    /// Whether `"` quotes cells.
    public let quoting: Bool
    /// A row longer than this is left to the exact grammar.
    public let longestRow: Int
    /// Whether rows without quotes are taken by the processor's widest instructions, where it has them.
    private let takesRows: Bool

    public init(delimiter: UInt8, newline: UInt8, quoting: Bool, longestRow: Int) {
        self.init(
            delimiter: delimiter, newline: newline, quoting: quoting, longestRow: longestRow,
            takesRows: lanes_takes_rows() != 0 && !(quoting && delimiter == UInt8(ascii: "\"")))
    }

    /// - Parameter takesRows: false = as on a processor without the widest instructions.
    init(delimiter: UInt8, newline: UInt8, quoting: Bool, longestRow: Int, takesRows: Bool) {
        self.delimiter = delimiter
        self.newline = newline
        self.quoting = quoting
        self.longestRow = longestRow
        self.takesRows = takesRows
    }

    /// Why a scan stopped. The offset is where the record that was not taken begins.
    public enum Stop: Sendable, Equatable {
        /// The next record begins at or past the limit (or there is none).
        case limit(Int)
        /// The bytes at hand end inside this record.
        case incomplete(Int)
        /// This record is not regular.
        case irregular(Int)
    }

    /// Bytes that must be readable past the end of the text.
    public static let padding = 64

    /// Stretches of 64 bytes that are compared before their cells are taken.
    private static let stretches = 32

    /// Appends the regular rows of `text[start ..< end]` that begin before `limit`.
    ///
    /// `text` has `padding` more bytes than `end`. `final` says that the file ends at `end`, which then ends a row.
    /// `high` is set when a byte above 127 was seen.
    public func scan(
        _ text: borrowing [UInt8], from start: Int, to end: Int, limit: Int, final: Bool,
        into bounds: inout RowBounds, high: inout Bool
    ) -> Stop {
        guard start < end, start < limit else {
            return start >= limit || final ? .limit(start) : .incomplete(start)
        }
        precondition(start >= 0 && end + Self.padding <= text.count && end < Int(UInt32.max))
        bounds.reserve(bytes: end - start)
        let width = bounds.width
        let stride = bounds.stride
        var rows = bounds.rows
        let delimiter = self.delimiter
        let newline = self.newline
        // A quote that quotes nothing is looked for as the delimiter: one code path.
        let quote = quoting ? UInt8(ascii: "\"") : delimiter
        let quoting = self.quoting
        let longestRow = self.longestRow
        let takesRows = self.takesRows
        let form = lanes_row_form(
            delimiter: delimiter, newline: newline, quote: quote, width: Int64(width), longest: Int64(longestRow),
            limit: Int64(limit))
        var highBits: UInt64 = 0

        // Noted in the bounds once the scan stops: they are being written until then.
        var rowsWithQuotes: [ClosedRange<Int>] = []
        let stop = unsafe withUnsafeTemporaryAllocation(of: lanes_masks.self, capacity: Self.stretches) {
            found -> Stop in
            unsafe text.withUnsafeBufferPointer { bytes -> Stop in
                guard let base = bytes.baseAddress, let compared = found.baseAddress else { return .limit(start) }
                return unsafe bounds.starts.withUnsafeMutableBufferPointer { starts -> Stop in
                    guard let firstStart = starts.baseAddress else { return .limit(start) }
                    var stretch = 0
                    var known = 0
                    var recordStart = start
                    var row = unsafe firstStart + rows * stride
                    unsafe row[0] = UInt32(truncatingIfNeeded: start)
                    var cell = 0
                    var inside: UInt64 = 0
                    var at = start
                    while at < end {
                        if takesRows, inside == 0 {
                            var taken = unsafe lanes_rows(
                                row: row, at: Int64(at), end: Int64(end), record_start: Int64(recordStart),
                                cell: Int64(cell), rows: Int64(rows), high: highBits)
                            let isDone = unsafe withUnsafePointer(to: form) {
                                unsafe lanes_take_rows(base, $0, &taken) != 0
                            }
                            unsafe row = taken.row
                            at = unsafe Int(taken.at)
                            recordStart = unsafe Int(taken.record_start)
                            cell = unsafe Int(taken.cell)
                            rows = unsafe Int(taken.rows)
                            highBits = unsafe taken.high
                            if isDone { return .limit(recordStart) }
                            if at >= end { break }
                        }
                        let rest = end - at
                        if stretch == known || takesRows {
                            stretch = 0
                            known = takesRows ? 1 : min(Self.stretches, (rest + 63) / 64)
                            unsafe lanes_compare(base + at, Int64(known), delimiter, newline, quote, compared)
                        }
                        let masks = unsafe compared[stretch]
                        stretch += 1
                        let valid: UInt64 = rest >= 64 ? ~0 : (1 << UInt64(rest)) - 1
                        if masks.high != 0 { highBits |= unsafe Self.high(base + at, min(rest, 64)) }
                        var structural = masks.parting & valid
                        // Whether the cells are as many as were counted with the masks.
                        var isCounted = rest >= 64
                        var stopsAt = -1
                        if quoting, masks.third != 0 || inside != 0 {
                            isCounted = false
                            // The row at hand, and those that may end among these bytes.
                            rowsWithQuotes.append(rows...(rows + masks.second.nonzeroBitCount))
                            var quotes = unsafe lanes_among(base + at, quote, quote, quote) & valid
                            let within = Self.prefixXor(quotes) ^ inside
                            structural &= ~within
                            inside = UInt64(bitPattern: Int64(bitPattern: within) >> 63)
                            while quotes != 0 {
                                let bit = quotes.trailingZeroBitCount
                                quotes &= quotes &- 1
                                let place = at + bit
                                if within >> UInt64(bit) & 1 == 1 {
                                    let before = unsafe base[max(place - 1, 0)]
                                    if place == start || before == delimiter || before == newline || before == quote {
                                        continue
                                    }
                                } else {
                                    let after = unsafe base[place + 1]
                                    if after == delimiter || after == newline || after == quote
                                        || (place + 1 == end && final)
                                    {
                                        continue
                                    }
                                    if after == 13, place + 2 < end, unsafe base[place + 2] == newline { continue }
                                    if place + 2 >= end, !final { continue }
                                    if after == 13, place + 2 == end, final { continue }
                                }
                                stopsAt = bit
                                break
                            }
                            if stopsAt >= 0 { structural &= (1 << UInt64(stopsAt)) - 1 }
                        }
                        var lineEnds = masks.second & structural
                        if isCounted, lineEnds & (lineEnds &- 1) == 0 {
                            // At most one line end, which is nearly always so.
                            let cells = Int(masks.count_to_second)
                            let here = lineEnds == 0 ? structural : structural & (lineEnds ^ (lineEnds &- 1))
                            if cell + cells <= width { unsafe Self.place(here, cells, at + 1, row + (cell + 1)) }
                            cell += cells
                            if lineEnds != 0 {
                                let next = at + lineEnds.trailingZeroBitCount + 1
                                guard cell == width, next - recordStart <= longestRow else {
                                    return .irregular(recordStart)
                                }
                                rows += 1
                                recordStart = next
                                if next >= limit { return .limit(next) }
                                unsafe row += stride
                                unsafe row[0] = UInt32(truncatingIfNeeded: next)
                                cell = Int(masks.count) - cells
                                if cell <= width { unsafe Self.place(structural & ~here, cell, at + 1, row + 1) }
                            }
                            at += 64
                            continue
                        }
                        while true {
                            // The cells of one row that end here: those up to the next line end, or all there are.
                            let here = lineEnds == 0 ? structural : structural & (lineEnds ^ (lineEnds &- 1))
                            let cells = here.nonzeroBitCount
                            if cell + cells <= width { unsafe Self.place(here, cells, at + 1, row + (cell + 1)) }
                            cell += cells
                            if lineEnds == 0 { break }
                            let next = at + lineEnds.trailingZeroBitCount + 1
                            guard cell == width, next - recordStart <= longestRow else {
                                return .irregular(recordStart)
                            }
                            rows += 1
                            recordStart = next
                            if next >= limit { return .limit(next) }
                            unsafe row += stride
                            unsafe row[0] = UInt32(truncatingIfNeeded: next)
                            cell = 0
                            structural &= ~here
                            lineEnds &= lineEnds &- 1
                        }
                        if stopsAt >= 0 { return .irregular(recordStart) }
                        at += 64
                    }
                    if recordStart >= end { return final ? .limit(recordStart) : .incomplete(recordStart) }
                    guard final else { return .incomplete(recordStart) }
                    // The file ends without a line end: its end is one.
                    guard inside == 0, cell + 1 == width, end + 1 - recordStart <= longestRow else {
                        return .irregular(recordStart)
                    }
                    unsafe row[width] = UInt32(truncatingIfNeeded: end + 1)
                    rows += 1
                    return .limit(end)
                }
            }
        }
        bounds.rows = rows
        for rows in rowsWithQuotes { bounds.noteQuotes(rows) }
        if highBits != 0 { high = true }
        return stop
    }

    /// Writes where the bits of `bits` stand, `count` in all, counted from `first`. Eight places are written at a time,
    /// whether there are so many or not: a loop of as many turns as bits would be guessed wrong at nearly every block.
    @inline(__always)
    private static func place(_ bits: UInt64, _ count: Int, _ first: Int, _ to: UnsafeMutablePointer<UInt32>) {
        var rest = bits
        var done = 0
        repeat {
            for index in 0..<8 {
                // With the highest bit set the compiler need not ask whether there is any.
                let bit = (rest | 1 << 63).trailingZeroBitCount
                unsafe to[done + index] = UInt32(truncatingIfNeeded: first &+ bit)
                rest &= rest &- 1
            }
            done += 8
        } while done < count
    }

    /// Not 0 where one of the first `count` of 64 bytes is above 127.
    @inline(never)
    private static func high(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        for index in 0..<count where unsafe bytes[index] > 127 { return 1 }
        return 0
    }

    /// Bit i of the result is the parity of bits 0...i.
    @inline(__always)
    private static func prefixXor(_ bits: UInt64) -> UInt64 {
        var x = bits
        x ^= x << 1
        x ^= x << 2
        x ^= x << 4
        x ^= x << 8
        x ^= x << 16
        x ^= x << 32
        return x
    }
}
