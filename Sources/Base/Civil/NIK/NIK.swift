/// Nomor Induk Kependudukan: sixteen digits, `PPRRDD DDMMYY SSSS` (province, regency, district where it was first
/// issued; birth date, the day plus 40 for women; serial number).
public struct NIK: Hashable, Sendable {
    /// The sixteen digits as a number, leading zeros included: less than 10^16.
    public let value: UInt64

    /// A number of sixteen digits, whatever its findings; nil beyond.
    @inlinable
    public init?(digits value: UInt64) {
        guard value < 10_000_000_000_000_000 else { return nil }
        self.value = value
    }

    /// Digits 1-2.
    @inlinable public var province: Int { Int(truncatingIfNeeded: value / 100_000_000_000_000) }
    /// Digits 3-4.
    @inlinable public var regency: Int { Int(truncatingIfNeeded: value / 1_000_000_000_000 % 100) }
    /// Digits 1-4.
    @inlinable public var provinceAndRegency: Int { Int(truncatingIfNeeded: value / 1_000_000_000_000) }
    /// Digits 5-6.
    @inlinable public var district: Int { Int(truncatingIfNeeded: value / 10_000_000_000 % 100) }
    /// Digits 7-8: the day of birth, plus 40 for women.
    @inlinable public var dayCode: Int { Int(truncatingIfNeeded: value / 100_000_000 % 100) }
    /// Digits 9-10: the month of birth.
    @inlinable public var month: Int { Int(truncatingIfNeeded: value / 1_000_000 % 100) }
    /// Digits 11-12: the year of birth without its century.
    @inlinable public var year: Int { Int(truncatingIfNeeded: value / 10_000 % 100) }
    /// Digits 7-12, the date of birth, as one number.
    @inlinable public var birthDigits: UInt64 { value / 10_000 % 1_000_000 }
    /// Digits 13-16.
    @inlinable public var serial: Int { Int(truncatingIfNeeded: value % 10_000) }

    /// Whether the day code is a woman's: above 40.
    @inlinable public var isFemale: Bool { birthDigits >= 410_000 }
    /// The day of birth: the day code, less 40 when above 40.
    @inlinable public var day: Int { dayCode > 40 ? dayCode - 40 : dayCode }

    /// The sixteen digits.
    public func append(to bytes: inout [UInt8]) {
        var divisor: UInt64 = 1_000_000_000_000_000
        while divisor > 0 {
            bytes.append(UInt8(truncatingIfNeeded: 48 &+ value / divisor % 10))
            divisor /= 10
        }
    }
}
