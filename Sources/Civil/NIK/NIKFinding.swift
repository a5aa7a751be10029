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
        guard let nik = NIK(digits: value) else { return .length }
        if value % 1_111_111_111_111_111 == 0 { return .placeholder }
        if nik.province == 0 || nik.regency == 0 || nik.district == 0 { return .region }
        if !nik.hasBirthDate { return .date }
        return nik.serial == 0 ? .serial : nil
    }

    /// Whether digits 7-12 are a day of 19YY or of 20YY.
    @inlinable
    var hasBirthDate: Bool {
        let day = self.day
        let month = self.month
        // 2000 was a leap year and 1900 was not: a 29 February exists in one of the two when YY divides by four.
        let longest = month == 2 && year % 4 == 0 ? 29 : CivilDate.daysInMonth(month, year: 1901)
        return day >= 1 && day <= longest
    }
}
