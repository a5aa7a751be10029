import CEL
import Diagnostics

/// Texts as conditions: findings with a place, or a value, an error or unknown.
enum ConditionTarget {
    private static let declarations = Declarations(types: [
        "x": .undetermined, "b": .bool, "i": .int, "s": .string, "d": .date, "t": .timestamp,
    ])
    private static let bindings: [String: CELOutcome] = [
        "x": .unknown, "b": .value(.bool(true)), "i": .value(.int(.max)), "s": .value(.string("a\u{301}")),
    ]

    static func take(_ bytes: [UInt8]) {
        if bytes.first == UInt8(ascii: "{") {
            precondition(!EvalLine().answer(bytes).isEmpty)
            return
        }
        let source = String(decoding: bytes, as: UTF8.self)
        for profile in [Profile.full, .rules] {
            switch Expressions.check(source, declarations: declarations, profile: profile) {
            case .success(let expression): _ = expression.evaluate(bindings)
            case .failure(let problems):
                precondition(!problems.findings.isEmpty)
                for finding in problems.findings { _ = finding.rendered(in: .english) }
            }
        }
    }
}
