public import ReportData
import Rules
public import RunFolder

/// Every number of people that a page and its workbook show, by name, with the sums that tie them together: what small
/// numbers are hidden is decided over all of them at once.
public struct PageFigures {
    var disclosure: Disclosure
    /// Reasons told apart on a public page; the others are told as one.
    private(set) var hasOtherReasons = false
    /// Whether the page may say how many are still to record, and how many were recorded in each week.
    var hasOutstanding = false
    var hasWeeks = false
    /// What all areas of the run begin with: its kabupaten, kecamatan or desa; empty for several kabupaten.
    public let scope: String

    /// What is told of each area.
    static let ofAreas: [Total] = [.eligible, .recorded, .notRecorded]

    enum Sex: String, CaseIterable { case male, female, unknown }

    init(_ counts: PageCounts, audience: Audience, published: [PublishedPage] = []) {
        disclosure = Disclosure(audience)
        scope = Self.scope(counts.areas)
        let bounds = ListBounds(counts)
        addTotals(counts, bounds)
        addReasons(counts, bounds, audience)
        if audience == .office {
            for (code, people) in counts.codes { disclosure.add(Self.name(code: code), people) }
            addOutcomesOfAreas(counts)
        }
        addAreas(counts)
        addAges(counts)
        for page in published {
            for (name, figure) in page.numbers(as: scope) { disclosure.wasPublished(name, figure) }
        }
        disclosure.close()
        if audience == .everyone { addOtherReasons(counts.ruleset) }
        if let outstanding = counts.outstanding { addPace(outstanding, counts) }
    }

    // MARK: Reading

    public func total(_ total: Total) -> Figure { disclosure.figure(Self.name(total)) }
    public func outcome(_ id: String) -> Figure { disclosure.figure(Self.name(outcome: id)) }
    func code(_ code: UInt8) -> Figure { disclosure.figure(Self.name(code: code)) }
    func reason(_ id: String) -> Figure { disclosure.figure(Self.name(reason: id)) }
    /// How many times a reason that is not told apart was given.
    var otherReasons: Figure { hasOtherReasons ? disclosure.figure(Self.otherReasons) : .withheld }
    public func area(_ code: String, _ total: Total, level: AreaTable.Level = .kabupaten) -> Figure {
        disclosure.figure(Self.name(total, in: code, level))
    }
    func area(_ code: String, outcome: String) -> Figure { disclosure.figure("\(code)/outcome/\(outcome)") }
    func age(_ band: Int, _ sex: Sex?) -> Figure { disclosure.figure(Self.name(band: band, sex)) }
    func ages(_ sex: Sex) -> Figure { disclosure.figure("ages/\(sex.rawValue)") }
    var ages: Figure { disclosure.figure("ages") }
    /// People whose next step is a recording.
    var outstanding: Figure { disclosure.figure(Self.outstanding) }

    // MARK: Names

    static func name(_ total: Total) -> String { "all/\(total.rawValue)" }
    static func name(outcome: String) -> String { "outcome/\(outcome)" }
    static func name(code: UInt8) -> String { "code/\(code)" }
    static func name(reason: String) -> String { "reason/\(reason)" }
    static let otherReasons = "reasons/other"
    static let outstanding = "outstanding"
    /// Those of an area that is not known as finely are told apart by level.
    static func name(_ total: Total, in area: String, _ level: AreaTable.Level) -> String {
        "area/\(area.isEmpty ? "unknown-\(level.rawValue)" : area)/\(total.rawValue)"
    }
    static func name(band: Int, _ sex: Sex?) -> String { "age/\(band)" + (sex.map { "/\($0.rawValue)" } ?? "") }

    private static func scope(_ table: AreaTable) -> String {
        var scope = ""
        for level in AreaTable.Level.allCases {
            let areas = table.areas(level)
            guard areas.count == 1, let only = areas.first, !only.code.isEmpty else { break }
            scope = only.code
        }
        return scope
    }

    // MARK: Everyone

    private mutating func addTotals(_ counts: PageCounts, _ bounds: ListBounds) {
        let words = counts.areas.words
        let totals = counts.areas.total
        // Whoever has the lists knows how many rows they have.
        disclosure.add(Self.name(.persons), PublicCell(value: totals.persons, isKnown: true))
        for total in Total.allCases { disclosure.add(Self.name(total), totals.count(total), rank: 3) }
        for (place, term) in words.outcomes.enumerated() {
            disclosure.add(
                Self.name(outcome: term.id),
                bounds.cell(totals.outcomes[place], most: bounds.most(outcome: term.id), rank: Self.rank(term.meaning)))
        }
        for total in [Total.eligible, .ineligible, .recorded, .notRecorded, .flagged, .needingNothing] {
            disclosure.sum(Self.name(total), words.outcomes(of: total).map { Self.name(outcome: $0.id) })
        }
        disclosure.sum(Self.name(.persons), [Self.name(.eligible), Self.name(.ineligible)])
        disclosure.sum(Self.name(.eligible), [Self.name(.recorded), Self.name(.notRecorded)])
        disclosure.sum(Self.name(.eligible), [Self.name(.needingNothing), Self.name(.flagged)])
        // Not shown, but whoever sees the other two knows it.
        disclosure.addSilent("firstTime/settled", totals.firstTime - totals.firstTimeFlagged)
        disclosure.sum(Self.name(.firstTime), [Self.name(.firstTimeFlagged), "firstTime/settled"])
    }

    /// What is asked for most is hidden last.
    private static func rank(_ outcome: OutcomeMeaning) -> Int {
        switch outcome.progress {
        case .barred: 0
        case .recorded: 1
        case .unrecorded: 1
        case .ready: 2
        }
    }

    private mutating func addOutcomesOfAreas(_ counts: PageCounts) {
        for area in counts.areas.areas(.kabupaten) {
            for (place, term) in counts.areas.words.outcomes.enumerated() {
                disclosure.add("\(area.code)/outcome/\(term.id)", area.totals.outcomes[place])
            }
        }
    }

    // MARK: Reasons

    /// Reasons overlap, but some are the same people as an outcome or a total. For the public those of few people are told
    /// as one, so that nothing tells which they are.
    private mutating func addReasons(_ counts: PageCounts, _ bounds: ListBounds, _ audience: Audience) {
        for term in counts.ruleset.reasons {
            let count = counts.reasons[term.id] ?? 0
            let isStated = audience == .office || count > Figure.mostFew
            disclosure.add(
                Self.name(reason: term.id),
                PublicCell(
                    value: count, isStated: isStated, isMarked: false,
                    most: max(count, bounds.most(reason: term.id))))
        }
        let lines = counts.ruleset.outcomeLines
        for outcome in Set(lines.map(\.outcome)).sorted() {
            let own = lines.filter { $0.outcome == outcome }
            guard own.allSatisfy({ !$0.reasons.isEmpty }) else { continue }
            let reasons = Set(own.flatMap(\.reasons).map(\.reason)).sorted()
            disclosure.sum(Self.name(outcome: outcome), reasons.map { Self.name(reason: $0) })
        }
        for attribute in counts.ruleset.attributes {
            disclosure.same(Self.name(.firstTimeFlagged), Self.name(reason: attribute.id))
        }
    }

    /// The reasons that are not told apart, together, where that gives nothing away.
    private mutating func addOtherReasons(_ ruleset: Ruleset) {
        let others = ruleset.reasons.map { Self.name(reason: $0.id) }
            .filter { disclosure.figure($0).value == nil }
        hasOtherReasons = disclosure.state(Self.otherReasons, sumOf: others)
    }

    // MARK: Ages

    private mutating func addAges(_ counts: PageCounts) {
        let bands = counts.bands
        for (place, band) in bands.enumerated() {
            disclosure.add(Self.name(band: place, nil), band.persons, rank: 1)
            disclosure.add(Self.name(band: place, .male), band.male)
            disclosure.add(Self.name(band: place, .female), band.female)
            disclosure.add(Self.name(band: place, .unknown), band.ofUnknownSex)
            disclosure.sum(Self.name(band: place, nil), Sex.allCases.map { Self.name(band: place, $0) })
        }
        if let place = bands.firstIndex(where: { $0.kind == .firstTime }) {
            // Those flagged for something other than a recording: not shown either.
            disclosure.addSilent("firstTime/other", counts.areas.total.firstTimeFlagged - bands[place].persons)
            disclosure.sum(Self.name(.firstTimeFlagged), [Self.name(band: place, nil), "firstTime/other"])
        }
        disclosure.add("ages", bands.reduce(0) { $0 + $1.persons }, rank: 3)
        disclosure.add("ages/male", bands.reduce(0) { $0 + $1.male }, rank: 2)
        disclosure.add("ages/female", bands.reduce(0) { $0 + $1.female }, rank: 2)
        disclosure.add("ages/unknown", bands.reduce(0) { $0 + $1.ofUnknownSex }, rank: 2)
        for sex in Sex.allCases {
            disclosure.sum("ages/\(sex.rawValue)", bands.indices.map { Self.name(band: $0, sex) })
        }
        disclosure.sum("ages", bands.indices.map { Self.name(band: $0, nil) })
        disclosure.sum("ages", Sex.allCases.map { "ages/\($0.rawValue)" })
        disclosure.sum("ages", counts.agedOutcomes.map { Self.name(outcome: $0.id) })
    }
}
