public import Civil
import Columns

/// A birth date in sixteen bits, as the index keeps it beside a NIK.
public struct BirthNote: Hashable, Sendable {
    /// 0 = no real day; `.max` = one outside the years that have a number of their own.
    public let number: UInt16

    private static let first = CivilDate(dayNumber: -43_829)

    public init(number: UInt16) { self.number = number }

    /// - Parameter day: a real day, usable or not; nil = none.
    public init(_ day: CivilDate?) {
        let since = day.map { Int($0.dayNumber) - Int(Self.first.dayNumber) + 1 }
        number = since.map { 1..<Int(UInt16.max) ~= $0 ? UInt16($0) : .max } ?? 0
    }

    /// Whether somebody of this birth date may be another one than a row of that day tells of, so that the names are to
    /// be compared.
    public func mayDiffer(from day: CivilDate) -> Bool {
        switch number {
        case 0: false
        case .max: true
        default: Self.differ(CivilDate(dayNumber: Self.first.dayNumber + Int32(number) - 1), day)
        }
    }

    /// Whether two birth dates speak for two people: unequal, and not day and month swapped.
    public static func differ(_ one: CivilDate, _ other: CivilDate) -> Bool {
        if one == other { return false }
        let (left, right) = (one.components, other.components)
        return !(left.year == right.year && left.month == right.day && left.day == right.month)
    }
}

extension PersonIndex {
    /// Whether a row that bears a listed NIK, of somebody born on that day, may be another's than the person's: of several
    /// who share the NIK nobody is known to be of one day.
    public func mayBeAnother(_ slot: UInt32, birth: CivilDate) -> Bool {
        isShared(slot) || BirthNote(number: keys.note(slot)).mayDiffer(from: birth)
    }
}
