import CEL

/// The conditions of an instrument, parsed and typed: done once, when the rules are loaded.
///
/// A checked tree holds names of facts, not where their values stand: the same tree is bound to the facts of any run.
struct CheckedConditions: Sendable {
    private var expressions: [String: CheckedExpression] = [:]

    mutating func add(_ expression: CheckedExpression, for condition: Condition) {
        expressions[condition.source] = expression
    }

    /// The checked tree of a condition; nil for one that is not of this instrument.
    func expression(_ condition: Condition) -> CheckedExpression? { expressions[condition.source] }
}
