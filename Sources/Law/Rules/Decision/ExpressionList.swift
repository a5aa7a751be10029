import CEL
import Diagnostics
import Documents

/// Collects the expressions of one column program.
struct ExpressionList {
    static let unchecked = Bilingual(id: "ketentuan ini belum diperiksa", en: "this condition was not checked")

    private(set) var expressions: [CheckedExpression] = []
    private var places: [String: Int] = [:]
    private let conditions: CheckedConditions
    private let declarations: Declarations

    /// - Parameters:
    ///   - conditions: of the instrument.
    ///   - declarations: the facts of the run.
    init(_ conditions: CheckedConditions, _ declarations: Declarations) {
        self.conditions = conditions
        self.declarations = declarations
    }

    /// The place of a condition among the expressions; nil after reporting why it may not run over the facts.
    mutating func place(_ condition: Condition, _ findings: inout [Finding]) -> Int? {
        if let known = places[condition.source] { return known }
        guard let expression = conditions.expression(condition) else {
            // Cannot be: every condition of an instrument is checked before a ruleset can be chosen.
            findings.append(condition.spot.finding("unchecked_condition", Self.unchecked))
            return nil
        }
        let misfits = Expressions.misfits(expression, over: declarations)
        if !misfits.isEmpty {
            findings += misfits.map(condition.placed)
            return nil
        }
        places[condition.source] = expressions.count
        expressions.append(expression)
        return expressions.count - 1
    }
}
