/// Where a sound NIK and its row say different things. Warnings, never a reason to change an outcome: the prefix is
/// where the NIK was first issued, people move, and dates get corrected.
extension NIK {
    /// Whether digits 1-4 differ from the first four of a region; false for a region of fewer digits.
    public func differs(from region: RegionCode) -> Bool {
        guard let kabupaten = region.firstFourDigits else { return false }
        return kabupaten != provinceAndRegency
    }

    /// Whether digits 7-12, the day less 40 when above 40, differ from a birth date's day, month and year of century.
    public func differs(fromBirthDate date: CivilDate) -> Bool {
        let parts = date.components
        return parts.day != day || parts.month != month || ((parts.year % 100) + 100) % 100 != year
    }

    /// The same of a date's packed parts.
    @inlinable
    public func differs(fromBirthDate parts: UInt32) -> Bool {
        let date = CivilDate.Components(packed: parts)
        let digits = UInt64(date.day &* 10_000 &+ date.month &* 100 &+ date.year % 100)
        return birthDigits != digits && birthDigits != digits &+ 400_000
    }

    /// Whether the day code says the other sex: above 40 for women.
    @inlinable
    public func differs(fromFemale isFemale: Bool) -> Bool { self.isFemale != isFemale }
}
