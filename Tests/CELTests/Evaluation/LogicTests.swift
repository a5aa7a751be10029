import CEL
import Testing

/// Kleene's tables with errors beside them: a deciding operand absorbs everything, an unknown beats an error.
struct LogicTests {
    /// T, F, U (unknown), E (error).
    enum Operand: String, CaseIterable {
        case yes = "T"
        case no = "F"
        case unknown = "U"
        case error = "E"

        var source: String {
            switch self {
            case .yes: "true"
            case .no: "false"
            case .unknown: "u"
            case .error: "1 / 0 > 0"
            }
        }

        init?(_ outcome: CELOutcome) {
            switch outcome {
            case .value(.bool(true)): self = .yes
            case .value(.bool(false)): self = .no
            case .unknown: self = .unknown
            case .error: self = .error
            default: return nil
            }
        }
    }

    static func evaluate(_ source: String) throws -> CELOutcome {
        try Expressions.check(source, declarations: Declarations(types: ["u": .bool, "n": .int, "s": .string])).get()
            .evaluate([:])
    }

    /// Rows and columns in the order T, F, U, E.
    @Test(arguments: [
        ("&&", ["TFUE", "FFFF", "UFUU", "EFUE"]),
        ("||", ["TTTT", "TFUE", "TUUU", "TEUE"]),
        ("==", ["TFUE", "FTUE", "UUUU", "EEUE"]),
        ("<", ["FFUE", "TFUE", "UUUU", "EEUE"]),
    ])
    func tables(operation: String, rows: [String]) throws {
        for (left, row) in zip(Operand.allCases, rows) {
            for (right, expected) in zip(Operand.allCases, row) {
                let outcome = try Self.evaluate("(\(left.source)) \(operation) (\(right.source))")
                #expect(Operand(outcome)?.rawValue == String(expected), "\(left) \(operation) \(right)")
            }
        }
    }

    @Test(arguments: zip(Operand.allCases, ["F", "T", "U", "E"]))
    func not(operand: Operand, expected: String) throws {
        #expect(Operand(try Self.evaluate("!(\(operand.source))"))?.rawValue == expected)
    }

    /// `c ? a : b` looks at one branch only, and an unknown condition leaves the whole unknown.
    @Test(arguments: zip(Operand.allCases, ["TE", "ET", "UU", "EE"]))
    func conditional(condition: Operand, expected: String) throws {
        let one = Operand(try Self.evaluate("(\(condition.source)) ? true : 1 / 0 > 0"))?.rawValue ?? ""
        let other = Operand(try Self.evaluate("(\(condition.source)) ? 1 / 0 > 0 : true"))?.rawValue ?? ""
        #expect(one + other == expected)
    }

    /// A comprehension is the conjunction or disjunction of its bodies.
    @Test func comprehensionsAbsorb() throws {
        for first in Operand.allCases {
            for second in Operand.allCases {
                let body = "(i == 1 && (\(first.source))) || (i == 2 && (\(second.source)))"
                let exists = try Self.evaluate("[1, 2].exists(i, \(body))")
                #expect(exists == (try Self.evaluate("(\(first.source)) || (\(second.source))")))
                let all = try Self.evaluate("[1, 2].all(i, \(body))")
                #expect(all == (try Self.evaluate("(\(first.source)) && (\(second.source))")))
            }
        }
    }

    @Test(arguments: [
        "n + 1 == 1 / 0", "n in [1]", "1 in [1, n]", "[n] == [n]", "s + 'x' == s", "s.matches('(')", "size([n]) == 1",
        "[n].exists(i, true)", "n == n",
    ])
    func strictOperationsAreUnknown(source: String) throws {
        #expect(try Self.evaluate(source) == .unknown)
    }

    @Test func hasIsTwoValued() throws {
        #expect(try Self.evaluate("has(n)") == .value(.bool(false)))
        #expect(try Self.evaluate("!has(n)") == .value(.bool(true)))
        let expression = try Expressions.check("has(n)", declarations: Declarations(types: ["n": .int])).get()
        #expect(expression.evaluate(["n": .value(.int(0))]) == .value(.bool(true)))
    }
}
