public import Civil
public import Planning
public import Rules

/// The days left: from the first day on which something can be recorded to the last, and the calendar between.
public struct PaceSpan: Sendable {
    public var from: CivilDate?
    public var deadline: CivilDate?
    /// Given instead of counted (`--days`).
    public var givenDays: Int?
    public var calendar: WorkingCalendar
    /// Working days of the month that targets are divided by.
    public var monthDays: Int

    public init(
        from: CivilDate?, deadline: CivilDate?, givenDays: Int? = nil, calendar: WorkingCalendar, monthDays: Int
    ) {
        self.from = from
        self.deadline = deadline
        self.givenDays = givenDays
        self.calendar = calendar
        self.monthDays = monthDays
    }

    /// The deadline lies before the first day.
    public var isOverdue: Bool {
        guard givenDays == nil, let from, let deadline else { return false }
        return deadline < from
    }

    public var workingDays: Int {
        if let givenDays { return givenDays }
        guard let from, let deadline else { return 0 }
        return calendar.count(from: from, through: deadline)
    }

    /// The months of the span; none where the days were given.
    public var months: [MonthSpan] {
        guard givenDays == nil, let from, let deadline else { return [] }
        return calendar.months(from: from, through: deadline)
    }

    /// Years of the span, or up to a later day, whose holidays are not known.
    public func unknownYears(through last: CivilDate? = nil) -> [Int] {
        guard givenDays == nil || last != nil, let from, let end = last ?? deadline else { return [] }
        return calendar.unknownYears(from: from, through: end)
    }

    /// The day on which the `days`-th working day falls; nil where it cannot be said.
    public func day(_ days: Int?) -> CivilDate? {
        guard let days, let from else { return nil }
        return calendar.day(days, from: from)
    }
}

extension WorkingCalendar {
    /// The calendars of a rule book as one.
    public init(_ book: RuleBook) {
        self.init(closed: book.calendars.flatMap { $0.days.map(\.date) }, years: book.calendars.map(\.year))
    }
}
