/// What a cell of a NIK column says, after lossless cleaning.
///
/// Cleaning takes away blanks around (Unicode blanks, NBSP, zero-width marks, BOM), a leading `'`, the wrapper `="…"`;
/// dots, hyphens and blanks between digits when sixteen digits remain; a trailing `.0` when sixteen digits remain. A
/// final `.0` is always the tail of a number, never a separator and a digit.
public enum NIKReading: Hashable, Sendable {
    case value(NIK)
    case finding(NIKFinding)
}

extension NIK {
    public static func read(_ bytes: Span<UInt8>) -> NIKReading {
        read(bytes, from: 0, to: bytes.count)
    }

    /// Reads the cell `text[start..<end]`; bounds outside the text are clamped.
    @inline(__always)
    public static func read(_ text: Span<UInt8>, from start: Int, to end: Int) -> NIKReading {
        if start >= 0, end &- start == 16, end <= text.count, let pairs = Digits.eightPairs(text, start) {
            let value = pairs.value
            return isPlain(pairs) ? NIK(digits: value).map { .value($0) } ?? .finding(.length) : reading(of: value)
        }
        return anyForm(text, start, end)
    }

    /// Reads a column of cells, `text[starts[i]..<ends[i]]` each: the NIK into `keys` (0 where there is a finding) and
    /// the finding's raw value into `findings` (0 = none). Keys that are not 0 were read before (see `plainPairs`) and
    /// stand. As many cells as the shortest of the four columns has; bounds outside the text are clamped.
    public static func decode(
        text: Span<UInt8>, starts: Span<UInt32>, ends: Span<UInt32>, keys: inout MutableSpan<UInt64>,
        findings: inout MutableSpan<UInt8>
    ) {
        let count = min(starts.count, ends.count, keys.count, findings.count)
        for index in 0..<count {
            findings[index] = 0
            if keys[index] != 0 { continue }
            switch read(text, from: Int(starts[index]), to: Int(ends[index])) {
            case .value(let nik): keys[index] = nik.value
            case .finding(let finding): findings[index] = finding.rawValue
            }
        }
    }

    /// What the pairs of digits `PP RR DD dd MM YY SS SS` of most sound NIKs lie within, all in the first or all in the
    /// second: sixteen digits that do have no finding. Others may have none either, of births on a 31st or on 29
    /// February or with a serial number that ends with 00 or, as a placeholder may, with 11.
    public static let plainPairs: [[[ClosedRange<UInt8>]]] = [
        plainPairs(days: 28, months: [1...12]), plainPairs(days: 30, months: [1...1, 3...12]),
    ]

    private static func plainPairs(days: UInt8, months: [ClosedRange<UInt8>]) -> [[ClosedRange<UInt8>]] {
        [
            [1...99], [1...99], [1...99], [1...days, 41...40 + days], months, [0...99], [0...99],
            [1...10, 12...99],
        ]
    }

    /// Whether `check` would find nothing, told from the pairs of digits `PP RR DD dd` and `MM YY SS SS`: false where it
    /// has to look.
    @inline(__always)
    private static func isPlain(_ pairs: Digits.EightPairs) -> Bool {
        // A pair that is not 00 carries into the highest bit of its sixteen.
        let areas = (pairs.first &+ 0x0000_7FFF_7FFF_7FFF) & 0x0000_8000_8000_8000
        let month = UInt32(truncatingIfNeeded: pairs.second & 0xFF)
        let year = UInt32(truncatingIfNeeded: pairs.second >> 16 & 0xFF)
        let dayCode = UInt32(truncatingIfNeeded: pairs.first >> 48)
        return areas == 0x0000_8000_8000_8000 && pairs.second >> 32 != 0 && pairs.first != pairs.second
            && isBirthDate(dayCode: dayCode, month: month, year: year)
    }

    @inline(__always)
    private static func reading(of value: UInt64) -> NIKReading {
        if let finding = check(value) { return .finding(finding) }
        guard let nik = NIK(digits: value) else { return .finding(.length) }
        return .value(nik)
    }

    @inline(never)
    private static func anyForm(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> NIKReading {
        switch IdentityDigits.read(text, start, end) {
        case .sixteen(let value): reading(of: value)
        case .not(let finding): .finding(finding)
        }
    }
}

/// Nomor Kartu Keluarga: sixteen digits, cleaned as a NIK is.
public enum NKK {
    /// The sixteen digits as a number, or nil where the cell holds no sixteen digits.
    public static func read(_ bytes: Span<UInt8>) -> UInt64? {
        read(bytes, from: 0, to: bytes.count)
    }

    /// Reads the cell `text[start..<end]`; bounds outside the text are clamped.
    public static func read(_ text: Span<UInt8>, from start: Int, to end: Int) -> UInt64? {
        if start >= 0, end &- start == 16, end <= text.count, let value = Digits.sixteen(text, start) { return value }
        guard case .sixteen(let value) = IdentityDigits.read(text, start, end) else { return nil }
        return value
    }

    /// Whether a number read names a household: one digit repeated stands for a number that nobody knew.
    public static func isHousehold(_ number: UInt64) -> Bool { number % 1_111_111_111_111_111 != 0 }
}
