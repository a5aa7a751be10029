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
        if first == second, first % 11_111_111 == 0 { return .placeholder }
        let area = first / 100
        if area < 10_000 || area / 100 % 100 == 0 || area % 100 == 0 { return .region }
        let monthAndYear = second / 10_000
        if !isBirthDate(dayCode: first % 100, month: monthAndYear / 100, year: monthAndYear % 100) { return .date }
        return second % 10_000 == 0 ? .serial : nil
    }

    /// Whether there is such a day in 19YY or in 20YY; the day code is above 40 for women.
    @inlinable
    static func isBirthDate(dayCode: UInt32, month: UInt32, year: UInt32) -> Bool {
        let day = dayCode > 40 ? dayCode &- 40 : dayCode
        guard day >= 1, month >= 1, month <= 12 else { return false }
        // 2000 was a leap year and 1900 was not: a 29 February exists in one of the two when YY divides by four.
        if month == 2 { return day <= (year % 4 == 0 ? 29 : 28) }
        // Bit by month: January, March, May, July, August, October, December have 31 days.
        let long: UInt32 = 0b1_0101_1010_1010
        return day <= 30 || (day == 31 && (long >> month) & 1 == 1)
    }
}
