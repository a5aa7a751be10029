import CEL
import Foundation
import Testing

/// Expressions evaluated over whole columns give each row what it gets alone.
struct ColumnEvaluationTests {
    @Test func rowsDoNotTouchEachOther() throws {
        let declarations = Declarations(types: ["x": .int, "s": .string, "l": .list(.int)])
        let x: [CELOutcome] = [.value(.int(0)), .unknown, .value(.int(3)), .value(.int(-1)), .value(.int(.max))]
        let s: [CELOutcome] = [
            .value(.string("a")), .value(.string("b")), .unknown, .value(.string("")), .value(.string("é")),
        ]
        let l: [CELOutcome] = [
            .value(.list([])), .value(.list([.int(1)])), .value(.list([.int(3), .int(0)])), .unknown,
            .value(.list([.int(.max)])),
        ]
        for source in [
            "10 / x", "x + 1 > 0 || s == 'a'", "x in l", "[x, 1, 2].exists(i, i > 2 && s != '')", "s.matches('^.$')",
            "x > 0 ? s : s + s", "[[x], l].all(r, size(r) > 0)", "l + [x] == [x]", "!(x == 3) && has(s)",
            "1 / x > 0 && x > 0",
            "[[1], l].exists(r, r == l)", "[1, x].all(i, [i, 2].exists(j, j / i > 0))",
        ] {
            let expression = try Expressions.check(source, declarations: declarations).get()
            let together = expression.evaluate(rows: 5, columns: ["x": x, "s": s, "l": l])
            for row in 0..<5 {
                #expect(
                    together[row] == expression.evaluate(["x": x[row], "s": s[row], "l": l[row]]), "\(source) \(row)")
            }
        }
    }
}

/// The cases of `variables.jsonl`, those of one expression and types together, with a row of unknowns between them.
@Suite(.enabled(if: SharedCases.arePresent, "no reference cases beside the checkout"))
struct VariablesAsColumnsTests {
    struct Group {
        var types: [String: String]
        var rows: [(bindings: [String: CELOutcome], expected: [String: Any])] = []
    }

    @Test func variables() throws {
        var groups: [String: Group] = [:]
        for line in SharedCases.lines("variables.jsonl") {
            let object = SharedCases.object(line)
            let expression = try #require(object["expr"] as? String)
            let bindings = try #require(object["bindings"] as? [String: [String: Any]])
            let types = bindings.mapValues { $0["type"] as? String ?? "" }
            let key = expression + "\u{0}" + SharedCases.canonical(types)
            let expected = try #require(object["expected"] as? [String: Any])
            let values = try bindings.mapValues { try #require(Self.value($0)) }
            groups[key, default: Group(types: types)].rows.append((values, expected))
        }
        #expect(groups.count > 80)
        for (key, group) in groups {
            let source = String(key.prefix { $0 != "\u{0}" })
            try Self.check(source, group)
        }
    }

    /// Evaluates a group as columns, each case three times with a row of unknowns in between.
    static func check(_ source: String, _ group: Group) throws {
        let types = try group.types.mapValues { try #require(Self.types[$0]) }
        guard let expression = try? Expressions.check(source, declarations: Declarations(types: types)).get() else {
            #expect(group.rows.allSatisfy { $0.expected["error"] != nil }, "\(source)")
            return
        }
        var columns: [String: [CELOutcome]] = [:]
        for _ in 0..<3 {
            for row in group.rows {
                for (name, value) in row.bindings { columns[name, default: []] += [value] }
            }
            for name in types.keys { columns[name, default: []] += [.unknown] }
        }
        let height = group.rows.count + 1
        let outcomes = expression.evaluate(rows: 3 * height, columns: columns)
        let allUnknown = expression.evaluate([:])
        for (index, outcome) in outcomes.enumerated() {
            guard index % height < group.rows.count else {
                #expect(types.isEmpty || outcome == allUnknown)
                continue
            }
            let expected = group.rows[index % height].expected
            if expected["error"] != nil {
                guard case .error = outcome else {
                    Issue.record("\(source): \(outcome)")
                    continue
                }
            } else {
                #expect(outcome == Self.value(expected), "\(source)")
            }
        }
    }

    static let types: [String: CELType] = [
        "bool": .bool, "int": .int, "string": .string, "timestamp": .timestamp, "duration": .duration,
    ]

    /// A typed JSON value; moments and spans go through the language itself.
    static func value(_ json: [String: Any]) -> CELOutcome? {
        let text = json["value"] as? String ?? ""
        switch json["type"] as? String {
        case "bool": return (json["value"] as? Bool).map { .value(.bool($0)) }
        case "int": return ((json["value"] as? NSNumber)?.int64Value ?? Int64(text)).map { .value(.int($0)) }
        case "string": return .value(.string(text))
        case "timestamp", "duration":
            let type = json["type"] as? String ?? ""
            return try? Expressions.check("\(type)(x)", declarations: Declarations(types: ["x": .string])).get()
                .evaluate(["x": .value(.string(text))])
        default: return nil
        }
    }
}
