/// What a cell of a date column says.
///
/// Day first always; years of four digits only. Read: `DD|MM|YYYY` with `|`, `-`, `/` or `.`, `YYYY-MM-DD` also
/// followed by a blank or `T` and a time, `17 Agustus 1990` and `17-Agu-1990`. Day and month may have one digit. A
/// two-digit year, `#VALUE!`, `00|00|0000`, 30 February are no dates, and nothing is guessed.
public enum DateReading: Hashable, Sendable {
    /// Blanks only.
    case empty
    case date(CivilDate)
    case unreadable

    public static func read(_ bytes: Span<UInt8>) -> DateReading {
        read(bytes, from: 0, to: bytes.count)
    }

    /// Reads the cell `text[start..<end]`; bounds outside the text are clamped.
    @inline(__always)
    public static func read(_ text: Span<UInt8>, from start: Int, to end: Int) -> DateReading {
        if start >= 0, end &- start == 10, end <= text.count, let parts = tenBytes(text, start),
            let date = date(parts)
        {
            return .date(date)
        }
        return anyForm(text, start, end)
    }

    /// Reads a column of cells, `text[starts[i]..<ends[i]]` each: its day number into `days` and 0 (empty), 1 (date) or
    /// 2 (unreadable) into `states`. `read` has the packed parts of dates that were read before (see `PlainDateForm`), and 0
    /// for the others. As many cells as the shortest of the columns has; bounds outside the text are clamped.
    public static func decode(
        text: Span<UInt8>, starts: Span<UInt32>, ends: Span<UInt32>, read: Span<UInt64>,
        days: inout MutableSpan<Int32>, states: inout MutableSpan<UInt8>
    ) {
        let count = min(starts.count, ends.count, read.count, days.count, states.count)
        for index in 0..<count {
            if let day = day(read[index]) {
                (days[index], states[index]) = (day, 1)
            } else {
                (days[index], states[index], _) = cell(text, Int(starts[index]), Int(ends[index]))
            }
        }
    }

    /// The same, with the packed parts of each date in `parts` (0 where there is none).
    public static func decode(
        text: Span<UInt8>, starts: Span<UInt32>, ends: Span<UInt32>, read: Span<UInt64>,
        days: inout MutableSpan<Int32>, states: inout MutableSpan<UInt8>, parts: inout MutableSpan<UInt32>
    ) {
        let count = min(starts.count, ends.count, read.count, days.count, states.count, parts.count)
        for index in 0..<count {
            if let day = day(read[index]) {
                (days[index], states[index], parts[index]) = (day, 1, UInt32(truncatingIfNeeded: read[index]))
            } else {
                (days[index], states[index], parts[index]) = cell(text, Int(starts[index]), Int(ends[index]))
            }
        }
    }

    /// The number of a day by its packed parts; nil for 0.
    @inline(__always)
    private static func day(_ packed: UInt64) -> Int32? {
        packed == 0 ? nil : date(CivilDate.Components(packed: UInt32(truncatingIfNeeded: packed)))?.dayNumber
    }

    /// Day number, state and packed parts of a cell of a column.
    @inline(__always)
    private static func cell(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> (Int32, UInt8, UInt32) {
        if end &- start == 10, end <= text.count, let parts = tenBytes(text, start), let date = date(parts) {
            return (date.dayNumber, 1, parts.packed)
        }
        switch anyForm(text, start, end) {
        case .empty: return (0, 0, 0)
        case .unreadable: return (0, 2, 0)
        case .date(let date): return (date.dayNumber, 1, date.components.packed)
        }
    }

    @inline(__always)
    private static func date(_ parts: CivilDate.Components) -> CivilDate? {
        CivilDate(year: parts.year, month: parts.month, day: parts.day)
    }

    /// The numbers of `DD?MM?YYYY` and `YYYY-MM-DD`; nil for whatever else ten bytes may be. The caller has checked that
    /// they are there.
    @inline(__always)
    private static func tenBytes(_ text: Span<UInt8>, _ start: Int) -> CivilDate.Components? {
        // Two words that overlap hold the ten bytes; one of the eight digits is made of them.
        let first = Digits.word(text, start)
        let last = Digits.word(text, start &+ 2)
        let within = first & 0x0000_FF00_00FF_0000
        if within == 0x0000_7C00_007C_0000 || within == 0x0000_2D00_002D_0000 || within == 0x0000_2F00_002F_0000
            || within == 0x0000_2E00_002E_0000
        {
            // The same of | - / . in both places: DD?MM, then YYYY.
            let digits = (first & 0xFFFF) | (first >> 8 & 0xFFFF_0000) | (last & 0xFFFF_FFFF_0000_0000)
            guard let pairs = Digits.fourPairs(digits) else { return nil }
            return CivilDate.Components(
                year: Int(pairs >> 32 & 0xFF) &* 100 &+ Int(pairs >> 48), month: Int(pairs >> 16 & 0xFF),
                day: Int(pairs & 0xFF))
        }
        if first & 0xFF00_00FF_0000_0000 == 0x2D00_002D_0000_0000 {
            let digits = (first & 0xFFFF_FFFF) | (first >> 8 & 0xFFFF_0000_0000) | (last & 0xFFFF_0000_0000_0000)
            guard let pairs = Digits.fourPairs(digits) else { return nil }
            return CivilDate.Components(
                year: Int(pairs & 0xFF) &* 100 &+ Int(pairs >> 16 & 0xFF), month: Int(pairs >> 32 & 0xFF),
                day: Int(pairs >> 48))
        }
        return nil
    }

    @inline(never)
    private static func anyForm(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> DateReading {
        let (low, high) = Wrapping.inner(text, start, end)
        guard low < high else { return .empty }
        guard let date = DateForms.date(text, low, high) else { return .unreadable }
        return .date(date)
    }
}
