/// What is wrong with a cell that should hold a NIK. A NIK with a finding is never a key, and is never repaired.
///
/// In the order of examination: the first that applies is the finding. Raw value 0 stands for no finding in batches.
public enum NIKFinding: UInt8, Sendable, CaseIterable {
    /// Empty, `-`, `0`, `null`, `nil`, `#N/A`.
    case empty = 1
    /// Holds `*`, or digits with `x` standing for digits.
    case masked
    /// Scientific notation of a spreadsheet: `1.27E+15`.
    case damaged
    /// Any other character that is no ASCII digit.
    case characters
    /// Not sixteen digits.
    case length
    /// One digit repeated sixteen times.
    case placeholder
    /// Digits 1-2, 3-4 or 5-6 are `00`.
    case region
    /// Digits 7-12 are no date of birth in 19YY nor in 20YY.
    case date
    /// Digits 13-16 are `0000`.
    case serial

    /// The finding's name in rules and outputs: `nik_` and the case.
    public var id: String {
        switch self {
        case .empty: "nik_empty"
        case .masked: "nik_masked"
        case .damaged: "nik_damaged"
        case .characters: "nik_characters"
        case .length: "nik_length"
        case .placeholder: "nik_placeholder"
        case .region: "nik_region"
        case .date: "nik_date"
        case .serial: "nik_serial"
        }
    }
}

extension NIK {
    /// What is wrong with sixteen digits, or nil. A number of more digits is of the wrong length.
    @inlinable
    public static func check(_ value: UInt64) -> NIKFinding? {
        guard value < 10_000_000_000_000_000 else { return .length }
        // Halves of eight digits, so that the rest is arithmetic of 32 bits: PPRRDDdd and MMYYSSSS.
        let first = UInt32(truncatingIfNeeded: value / 100_000_000)
        let second = UInt32(truncatingIfNeeded: value % 100_000_000)
        let area = first / 100
        let monthAndYear = second / 10_000
        let isArea = area >= 10_000 && area / 100 % 100 != 0 && area % 100 != 0
        let isDate = isBirthDate(dayCode: first % 100, month: monthAndYear / 100, year: monthAndYear % 100)
        let isSerial = second % 10_000 != 0
        if first != second && isArea && isDate && isSerial { return nil }
        if first == second, first % 11_111_111 == 0 { return .placeholder }
        return !isArea ? .region : !isDate ? .date : !isSerial ? .serial : nil
    }

    /// Whether there is such a day in 19YY or in 20YY; the day code is above 40 for women.
    @inlinable
    @inline(__always)
    static func isBirthDate(dayCode: UInt32, month: UInt32, year: UInt32) -> Bool {
        let day = dayCode > 40 ? dayCode &- 40 : dayCode
        // 2000 was a leap year and 1900 was not: a 29 February exists in one of the two when YY divides by four.
        let longest = daysOfMonths >> UInt64(5 &* min(month &- 1, 11)) & 31
        let shortened: UInt64 = month == 2 && year & 3 != 0 ? 1 : 0
        return day &- 1 < UInt32(truncatingIfNeeded: longest &- shortened) && month &- 1 < 12
    }

    /// Days of January (lowest) to December, February's 29, five bits a month.
    @inlinable
    static var daysOfMonths: UInt64 { 0xFFB_FEFF_FDFF_7FBF }
}
