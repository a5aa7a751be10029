import CEL

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
