import CEL
import Diagnostics
import Testing

struct CheckerTests {
    @Test func namesTheFactsItUses() throws {
        let expression = try Expressions.check(
            "has(suket) || person.birth_date < election.voting_day", layout: BadExpressionTests.layout,
            profile: .rules, expecting: .bool
        ).get()
        #expect(expression.facts == ["suket", "person.birth_date", "election.voting_day"])
        #expect(expression.type == .bool)
    }

    /// The longest fact that fits is meant; a comprehension variable comes before any fact.
    @Test func scopes() throws {
        let declarations = Declarations(types: ["a": .int, "a.b": .string, "x": .string])
        func type(_ source: String) throws -> CELType {
            try Expressions.check(source, declarations: declarations).get().type
        }
        #expect(try type("a") == .int)
        #expect(try type("a.b") == .string)
        #expect(try type("[1].exists(x, x == 1)") == .bool)
        #expect(try type("[1].exists(x, .x == 'fact')") == .bool)
        #expect(throws: ExpressionProblems.self) { try type("[1].exists(x, x == 'fact')") }
    }

    /// What an untyped fact is follows from its place, however far away.
    @Test(arguments: [
        ("x > 17", CELType.bool), ("x + 1", .int), ("(x == y) && y > 1", .bool), ("true ? x : 'a'", .string),
        ("x", .undetermined), ("x + y", .undetermined), ("x - duration('1s') > timestamp(y)", .bool),
        ("[x, 1]", .list(.int)),
        ("x in ['a']", .bool), ("size(x)", .int), ("x.getFullYear()", .int), ("x + duration('1s')", .undetermined),
    ])
    func untypedFacts(source: String, type: CELType) throws {
        let declarations = Declarations(types: ["x": .undetermined, "y": .undetermined])
        #expect(try Expressions.check(source, declarations: declarations).get().type == type)
    }

    @Test(arguments: ["x > 17 && x", "x == 'a' || x == 1", "x.getFullYear() == x", "x in x"])
    func untypedFactsWithTwoTypes(source: String) {
        let declarations = Declarations(types: ["x": .undetermined])
        #expect(throws: ExpressionProblems.self) { try Expressions.check(source, declarations: declarations).get() }
    }

    @Test func placesFollowTheOrigin() {
        let origin = SourceLocation(file: "rules/x.json5", row: 12, column: "20")
        let result = Expressions.check(
            "true &&\n  nothing", origin: origin, layout: BadExpressionTests.layout, profile: .rules)
        guard case .failure(let problems) = result else { return #expect(Bool(false)) }
        #expect(problems.findings.map { $0.location?.description } == ["rules/x.json5:13:3"])
        let first = Expressions.check("nothing", origin: origin, layout: BadExpressionTests.layout)
        guard case .failure(let problems) = first else { return #expect(Bool(false)) }
        #expect(problems.findings.map { $0.location?.description } == ["rules/x.json5:12:20"])
    }

    @Test func theExpectedType() {
        let result = Expressions.check("1 + 1", layout: BadExpressionTests.layout, expecting: .bool)
        guard case .failure(let problems) = result else { return #expect(Bool(false)) }
        #expect(problems.findings.map(\.message.english) == ["bool is expected here, not int"])
    }

    /// What rules may say.
    @Test(arguments: [
        "field_finding.code / 2 % 3 == 1", "field_finding.code * 1000000 - 1 > params.voting_age",
        "person.marital_status in ['S', 'P']", "[1, 2].all(i, field_finding.code != i * 2)",
        "field_finding.code in [params.voting_age, 1 + 1]", "person.birth_date < date('2018-06-27')",
        "person.marital_status.startsWith('S') || size(person.marital_status) == 1",
        "(duplicate.shared ? 'issued' : recording.class) == 'issued'",
        "[[1], [2, 3]].exists(l, field_finding.code in l)",
    ])
    func rulesProfileAccepts(source: String) throws {
        _ = try Expressions.check(source, layout: BadExpressionTests.layout, profile: .rules, expecting: .bool).get()
    }
}
