public import Civil
public import Planning
public import RunFolder

/// What is left, for the whole or for one kabupaten/kota: needed, possible, and what the pace so far leads to.
public struct PaceLine: Sendable, Equatable {
    /// When the people left would be done at the pace so far, and how many would be left on the deadline.
    public struct Forecast: Sendable, Equatable {
        /// Whole weeks that it is taken from.
        public var weeks: Int
        /// People a working day in hundredths: slowest of the range, middle, fastest.
        public var slow: Int
        public var middle: Int
        public var fast: Int
        /// The last day at each of these; nil where it lies beyond any calendar, or nobody records.
        public var slowFinish: CivilDate?
        public var middleFinish: CivilDate?
        public var fastFinish: CivilDate?
        /// People left on the deadline at each of these.
        public var slowLeft: Int
        public var middleLeft: Int
        public var fastLeft: Int
    }

    /// Four digits, or empty: unknown; nil for the whole.
    public var region: String?
    public var name: String
    public var pace: Pace
    /// People the capacity leaves unrecorded on the deadline.
    public var shortfall: Int?
    /// The last day of recording with the capacity given.
    public var finish: CivilDate?
    public var weekly: WeeklyPace
    /// nil where fewer than two whole weeks are known, and where nobody was recorded in them.
    public var forecast: Forecast?
}

/// The answer of `pace`: the same figures for the terminal, for JSON and for the report page.
public struct PaceReport: Sendable {
    public var span: PaceSpan
    public var total: PaceLine
    /// Kabupaten/kota in order, unknown last; none without a run.
    public var areas: [PaceLine]
    /// Flagged people who need something other than a recording, some of whom may turn out to need one; nil without a
    /// run.
    public var others: Int?
    /// Whether a capacity for the whole was shared out by need.
    public var isCapacityShared: Bool
    /// Of the people left, how many had recorded before: in weeks gone by they were not among those left.
    public var recordedBefore = 0

    /// For a number of people without a run.
    public init(outstanding: Int, span: PaceSpan, capacity: Int?) {
        self.span = span
        total = Self.line(
            region: nil, name: "", outstanding: outstanding, capacity: capacity, weeks: [], asOf: nil, span: span)
        areas = []
        others = nil
        isCapacityShared = false
    }

    /// - Parameters:
    ///   - outstanding: people to record by kabupaten (four digits, or empty).
    ///   - weeks: people recorded.
    ///   - recordedBefore: people left who had recorded before.
    ///   - asOf: the day of the data.
    ///   - names: of regions by their digits.
    public init(
        outstanding: [String: Int], others: Int, weeks: [WeekRow], recordedBefore: Int = 0, asOf: CivilDate,
        names: [String: String], span: PaceSpan, capacity: PaceCapacity
    ) {
        self.span = span
        self.others = others
        self.recordedBefore = recordedBefore
        let regions = Set(outstanding.keys).union(weeks.map(\.region4)).sorted { RegionOrder.precedes($0, $1) }
        let left = regions.map { outstanding[$0] ?? 0 }
        let daily = capacity.shares(of: regions, needs: left)
        isCapacityShared = capacity.isShared
        let counts = weeks.compactMap { row in
            CivilDate(iso: row.week).map { (region: row.region4, monday: $0, people: row.people) }
        }
        areas = regions.indices.map { place in
            Self.line(
                region: regions[place], name: names[regions[place]] ?? "", outstanding: left[place],
                capacity: daily[place],
                weeks: counts.filter { $0.region == regions[place] }.map { ($0.monday, $0.people) }, asOf: asOf,
                span: span)
        }
        total = Self.line(
            region: nil, name: "", outstanding: left.reduce(0, +), capacity: capacity.total(of: daily, needs: left),
            weeks: counts.map { ($0.monday, $0.people) }, asOf: asOf, span: span)
        guard total.pace.capacity != nil else { return }
        if capacity.isShared {
            // Devices go where people are: all are done on the same day, and what is left is spread as the need is.
            let short = PaceCapacity.shared(total.shortfall ?? 0, by: left)
            for place in areas.indices where areas[place].pace.outstanding > 0 {
                areas[place].finish = total.finish
                areas[place].shortfall = short[place]
            }
        } else {
            // Devices stay in their kabupaten: the slowest one finishes last, and spare capacity helps nobody else.
            total.shortfall = areas.reduce(0) { $0 + ($1.shortfall ?? 0) }
            let open = areas.filter { $0.pace.outstanding > 0 }
            total.finish = open.contains { $0.finish == nil } ? nil : open.compactMap(\.finish).max() ?? total.finish
        }
    }

    private static func line(
        region: String?, name: String, outstanding: Int, capacity: Int?, weeks: [(monday: CivilDate, people: Int)],
        asOf: CivilDate?, span: PaceSpan
    ) -> PaceLine {
        let pace = Pace(
            outstanding: outstanding, workingDays: span.workingDays, capacity: capacity, isOverdue: span.isOverdue)
        let weekly = WeeklyPace(weeks, asOf: asOf ?? .earliest, calendar: span.calendar)
        return PaceLine(
            region: region, name: name, pace: pace, shortfall: pace.shortfall, finish: span.day(pace.daysNeeded),
            weekly: weekly, forecast: forecast(pace, weekly, span))
    }

    private static func forecast(_ pace: Pace, _ weekly: WeeklyPace, _ span: PaceSpan) -> PaceLine.Forecast? {
        guard let range = weekly.range else { return nil }
        func finish(_ rate: Int) -> CivilDate? { span.day(WeeklyPace.days(for: pace.outstanding, at: rate)) }
        func left(_ rate: Int) -> Int {
            max(0, pace.outstanding - (Share.scaled(rate, times: pace.workingDays, by: 100) ?? pace.outstanding))
        }
        return PaceLine.Forecast(
            weeks: weekly.weeks.count, slow: range.slow, middle: range.middle, fast: range.fast,
            slowFinish: finish(range.slow),
            middleFinish: finish(range.middle), fastFinish: finish(range.fast), slowLeft: left(range.slow),
            middleLeft: left(range.middle), fastLeft: left(range.fast))
    }
}
