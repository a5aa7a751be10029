import CLanes

/// How a line of comma-separated values is put together from a row's cells and a few values.
public struct LineForm: Sendable {
    public enum Part: Sendable {
        /// A text, by its number in the list at hand, without a comma.
        case text(value: Int)
        /// A number that is not negative, and a comma.
        case number(value: Int)
        /// A cell and a comma; nil is an empty cell.
        case cell(Int?)
        /// A date and a comma; where the value is negative, the cell and a comma.
        case dateOrCell(value: Int, cell: Int?)
        /// A date without a comma; nothing where the value is negative.
        case date(value: Int)
    }

    private let steps: [lanes_line_part]
    /// Whether `"` quotes cells of the rows.
    private let quoting: Bool
    private let isWide: Bool
    /// Values that belong to a line, asked for or not.
    let valueCount: Int
    /// Texts in a line.
    let textCount: Int
    /// Bytes a line may need beside its cells and texts.
    let room: Int

    /// - Parameters:
    ///   - delimiter: of the rows. Where it is a comma, neighbouring cells are copied in one go.
    ///   - quoting: whether `"` quotes cells of the rows.
    ///   - valueCount: values that belong to a line, whether or not its parts ask for all of them.
    ///   - isWide: false for lines put together as where the processor has no wide registers.
    public init(_ parts: [Part], delimiter: UInt8, quoting: Bool, valueCount: Int, isWide: Bool = true) {
        func step(_ kind: Int, _ value: Int, _ cell: Int?) -> lanes_line_part {
            lanes_line_part(
                kind: Int32(kind), value: Int32(value), cell: Int32(cell ?? -1), last: Int32(cell ?? -1))
        }
        var steps: [lanes_line_part] = []
        for part in parts {
            switch part {
            case .text(let value): steps.append(step(LANES_LINE_TEXT, value, nil))
            case .number(let value): steps.append(step(LANES_LINE_NUMBER, value, nil))
            case .cell(let cell):
                if delimiter == UInt8(ascii: ","), let cell, let before = steps.last, before.cell >= 0,
                    [LANES_LINE_CELL, LANES_LINE_CELLS].contains(Int(before.kind)), Int(before.last) + 1 == cell
                {
                    steps[steps.count - 1].kind = Int32(LANES_LINE_CELLS)
                    steps[steps.count - 1].last = Int32(cell)
                } else {
                    steps.append(step(LANES_LINE_CELL, -1, cell))
                }
            case .dateOrCell(let value, let cell): steps.append(step(LANES_LINE_DATE_OR_CELL, value, cell))
            case .date(let value): steps.append(step(LANES_LINE_DATE, value, nil))
            }
        }
        self.steps = steps
        room = parts.count * 24
        self.quoting = quoting
        self.isWide = isWide
        precondition(steps.allSatisfy { $0.value < valueCount })
        self.valueCount = valueCount
        textCount = steps.count { Int($0.kind) == LANES_LINE_TEXT }
    }

    /// A date as the value of a part: its four numbers of two digits, sixteen bits each, the century lowest.
    @inlinable
    public static func value(year: Int, month: Int, day: Int) -> Int {
        let century = year / 100
        return century | (year &- century &* 100) << 16 | month << 32 | day << 48
    }

    /// Bytes behind the line that may be overwritten, and as many behind texts and cells that may be read: cells are
    /// copied in stretches of this length, so that few lengths ask for another turn.
    static let slack = TextList.slack

    /// Writes lines of rows many bytes at a time, as far as the processor can and their cells stand as they are; returns
    /// how many, and their bytes. Up to `slack` bytes more are overwritten.
    func writeMany(
        _ to: UnsafeMutablePointer<UInt8>, rows: UnsafePointer<Int32>, count: Int,
        bounds: UnsafePointer<UInt32>, stride: Int, width: Int, text: UnsafePointer<UInt8>,
        values: UnsafePointer<Int>, _ texts: borrowing TextList
    ) -> (lines: Int, bytes: Int) {
        guard isWide else { return (0, 0) }
        return unsafe texts.bytes.withUnsafeBufferPointer { bytes in
            unsafe texts.ends.withUnsafeBufferPointer { ends in
                unsafe steps.withUnsafeBufferPointer { steps in
                    var form = unsafe lanes_line_form(
                        parts: steps.baseAddress, part_count: Int64(steps.count), value_count: Int64(valueCount),
                        values: values, texts: bytes.baseAddress, text_ends: ends.baseAddress,
                        text_count: Int64(ends.count - 1), quoting: quoting ? 1 : 0)
                    var written: Int64 = 0
                    let lines = unsafe lanes_write_lines(
                        &form, rows, Int64(count), bounds, Int64(stride), Int64(width), text, to, &written)
                    return (Int(lines), Int(written))
                }
            }
        }
    }

    /// Writes a line; returns its bytes, or -1 where a cell cannot stand as it is. Up to `slack` bytes behind the line
    /// are overwritten.
    func write(
        _ start: UnsafeMutablePointer<UInt8>, row: UnsafePointer<UInt32>, width: Int, text: UnsafePointer<UInt8>,
        values: UnsafePointer<Int>, _ texts: borrowing TextList, ascii: Bool
    ) -> Int {
        unsafe texts.bytes.withUnsafeBufferPointer { bytes in
            unsafe texts.ends.withUnsafeBufferPointer { ends in
                unsafe steps.withUnsafeBufferPointer { steps in
                    guard let bytes = bytes.baseAddress else { return -1 }
                    var to = unsafe start
                    for index in 0..<steps.count {
                        let step = unsafe steps[index]
                        switch Int(step.kind) {
                        case LANES_LINE_TEXT:
                            let number = unsafe values[Int(step.value)]
                            guard number >= 0, number < ends.count &- 1 else { return -1 }
                            let from = unsafe ends[number]
                            let length = unsafe ends[number &+ 1] &- from
                            unsafe Self.copy(to, bytes + from, length)
                            unsafe to += length
                        case LANES_LINE_NUMBER:
                            unsafe to = Self.number(values[Int(step.value)], to)
                        case LANES_LINE_DATE:
                            let date = unsafe values[Int(step.value)]
                            if date >= 0 { unsafe to = Self.date(date, to) }
                        case LANES_LINE_CELLS:
                            guard Int(step.last) < width else { return -1 }
                            let from = unsafe Int(row[Int(step.cell)])
                            let length = unsafe max(0, Int(row[Int(step.last) + 1]) - 1 - from)
                            let met = unsafe lanes_copy_cells(to, text + from, Int64(length))
                            if unsafe met == 0
                                || met == 2 && quoting
                                    && lanes_quotes_stand(text, row, Int64(step.cell), Int64(step.last)) != 0
                            {
                                unsafe to += length
                                unsafe to[0] = 0x2C
                                unsafe to += 1
                                continue
                            }
                            for cell in Int(step.cell)...Int(step.last) {
                                let end = unsafe Int(row[cell + 1]) - 1
                                guard
                                    let next = unsafe self.cell(
                                        to, text, Int(row[cell]), end, isLast: cell == width - 1, ascii)
                                else { return -1 }
                                unsafe to = next
                                unsafe to[0] = 0x2C
                                unsafe to += 1
                            }
                        default:
                            if Int(step.kind) == LANES_LINE_DATE_OR_CELL, unsafe values[Int(step.value)] >= 0 {
                                unsafe to = Self.date(values[Int(step.value)], to)
                            } else if step.cell >= 0, Int(step.cell) < width {
                                let cell = Int(step.cell)
                                let end = unsafe Int(row[cell + 1]) - 1
                                guard
                                    let next = unsafe self.cell(
                                        to, text, Int(row[cell]), end, isLast: cell == width - 1, ascii)
                                else { return -1 }
                                unsafe to = next
                            }
                            unsafe to[0] = 0x2C
                            unsafe to += 1
                        }
                    }
                    return unsafe to - start
                }
            }
        }
    }

    /// Copies a cell, without quotes it does not need; nil where it cannot stand as it is.
    @inline(never)
    private func cell(
        _ to: UnsafeMutablePointer<UInt8>, _ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int, isLast: Bool,
        _ ascii: Bool
    ) -> UnsafeMutablePointer<UInt8>? {
        var length = end - start
        if isLast, length > 0, unsafe text[end - 1] == 13 { length -= 1 }
        if length <= 0 { return unsafe to }
        let head = unsafe text[start]
        if Self.runs(head) { return nil }
        let met = unsafe lanes_copy_cell(to, text + start, Int64(length))
        if met == 0 { return unsafe to + length }
        if met & 4 != 0, ascii { return nil }
        if met & 10 != 0, unsafe holdsFormula(text + start, length) { return nil }
        if met & 3 == 0 { return unsafe to + length }
        // Quoted on both sides and nowhere within.
        guard quoting, head == 0x22, length >= 3, unsafe text[start + length - 1] == 0x22 else { return nil }
        if unsafe Self.runs(text[start + 1]) { return nil }
        let within = unsafe lanes_copy_cell(to, text + start + 1, Int64(length - 2))
        if within & 1 != 0 { return nil }
        if within & 2 == 0 { return unsafe to + (length - 2) }
        _ = unsafe lanes_copy_cell(to, text + start, Int64(length))
        return unsafe to + length
    }

    /// Whether a spreadsheet takes a cell that begins so for a formula, or takes its beginning off.
    @inline(__always)
    private static func runs(_ byte: UInt8) -> Bool {
        byte == 0x3D || byte == 0x2B || byte == 0x2D || byte == 0x40 || byte == 9 || byte == 10 || byte == 13
    }

    /// Whether a formula stands behind a byte at which a spreadsheet may part cells, be it in quotes.
    @inline(never)
    private func holdsFormula(_ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
        var isBehindDivider = false
        for place in 0..<length {
            switch unsafe text[place] {
            case 0x2C, 0x3B, 9, 10, 13: isBehindDivider = true
            case 0x22: break
            case 0x3D, 0x2B, 0x2D, 0x40: if isBehindDivider { return true }
            default: isBehindDivider = false
            }
        }
        return false
    }

    /// Copies 32 bytes at a time: most texts are no longer.
    @inline(__always)
    private static func copy(_ to: UnsafeMutablePointer<UInt8>, _ from: UnsafePointer<UInt8>, _ length: Int) {
        var at = 0
        repeat {
            for part in 0..<2 {
                let block = unsafe UnsafeRawPointer(from + (at &+ part &* 16)).loadUnaligned(as: SIMD16<UInt8>.self)
                unsafe UnsafeMutableRawPointer(to + (at &+ part &* 16)).storeBytes(of: block, as: SIMD16<UInt8>.self)
            }
            at = at &+ 32
        } while at < length
    }

    /// Four numbers below 100, sixteen bits each, as eight digits in memory's order.
    @inline(__always)
    private static func digits(_ pairs: UInt64) -> UInt64 {
        let tens = (pairs &* 103) >> 10 & 0x000F_000F_000F_000F
        return (tens | (pairs &- tens &* 10) << 8) | 0x3030_3030_3030_3030
    }

    @inline(__always)
    private static func store(_ word: UInt64, _ to: UnsafeMutablePointer<UInt8>) {
        unsafe UnsafeMutableRawPointer(to).storeBytes(of: word.littleEndian, as: UInt64.self)
    }

    @inline(__always)
    private static func number(_ value: Int, _ to: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        guard value >= 0, value < 100_000_000 else { return unsafe longNumber(value, to) }
        let number = UInt32(truncatingIfNeeded: value)
        let high = number / 10_000
        let low = number &- high &* 10_000
        let highHundreds = high / 100
        let lowHundreds = low / 100
        let pairs =
            UInt64(highHundreds) | UInt64(high &- highHundreds &* 100) << 16 | UInt64(lowHundreds) << 32
            | UInt64(low &- lowHundreds &* 100) << 48
        let digits = Self.digits(pairs)
        // Zeros in front go, but not the last digit.
        let zeros = ((digits & 0x000F_0F0F_0F0F_0F0F) | 1 << 56).trailingZeroBitCount & ~7
        unsafe store(digits >> UInt64(zeros), to)
        let end = unsafe to + (8 &- zeros / 8)
        unsafe end[0] = 0x2C
        return unsafe end + 1
    }

    @inline(never)
    private static func longNumber(_ value: Int, _ to: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        var rest = UInt64(max(0, value))
        var digits = 1
        var limit: UInt64 = 10
        while digits < 19, rest >= limit {
            digits += 1
            limit = limit &* 10
        }
        var place = digits
        while place > 0 {
            place -= 1
            unsafe to[place] = UInt8(truncatingIfNeeded: rest % 10) &+ 48
            rest /= 10
        }
        unsafe to[digits] = 0x2C
        return unsafe to + (digits + 1)
    }

    /// Writes `YYYY-MM-DD`.
    @inline(__always)
    static func date(_ value: Int, _ to: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        let digits = Self.digits(UInt64(bitPattern: Int64(value)))
        unsafe store(digits & 0xFFFF_FFFF | (digits >> 32 & 0xFFFF) << 40 | 0x2D00_002D_0000_0000, to)
        unsafe to[8] = UInt8(truncatingIfNeeded: digits >> 48)
        unsafe to[9] = UInt8(truncatingIfNeeded: digits >> 56)
        return unsafe to + 10
    }
}
