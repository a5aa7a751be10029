import CEL

/// Which facts a ruleset rests on.
enum RulesetFacts {
    static func used(
        _ checked: CheckedConditions, conditions: [Condition], codes: [KPUCodeSource], refusable: [String]
    ) -> Set<String> {
        var used: Set<String> = []
        for condition in conditions {
            if let expression = checked.expression(condition) { used.formUnion(expression.facts) }
        }
        for case .fact(let name) in codes { used.insert(name) }
        return used.union(refusable)
    }
}

extension Requirement {
    /// Every condition, in the order they stand.
    var conditions: [Condition] { [holds] + fails.compactMap(\.when) + undetermined.compactMap(\.when) }
}

extension Instrument {
    /// Every condition outside the requirements.
    var commonConditions: [Condition] {
        usable.flatMap(\.cases).compactMap(\.when) + findings.compactMap(\.when) + attributes.map(\.when)
            + outcomes.flatMap(\.conditions)
    }
}

extension OutcomeLine {
    /// Every condition, in the order they stand.
    var conditions: [Condition] {
        ([when] + nextSteps.map(\.when) + reasons.map(\.when)).compactMap(\.self)
    }
}
