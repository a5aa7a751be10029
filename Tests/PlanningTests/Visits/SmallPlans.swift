import Planning

/// Random numbers of a seed: the same cases every time.
struct SeededRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Every possible plan of a small request.
enum SmallPlans {
    /// The most people that any choice of visits records by the deadline.
    static func mostPeople(_ request: VisitRequest) -> Int {
        var best = 0
        func give(_ site: Int, _ left: Int, _ people: Int) {
            if site == request.sites.count {
                best = max(best, people)
                return
            }
            for visits in 0...left {
                give(site + 1, left - visits, people + min(request.sites[site].people, visits * request.seats))
            }
        }
        give(0, request.visits, 0)
        return best
    }

    /// The least waiting of any order of these visits that keeps groups together, dealt to the teams round by round.
    static func leastWaiting(_ visits: [(group: Int, people: Int)], teams: Int) -> Int {
        var best = Int.max
        var order: [Int] = []
        func extend(_ waiting: Int) {
            if order.count == visits.count {
                best = min(best, waiting)
                return
            }
            let open = order.last.flatMap { last in
                visits.indices.contains { !order.contains($0) && visits[$0].group == visits[last].group }
                    ? visits[last].group : nil
            }
            for place in visits.indices
            where !order.contains(place) && (open ?? visits[place].group) == visits[place].group {
                let round = order.count / teams + 1
                order.append(place)
                extend(waiting + visits[place].people * round)
                order.removeLast()
            }
        }
        extend(0)
        return best
    }
}
