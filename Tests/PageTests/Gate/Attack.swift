/// What somebody can find out from published numbers who calculates as well as anybody can: every whole-numbered table
/// that agrees with all that is known is tried, by bounds first and then by cases. Knows nothing of how the gate looks for
/// what to hide.
struct Attack {
    /// What is known of a number: it is one of these.
    struct Domain {
        var low: Int
        var high: Int
        /// Not 1 to 4: hidden, and not as small.
        var isNotFew = false

        static func exactly(_ value: Int) -> Domain { Domain(low: value, high: value) }
        static let few = Domain(low: 1, high: 4)
        static let withheld = Domain(low: 0, high: Attack.most, isNotFew: true)
        static let anything = Domain(low: 0, high: Attack.most)

        var isEmpty: Bool { low > high }

        func allows(_ value: Int) -> Bool { low...max(low, high) ~= value && !(isNotFew && 1...4 ~= value) }

        /// What is left of it once bounds that fall among 1 to 4 are moved out of them.
        mutating func tighten() {
            guard isNotFew else { return }
            if 1...4 ~= low { low = 5 }
            if 1...4 ~= high { high = 0 }
        }
    }

    static let most = 1_000_000

    private(set) var names: [String: Int] = [:]
    private(set) var domains: [Domain] = []
    /// Where to look first; it has no part in what is found.
    private var likely: [Int] = []
    private var sums: [[(place: Int, sign: Int)]] = []
    private var sumsOf: [[Int]] = []
    /// Cases tried at most for one question, at first and once more; beyond that it stays open.
    private static let mostCases = [150, 3_000]

    /// A number and what is known of it; of a number known already both hold.
    mutating func know(_ name: String, _ domain: Domain, likely value: Int = 0) {
        guard let place = names[name] else {
            names[name] = domains.count
            domains.append(domain)
            likely.append(value)
            sumsOf.append([])
            return
        }
        domains[place].low = max(domains[place].low, domain.low)
        domains[place].high = min(domains[place].high, domain.high)
        domains[place].isNotFew = domains[place].isNotFew || domain.isNotFew
    }

    mutating func sum(_ total: String, _ parts: [String]) {
        guard let place = names[total] else { return }
        // A number that goes by the name of its only part says nothing of itself.
        if parts == [total] { return }
        let members = [(place, 1)] + parts.compactMap { names[$0] }.map { ($0, -1) }
        precondition(members.count == parts.count + 1, "\(total) = \(parts)")
        for (member, _) in members { sumsOf[member].append(sums.count) }
        sums.append(members)
    }

    /// Whether a number may be another than it is: nil where that could not be settled.
    func isOpen(_ name: String, _ truth: Int) -> Bool? {
        guard let place = names[name] else { return true }
        let walk = TableWalk(domains: domains, start: likely, sums: sums, sumsOf: sumsOf)
        if others(than: truth).contains(where: { domains[place].allows($0) && walk.finds(place, $0) }) { return true }
        for cases in Self.mostCases {
            if let isOpen = isOpen(place, truth, cases: cases) { return isOpen }
        }
        return nil
    }

    private func isOpen(_ place: Int, _ truth: Int, cases: Int) -> Bool? {
        let order = outward(from: place)
        var isSettled = true
        for value in others(than: truth) where domains[place].allows(value) {
            // Near it first: most tables that agree differ in a few numbers. What is farther stays as it most likely is.
            var isPossible: Bool?
            for reach in [1, 2, 3, 4, 6, 8, Int.max] where isPossible != true {
                let free = order.filter { $0.distance <= reach }
                var search = Search(
                    domains: domains, likely: likely, order: free.reversed().map(\.place), sums: sums, sumsOf: sumsOf,
                    mostCases: cases)
                for (other, distance) in order where distance > reach {
                    search.domains[other] = .exactly(likely[other])
                }
                search.domains[place] = .exactly(value)
                isPossible = search.propagate([place]) ? search.isPossible(after: 0) : false
                if free.count == order.count { break }
            }
            if isPossible == true { return true }
            if isPossible == nil { isSettled = false }
        }
        return isSettled ? false : nil
    }

    private func others(than truth: Int) -> [Int] {
        [truth + 1, truth - 1, truth + 2, truth - 2, truth + 3, truth - 3, 0, truth + 5].filter { $0 != truth }
    }

    /// Whether what is known can be true at all: whatever is found of what cannot be means nothing.
    var isConsistent: Bool {
        sums.allSatisfy { sum in sum.reduce(0) { $0 + $1.sign * likely[$1.place] } == 0 }
            && domains.indices.allSatisfy {
                domains[$0].low <= likely[$0] && likely[$0] <= domains[$0].high
                    && !(domains[$0].isNotFew && 1...4 ~= likely[$0])
            }
    }

    /// Numbers that are not known, by how many sums lie between them and one.
    private func outward(from place: Int) -> [(place: Int, distance: Int)] {
        var isReached = [Bool](repeating: false, count: domains.count)
        isReached[place] = true
        var reached = [(place: place, distance: 0)]
        var next = 0
        while next < reached.count {
            for sum in sumsOf[reached[next].place] {
                for (other, _) in sums[sum] where !isReached[other] && domains[other].low < domains[other].high {
                    isReached[other] = true
                    reached.append((other, reached[next].distance + 1))
                }
            }
            next += 1
        }
        return reached
    }

    private struct Search {
        var domains: [Domain]
        let likely: [Int]
        /// What is farthest is settled first, as it most likely is.
        let order: [Int]
        let sums: [[(place: Int, sign: Int)]]
        let sumsOf: [[Int]]
        let mostCases: Int
        var cases = 0

        /// Whether some table agrees; nil where too many would have to be tried.
        mutating func isPossible(after settled: Int) -> Bool? {
            cases += 1
            guard cases < mostCases else { return nil }
            var next = settled
            while next < order.count, domains[order[next]].low == domains[order[next]].high { next += 1 }
            guard next < order.count else { return true }
            let best = order[next]
            let whole = domains
            let domain = domains[best]
            var isSettled = true
            var parts = [(domain.low, domain.high)]
            let value = likely[best]
            if value >= domain.low, value <= domain.high {
                parts = [(value, value), (value + 1, domain.high), (domain.low, value - 1)]
            } else {
                let middle = domain.low + (domain.high - domain.low) / 2
                parts = [(domain.low, middle), (middle + 1, domain.high)]
            }
            for part in parts {
                domains = whole
                domains[best].low = part.0
                domains[best].high = part.1
                domains[best].tighten()
                if domains[best].isEmpty { continue }
                guard propagate([best]) else { continue }
                switch isPossible(after: next) {
                case true?: return true
                case nil: isSettled = false
                case false?: break
                }
            }
            return isSettled ? false : nil
        }

        mutating func propagate(_ changed: [Int]) -> Bool {
            var waiting = changed.flatMap { sumsOf[$0] }
            while let sum = waiting.popLast() {
                var (low, high) = (0, 0)
                for (place, sign) in sums[sum] {
                    low += sign > 0 ? domains[place].low : -domains[place].high
                    high += sign > 0 ? domains[place].high : -domains[place].low
                }
                guard low <= 0, high >= 0 else { return false }
                for (place, sign) in sums[sum] {
                    let domain = domains[place]
                    if domain.low == domain.high { continue }
                    // sign × number = − the rest
                    let least = low - (sign > 0 ? domain.low : -domain.high)
                    let most = high - (sign > 0 ? domain.high : -domain.low)
                    var new = domain
                    new.low = max(new.low, sign > 0 ? -most : least)
                    new.high = min(new.high, sign > 0 ? -least : most)
                    new.tighten()
                    if new.isEmpty { return false }
                    guard new.low != domain.low || new.high != domain.high else { continue }
                    domains[place] = new
                    low += sign > 0 ? new.low - domain.low : domain.high - new.high
                    high += sign > 0 ? new.high - domain.high : domain.low - new.low
                    for other in sumsOf[place] where other != sum && !waiting.contains(other) { waiting.append(other) }
                }
            }
            return true
        }
    }
}
