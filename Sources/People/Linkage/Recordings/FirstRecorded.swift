public import Civil

/// Since when it is known that somebody has recorded: the first row that shows it. A row without a day counts on every
/// day, so that it is the first.
public enum FirstRecorded: Hashable, Sendable {
    case never
    case undated
    case on(CivilDate)

    /// The day, where one is known.
    public var day: CivilDate? {
        if case .on(let day) = self { day } else { nil }
    }

    /// The first of two.
    public func earlier(_ other: FirstRecorded) -> FirstRecorded {
        switch (self, other) {
        case (.never, let one), (let one, .never): one
        case (.undated, _), (_, .undated): .undated
        case (.on(let one), .on(let another)): .on(min(one, another))
        }
    }
}
