public import Civil
import Documents

/// The days on which a rule is in force: from `from` on, until the day before `until`. Nil is open.
public struct Period: Sendable, Hashable {
    public var from: CivilDate?
    /// The first day on which it is no longer in force.
    public var until: CivilDate?

    public init(from: CivilDate? = nil, until: CivilDate? = nil) {
        self.from = from
        self.until = until
    }

    public func contains(_ day: CivilDate) -> Bool {
        if let from, day < from { return false }
        if let until, day >= until { return false }
        return true
    }
}

/// Something whose wording changes with time.
protocol Dated {
    var period: Period { get }
    var periodSpot: Spot { get }
}

extension Array where Element: Dated {
    /// The version in force on `day`; the first one before any is in force; nil after the last has ended.
    func version(on day: CivilDate) -> Element? {
        if let current = first(where: { $0.period.contains(day) }) { return current }
        guard let first, let from = first.period.from, day < from else { return nil }
        return first
    }
}
