/// Why a total moved: people it gained, and those it lost by way and reason. `after = before + gained − lost`.
struct DiffMovement {
    struct Loss {
        var to: DiffTally.Side
        var why: String
        var persons: Int
    }

    let before: Int
    let after: Int
    let gained: Int
    /// Most people first.
    let losses: [Loss]

    var lost: Int { losses.reduce(0) { $0 + $1.persons } }

    init(_ total: DiffTotal, _ area: DiffTally.Area) {
        before = total.sum(area.before)
        after = total.sum(area.after)
        var gained = 0
        var losses: [DiffTally.Step: Int] = [:]
        for (step, persons) in area.steps {
            switch (total.holds(step.from), total.holds(step.to)) {
            case (false, true): gained += persons
            case (true, false):
                losses[DiffTally.Step(from: .absent, to: step.to, why: step.why), default: 0] += persons
            default: break
            }
        }
        self.gained = gained
        self.losses = losses.map { Loss(to: $0.key.to, why: $0.key.why, persons: $0.value) }.sorted { left, right in
            if left.persons != right.persons { return left.persons > right.persons }
            if left.to != right.to { return left.to < right.to }
            return left.why.utf8.lexicographicallyPrecedes(right.why.utf8)
        }
    }
}
