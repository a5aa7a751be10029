import CEL
import Diagnostics

/// The rules in force as places in three column programs: what `DecisionProgram` runs through.
struct DecisionTable: Sendable {
    /// Something that follows where a condition holds; `condition` is an expression of a program, nil = otherwise.
    struct Case: Sendable {
        var condition: Int?
        /// Bit of the reason; 0 = none.
        var reason: UInt64 = 0
        var code: Code = .none
        /// Index into the ruleset's next steps.
        var step: UInt8 = 0
    }

    enum Code: Sendable {
        case none
        case number(UInt8)
        case smallest
        /// A string fact: by its code byte the number its word means.
        case words(slot: Int, numbers: [UInt8])
        /// An int fact.
        case integer(slot: Int)
    }

    struct Usable: Sendable {
        var fact: FactLayout.Fact
        var cases: [Case]
    }

    struct Rule: Sendable {
        var holds: Int
        var fails: [Case]
        var undetermined: [Case]
        /// Fact prefixes of the lists it reads.
        var roles: Set<String>
        /// Truth slot of `req.ID`; nil where no later condition reads it.
        var slot: Int?
    }

    struct Line: Sendable {
        var condition: Int?
        var outcome: UInt8
        var isFlagged: Bool
        var code: Code
        var steps: [Case]
        var reasons: [Case]
    }

    struct Mark: Sendable {
        var condition: Int
        var reason: UInt64
        var isFirstTime: Bool
    }

    var usable: [Usable] = []
    var rules: [Rule] = []
    var findings: [Case] = []
    var marks: [Mark] = []
    var lines: [Line] = []
    /// Flag slots of `any_fails` and `any_undetermined`.
    var anyFails: Int?
    var anyUndetermined: Int?
}

/// Collects the expressions of one column program.
struct ExpressionList {
    private(set) var expressions: [CheckedExpression] = []
    private(set) var facts: Set<String> = []
    private var places: [String: Int] = [:]

    /// The place of a condition among the expressions; nil after reporting what is wrong with it.
    mutating func place(_ condition: Condition, _ layout: FactLayout, _ findings: inout [Finding]) -> Int? {
        if let known = places[condition.source] { return known }
        switch Expressions.check(condition.source, layout: layout, profile: .rules, expecting: .bool) {
        case .success(let expression):
            places[condition.source] = expressions.count
            expressions.append(expression)
            facts.formUnion(expression.facts)
            return expressions.count - 1
        case .failure(let problems):
            findings += problems.findings.map(condition.placed)
            return nil
        }
    }
}
