import Diagnostics
import RunFolder

/// Where the people are who must record: by desa, in the order of region codes.
struct VisitDemand {
    struct Site: Equatable {
        /// Ten digits, or six where the desa is not known.
        var region: String
        var people: Int
    }

    struct Office: Equatable {
        /// Four digits.
        var kabupaten: String
        var sites: [Site]
    }

    private(set) var offices: [Office] = []
    /// People whose kecamatan is not known: no team can be sent to them.
    private(set) var unplaced: [Site] = []

    var people: Int {
        offices.reduce(0) { $0 + $1.sites.reduce(0) { $0 + $1.people } } + unplaced.reduce(0) { $0 + $1.people }
    }

    /// Counts the people of a run whose next step is one of `visitSteps`.
    init(_ run: Run, visitSteps: [String]) throws(Failure) {
        let steps = Set(visitSteps.map { Array($0.utf8) })
        var counts: [[UInt8]: Int] = [:]
        let rows = try run.people(.flagged, [.region, .nextStep])
        while try rows.next() {
            if steps.contains(rows.bytes(.nextStep)) { counts[rows.bytes(.region), default: 0] += 1 }
        }
        self.init(Dictionary(uniqueKeysWithValues: counts.map { (String(decoding: $0.key, as: UTF8.self), $0.value) }))
    }

    init(_ counts: [String: Int]) {
        for (region, people) in counts.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
        where people > 0 {
            let site = Site(region: region, people: people)
            guard region.utf8.count >= 6 else {
                unplaced.append(site)
                continue
            }
            let kabupaten = String(region.prefix(4))
            if offices.last?.kabupaten == kabupaten {
                offices[offices.count - 1].sites.append(site)
            } else {
                offices.append(Office(kabupaten: kabupaten, sites: [site]))
            }
        }
        // Nothing at all is known of the empty region: it comes last, as everywhere.
        if let place = unplaced.firstIndex(where: { $0.region.isEmpty }) {
            unplaced.append(unplaced.remove(at: place))
        }
    }
}
