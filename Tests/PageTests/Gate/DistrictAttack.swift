import ReportData
import Rules
import RunFolder

@testable import Page

/// What a reader of a district's public folder knows, put as an attack: every number that stands on page or workbook, what
/// the marks mean, how many rows the lists have, and what adds up to what. Written from the page's own words.
struct DistrictAttack {
    private(set) var attack = Attack()
    /// Numbers that nobody may learn: 1 to 4 people.
    private(set) var secrets: [(name: String, value: Int)] = []
    private var truths: [String: Int] = [:]
    private let counts: PageCounts
    private let figures: PageFigures
    private let prefix: String

    init(_ counts: PageCounts, _ figures: PageFigures, prefix: String = "") {
        self.counts = counts
        self.figures = figures
        self.prefix = prefix
        totals()
        areas()
        ages()
        reasons()
    }

    /// Takes in what a page of another month tells of numbers that are the same in both.
    mutating func recall(_ counts: PageCounts, _ figures: PageFigures) {
        let other = DistrictAttack(counts, figures, prefix: prefix)
        for (name, place) in other.attack.names {
            let domain = other.attack.domains[place]
            guard domain.low == domain.high, let truth = truths[name], truth == other.truths[name] else { continue }
            attack.know(name, domain)
        }
    }

    private mutating func number(_ name: String, _ value: Int, _ figure: Figure, isMarked: Bool = true) {
        let name = prefix + name
        truths[name] = value
        switch figure {
        case .shown(let shown):
            attack.know(name, .exactly(shown), likely: shown)
            return
        case .few: attack.know(name, .few, likely: value)
        case .withheld: attack.know(name, isMarked ? .withheld : .anything, likely: value)
        }
        if 1...4 ~= value { secrets.append((name, value)) }
    }

    private mutating func silent(_ name: String, _ value: Int) {
        number(name, value, .withheld, isMarked: false)
    }

    private mutating func sum(_ total: String, _ parts: [String]) {
        attack.sum(prefix + total, parts.map { prefix + $0 })
    }

    /// Whether a mark tells that a number is not 1 to 4; where the whole page is of too few people it does not.
    private func isMarked(_ name: String) -> Bool {
        figures.disclosure.cell(name)?.isMarked ?? true
    }

    private mutating func totals() {
        let whole = counts.areas.total
        let words = counts.areas.words
        attack.know(prefix + "persons", .exactly(whole.persons), likely: whole.persons)
        for total in [
            Total.eligible, .ineligible, .recorded, .notRecorded, .flagged, .needingNothing, .firstTime,
            .firstTimeFlagged,
        ] {
            number(
                "\(total)", whole.count(total), figures.total(total), isMarked: isMarked(PageFigures.name(total)))
        }
        for (place, term) in words.outcomes.enumerated() {
            number(
                term.id, whole.outcomes[place], figures.outcome(term.id),
                isMarked: isMarked(PageFigures.name(outcome: term.id)))
        }
        sum("persons", ["eligible", "ineligible"])
        for total in [Total.eligible, .ineligible, .recorded, .notRecorded, .flagged, .needingNothing] {
            sum("\(total)", words.outcomes(of: total).map(\.id))
        }
        sum("eligible", ["recorded", "notRecorded"])
        sum("eligible", ["needingNothing", "flagged"])
        silent("first-time settled", whole.firstTime - whole.firstTimeFlagged)
        sum("firstTime", ["firstTimeFlagged", "first-time settled"])
    }

    private mutating func areas() {
        var above: [String] = [""]
        var width = 0
        for level in AreaTable.Level.allCases {
            let areas = counts.areas.areas(level)
            let knows = level == .kabupaten || counts.lists.count(where: \.isPopulation) >= areas.count
            for area in areas {
                let name = "\(level)\(area.code)"
                let persons = area.totals.persons
                if knows {
                    attack.know(prefix + name + "persons", .exactly(persons), likely: persons)
                } else {
                    attack.know(prefix + name + "persons", .anything, likely: persons)
                }
                silent(name + "ineligible", area.totals.ineligible)
                for total in [Total.eligible, .recorded, .notRecorded] {
                    number(
                        name + "\(total)", area.totals.count(total), figures.area(area.code, total, level: level),
                        isMarked: isMarked(PageFigures.name(total, in: area.code, level)))
                }
                sum(name + "persons", [name + "eligible", name + "ineligible"])
                sum(name + "eligible", [name + "recorded", name + "notRecorded"])
            }
            for total in ["persons", "eligible", "ineligible", "recorded", "notRecorded"] {
                // What is known of an area above alone is no area of this level: nothing is known of it.
                for code in above {
                    let own = areas.filter {
                        !$0.code.isEmpty && $0.code.hasPrefix(code) && (width == 0 || !code.isEmpty)
                            || width == 0 && $0.code.isEmpty
                    }
                    let upper = width == 0 ? total : "\(Self.level(width))\(code)\(total)"
                    var parts = own.map { "\(level)\($0.code)\(total)" }
                    // Whoever sees people who are in none of the areas of this level knows nothing else of them.
                    let whole = counts.areas.areas(Self.level(width)).filter { $0.code == code }
                    let isWhole = width == 0 || !own.isEmpty && sumOf(own, "persons") == sumOf(whole, "persons")
                    if !isWhole {
                        let rest = sumOf(whole, total) - sumOf(own, total)
                        attack.know(prefix + upper + " elsewhere", .anything, likely: rest)
                        parts.append(upper + " elsewhere")
                    }
                    sum(upper, parts)
                }
                if width > 0, areas.contains(where: \.code.isEmpty) {
                    sum(
                        "\(level)\(total)",
                        above.map { "\(Self.level(width))\($0)\(total) elsewhere" }.filter {
                            attack.names[prefix + $0] != nil
                        })
                }
            }
            above = areas.map(\.code)
            width = level.rawValue
        }
    }

    private static func level(_ width: Int) -> AreaTable.Level { AreaTable.Level(rawValue: width) ?? .kabupaten }

    private func sumOf(_ areas: [AreaTable.Area], _ total: String) -> Int {
        areas.reduce(0) { $0 + (Total(rawValue: total).map($1.totals.count) ?? 0) }
    }

    private mutating func ages() {
        let sexes = PageFigures.Sex.allCases
        func people(_ place: Int, _ sex: PageFigures.Sex?) -> Int {
            let band = counts.bands[place]
            return switch sex {
            case .male: band.male
            case .female: band.female
            case .unknown: band.ofUnknownSex
            case nil: band.persons
            }
        }
        for place in counts.bands.indices {
            number(
                "age\(place)", people(place, nil), figures.age(place, nil),
                isMarked: isMarked(PageFigures.name(band: place, nil)))
            for sex in sexes {
                number(
                    "age\(place)\(sex)", people(place, sex), figures.age(place, sex),
                    isMarked: isMarked(PageFigures.name(band: place, sex)))
            }
            sum("age\(place)", sexes.map { "age\(place)\($0)" })
        }
        let all = counts.bands.indices.reduce(0) { $0 + people($1, nil) }
        number("ages", all, figures.ages, isMarked: isMarked("ages"))
        for sex in sexes {
            number(
                "ages\(sex)", counts.bands.indices.reduce(0) { $0 + people($1, sex) }, figures.ages(sex),
                isMarked: isMarked("ages/\(sex)"))
            sum("ages\(sex)", counts.bands.indices.map { "age\($0)\(sex)" })
        }
        sum("ages", counts.bands.indices.map { "age\($0)" })
        sum("ages", sexes.map { "ages\($0)" })
        sum("ages", counts.agedOutcomes.map(\.id))
        silent("first-time beyond", counts.areas.total.firstTimeFlagged - people(0, nil))
        sum("firstTimeFlagged", ["age0", "first-time beyond"])
    }

    /// Reasons that are told apart, and the others together; some are the people of an outcome.
    private mutating func reasons() {
        let ruleset = counts.ruleset
        var others: [String] = []
        for term in ruleset.reasons {
            let figure = figures.reason(term.id)
            number("reason \(term.id)", counts.reasons[term.id] ?? 0, figure, isMarked: false)
            if figure.value == nil { others.append("reason \(term.id)") }
        }
        if let value = figures.otherReasons.value {
            attack.know(prefix + "other reasons", .exactly(value), likely: value)
            sum("other reasons", others)
        }
        let lines = ruleset.outcomeLines
        for outcome in Set(lines.map(\.outcome)) {
            let own = lines.filter { $0.outcome == outcome }
            guard own.allSatisfy({ !$0.reasons.isEmpty }) else { continue }
            sum(outcome, Set(own.flatMap(\.reasons).map(\.reason)).sorted().map { "reason \($0)" })
        }
        for attribute in ruleset.attributes { sum("firstTimeFlagged", ["reason \(attribute.id)"]) }
    }
}
