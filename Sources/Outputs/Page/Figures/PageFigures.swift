import Comparison
import Documents
import ReportData
import Rules
import RunFolder

/// Every number of people that the page shows, by name, with the sums that tie them together: what small numbers are
/// hidden is decided over all of them at once.
struct PageFigures {
    private var disclosure: Disclosure

    /// What is told of each kabupaten.
    static let ofAreas: [Total] = [.eligible, .recorded, .notRecorded]

    enum Sex: String, CaseIterable { case male, female, unknown }

    init(_ source: ReportSource, ages: UnrecordedAges, change: DiffSummary?, audience: Audience) {
        disclosure = Disclosure(audience)
        addTotals(source)
        addCodes(source)
        addReasons(source)
        addAreas(source, audience)
        addAges(ages, firstTimeFlagged: source.areas.total.firstTimeFlagged)
        if let change { addChange(change, source) }
        disclosure.close()
    }

    // MARK: Reading

    func total(_ total: Total) -> Figure { disclosure.figure(Self.name(total)) }
    func outcome(_ id: String) -> Figure { disclosure.figure(Self.name(outcome: id)) }
    func code(_ code: UInt8) -> Figure { disclosure.figure(Self.name(code: code)) }
    func reason(_ id: String) -> Figure { disclosure.figure(Self.name(reason: id)) }
    func area(_ code: String, _ total: Total) -> Figure { disclosure.figure(Self.name(total, in: code)) }
    func area(_ code: String, outcome: String) -> Figure { disclosure.figure("\(code)/outcome/\(outcome)") }
    func age(_ band: Int, _ sex: Sex?) -> Figure { disclosure.figure(Self.name(band: band, sex)) }
    func ages(_ sex: Sex) -> Figure { disclosure.figure("ages/\(sex.rawValue)") }
    var ages: Figure { disclosure.figure("ages") }
    func before(_ id: String) -> Figure { disclosure.figure("before/\(id)") }
    func after(_ id: String) -> Figure { disclosure.figure("after/\(id)") }
    func change(_ id: String) -> Figure { disclosure.figure("change/\(id)") }

    // MARK: Names

    private static func name(_ total: Total) -> String { "all/\(total.rawValue)" }
    private static func name(outcome: String) -> String { "outcome/\(outcome)" }
    private static func name(code: UInt8) -> String { "code/\(code)" }
    private static func name(reason: String) -> String { "reason/\(reason)" }
    private static func name(_ total: Total, in area: String) -> String { "area/\(area)/\(total.rawValue)" }
    private static func name(band: Int, _ sex: Sex?) -> String { "age/\(band)" + (sex.map { "/\($0.rawValue)" } ?? "") }

    // MARK: Everyone

    private mutating func addTotals(_ source: ReportSource) {
        let words = source.areas.words
        for total in Total.allCases { disclosure.add(Self.name(total), source.areas.total.count(total)) }
        for (place, term) in words.outcomes.enumerated() {
            disclosure.add(Self.name(outcome: term.id), source.areas.total.outcomes[place])
        }
        for total in [Total.eligible, .ineligible, .recorded, .notRecorded, .flagged, .needingNothing] {
            disclosure.sum(Self.name(total), words.outcomes(of: total).map { Self.name(outcome: $0.id) })
        }
        disclosure.sum(Self.name(.persons), [Self.name(.eligible), Self.name(.ineligible)])
        disclosure.sum(Self.name(.eligible), [Self.name(.recorded), Self.name(.notRecorded)])
        disclosure.sum(Self.name(.eligible), [Self.name(.needingNothing), Self.name(.flagged)])
        // Not shown, but whoever sees the other two knows it.
        let totals = source.areas.total
        disclosure.add("firstTime/settled", totals.firstTime - totals.firstTimeFlagged)
        disclosure.sum(Self.name(.firstTime), [Self.name(.firstTimeFlagged), "firstTime/settled"])
    }

    private mutating func addCodes(_ source: ReportSource) {
        for term in source.ruleset.kpuCodes {
            disclosure.add(Self.name(code: term.code), source.figures.count(code: term.code))
        }
        for form in source.profile.forms {
            let codes = form.codes.sorted().map { Self.name(code: $0) }
            let total: Total = form.kind == .potentialVoters ? .flagged : .ineligible
            disclosure.sum(Self.name(total), codes)
        }
        // A code that stands for whole outcomes is their sum.
        let lines = source.ruleset.outcomeLines
        for term in source.ruleset.kpuCodes {
            let outcomes = Set(lines.filter { $0.kpuCode == .number(term.code) }.map(\.outcome))
            let whole = lines.filter { outcomes.contains($0.outcome) }.allSatisfy { $0.kpuCode == .number(term.code) }
            if whole { disclosure.sum(Self.name(code: term.code), outcomes.sorted().map { Self.name(outcome: $0) }) }
        }
    }

    /// Reasons overlap, but some are the same people as a code or an outcome, or nearly so.
    private mutating func addReasons(_ source: ReportSource) {
        for (id, count) in source.figures.reasons.sorted(by: { $0.key < $1.key }) {
            disclosure.add(Self.name(reason: id), count)
        }
        for term in source.ruleset.reasons { disclosure.add(Self.name(reason: term.id), 0) }
        for requirement in source.ruleset.requirements {
            for fail in requirement.fails {
                if case .number(let code) = fail.kpuCode {
                    disclosure.same(Self.name(code: code), Self.name(reason: fail.reason))
                }
            }
        }
        let lines = source.ruleset.outcomeLines
        for outcome in Set(lines.map(\.outcome)).sorted() {
            let own = lines.filter { $0.outcome == outcome }
            guard own.allSatisfy({ !$0.reasons.isEmpty }) else { continue }
            let reasons = Set(own.flatMap(\.reasons).map(\.reason)).sorted()
            disclosure.sum(Self.name(outcome: outcome), reasons.map { Self.name(reason: $0) })
        }
        for attribute in source.ruleset.attributes {
            disclosure.same(Self.name(.firstTimeFlagged), Self.name(reason: attribute.id))
        }
    }

    // MARK: Areas and ages

    private mutating func addAreas(_ source: ReportSource, _ audience: Audience) {
        let words = source.areas.words
        let areas = source.areas.areas(.kabupaten)
        for area in areas {
            for total in Self.ofAreas {
                disclosure.add(Self.name(total, in: area.code), area.totals.count(total))
            }
            disclosure.sum(
                Self.name(.eligible, in: area.code),
                [Self.name(.recorded, in: area.code), Self.name(.notRecorded, in: area.code)])
            // Outcomes by kabupaten are told in the office alone.
            guard audience == .office else { continue }
            for (place, term) in words.outcomes.enumerated() {
                disclosure.add("\(area.code)/outcome/\(term.id)", area.totals.outcomes[place])
            }
        }
        for total in Self.ofAreas { disclosure.sum(Self.name(total), areas.map { Self.name(total, in: $0.code) }) }
    }

    private mutating func addAges(_ ages: UnrecordedAges, firstTimeFlagged: Int) {
        for (place, band) in ages.bands.enumerated() {
            disclosure.add(Self.name(band: place, nil), band.persons)
            disclosure.add(Self.name(band: place, .male), band.male)
            disclosure.add(Self.name(band: place, .female), band.female)
            disclosure.add(Self.name(band: place, .unknown), band.ofUnknownSex)
            disclosure.sum(Self.name(band: place, nil), Sex.allCases.map { Self.name(band: place, $0) })
        }
        if let place = ages.bands.firstIndex(where: { $0.kind == .firstTime }) {
            // Those flagged for something other than a recording: not shown either.
            disclosure.add("firstTime/other", firstTimeFlagged - ages.bands[place].persons)
            disclosure.sum(Self.name(.firstTimeFlagged), [Self.name(band: place, nil), "firstTime/other"])
        }
        disclosure.add("ages", ages.bands.reduce(0) { $0 + $1.persons })
        disclosure.add("ages/male", ages.bands.reduce(0) { $0 + $1.male })
        disclosure.add("ages/female", ages.bands.reduce(0) { $0 + $1.female })
        disclosure.add("ages/unknown", ages.bands.reduce(0) { $0 + $1.ofUnknownSex })
        for sex in Sex.allCases {
            disclosure.sum("ages/\(sex.rawValue)", ages.bands.indices.map { Self.name(band: $0, sex) })
        }
        disclosure.sum("ages", ages.bands.indices.map { Self.name(band: $0, nil) })
        disclosure.sum("ages", Sex.allCases.map { "ages/\($0.rawValue)" })
        disclosure.sum("ages", ages.outcomes.map { Self.name(outcome: $0.id) })
    }

    // MARK: Change

    private mutating func addChange(_ change: DiffSummary, _ source: ReportSource) {
        let outcomes = change.outcomes.filter { change.totals[$0.name] == nil }
        for (id, pair) in (change.totals.items + outcomes).sorted(by: { $0.name < $1.name }) {
            disclosure.add("before/\(id)", pair.before)
            disclosure.add("after/\(id)", pair.after)
            disclosure.add("change/\(id)", pair.change, isSigned: true)
            disclosure.sum("after/\(id)", ["before/\(id)", "change/\(id)"])
            if let total = Total(rawValue: id) {
                disclosure.same("after/\(id)", Self.name(total))
            } else {
                disclosure.same("after/\(id)", Self.name(outcome: id))
            }
        }
        let words = source.areas.words
        for side in ["before", "after", "change"] {
            for total in Total.compared {
                disclosure.sum(
                    "\(side)/\(total.rawValue)", words.outcomes(of: total).map { "\(side)/\($0.id)" })
            }
        }
    }
}
