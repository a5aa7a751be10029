import ReportData
import RunFolder

extension PageFigures {
    /// The parts into which the people of an area fall, each of them a number that nobody may learn where it is small.
    private static let parts: [Total] = [.ineligible, .recorded, .notRecorded]
    /// An area of fewer people than this has no numbers on a public page, whatever they are.
    private static let leastPeople = 10

    /// Areas of every level, tied to the whole and to the areas they lie in.
    mutating func addAreas(_ counts: PageCounts) {
        let lists = counts.lists.count(where: \.isPopulation)
        var above: (level: AreaTable.Level, areas: [AreaTable.Area])?
        for level in AreaTable.Level.allCases {
            let areas = counts.areas.areas(level)
            // Where each area may have a list of its own, readers know how many rows it has.
            let isKnown = level == .kabupaten || lists >= areas.count
            for area in areas { add(area, level, isKnown: isKnown) }
            tie(areas, level, to: above, whole: counts.areas.total)
            above = (level, areas)
        }
    }

    private mutating func add(_ area: AreaTable.Area, _ level: AreaTable.Level, isKnown: Bool) {
        func name(_ total: Total) -> String { Self.name(total, in: area.code, level) }
        let persons = area.totals.count(.persons)
        disclosure.add(
            name(.persons),
            PublicCell(
                value: persons, isStated: false, isMarked: false, isKnown: isKnown, isSecret: false, rank: 9))
        disclosure.addSilent(name(.ineligible), area.totals.count(.ineligible))
        let isTiny = persons < Self.leastPeople
        for total in Self.ofAreas {
            disclosure.add(
                name(total),
                PublicCell(
                    value: area.totals.count(total), isStated: !isTiny, isMarked: !isTiny,
                    rank: total == .eligible ? 1 : total == .recorded ? 0 : 2))
        }
        disclosure.sum(name(.persons), [name(.eligible), name(.ineligible)])
        disclosure.sum(name(.eligible), [name(.recorded), name(.notRecorded)])
    }

    /// Areas add up to the area they lie in; what is known of it alone is a part of its own.
    private mutating func tie(
        _ areas: [AreaTable.Area], _ level: AreaTable.Level,
        to above: (level: AreaTable.Level, areas: [AreaTable.Area])?,
        whole: PeopleCounts
    ) {
        guard let above else {
            for total in [.persons] + Self.parts + [.eligible] {
                disclosure.sum(Self.name(total), areas.map { Self.name(total, in: $0.code, level) })
            }
            return
        }
        var below: [String: [AreaTable.Area]] = [:]
        for area in areas where !area.code.isEmpty {
            below[String(area.code.prefix(above.level.rawValue)), default: []].append(area)
        }
        for total in [.persons] + Self.parts {
            var rests: [String] = []
            for area in above.areas {
                let own = area.code.isEmpty ? [] : below[area.code] ?? []
                func rest(_ total: Total) -> Int {
                    area.totals.count(total) - own.reduce(0) { $0 + $1.totals.count(total) }
                }
                var parts = own.map { Self.name(total, in: $0.code, level) }
                // Where there are people beyond the areas known, nothing tells that none of them is of a kind.
                if rest(.persons) != 0 || own.isEmpty {
                    let name = Self.name(total, in: area.code, above.level) + "/beyond-\(level.rawValue)"
                    disclosure.add(
                        name,
                        PublicCell(
                            value: rest(total), isStated: false, isMarked: false, isSecret: total != .persons,
                            rank: total == .persons ? 9 : 5))
                    parts.append(name)
                    rests.append(name)
                }
                disclosure.sum(Self.name(total, in: area.code, above.level), parts)
            }
            if areas.contains(where: \.code.isEmpty) { disclosure.sum(Self.name(total, in: "", level), rests) }
        }
    }
}
