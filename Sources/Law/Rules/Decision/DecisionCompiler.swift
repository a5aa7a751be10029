import CEL
import Diagnostics

/// Turns a ruleset into a decision table and the expressions of its three programs.
struct DecisionCompiler {
    private let ruleset: Ruleset
    private let layout: FactLayout
    private(set) var findings: [Finding] = []
    private(set) var table = DecisionTable()
    /// Run first: which facts are usable. Then the requirements. Then what reads their results.
    private(set) var usable: ExpressionList
    private(set) var requirements: ExpressionList
    private(set) var conclusions: ExpressionList

    private let reasonBits: [String: UInt64]
    private let steps: [String: UInt8]
    private let outcomes: [String: Int]

    init(_ ruleset: Ruleset, _ layout: FactLayout) {
        self.ruleset = ruleset
        self.layout = layout
        let expressions = ExpressionList(ruleset.conditions, Declarations(layout))
        (usable, requirements, conclusions) = (expressions, expressions, expressions)
        var bits: [String: UInt64] = [:]
        for (place, reason) in ruleset.reasons.enumerated().prefix(64) { bits[reason.id] = 1 << UInt64(place) }
        reasonBits = bits
        steps = Dictionary(
            ruleset.nextSteps.enumerated().map { ($1.id, UInt8(clamping: $0)) }, uniquingKeysWith: { first, _ in first }
        )
        outcomes = Dictionary(
            ruleset.outcomes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func compile() {
        for fact in ruleset.usable {
            guard let known = layout[fact.fact] else { continue }
            let cases = fact.cases.compactMap { reasonCase($0, \.usable) }
            table.usable.append(DecisionTable.Usable(fact: known, cases: cases))
        }
        let read = readAfterRequirements
        for requirement in ruleset.requirements { compile(requirement, read) }
        table.findings = ruleset.findings.compactMap { reasonCase($0, \.conclusions) }
        for attribute in ruleset.attributes {
            guard let condition = conclusions.place(attribute.when, &findings) else { continue }
            table.marks.append(
                DecisionTable.Mark(
                    condition: condition, reason: reasonBits[attribute.id] ?? 0,
                    isFirstTime: attribute.role == .firstTime))
        }
        for line in ruleset.outcomeLines { compile(line) }
        table.anyFails = flag("any_fails")
        table.anyUndetermined = flag("any_undetermined")
    }

    private func flag(_ name: String) -> Int? {
        guard let fact = layout[name], fact.storage == .flag else { return nil }
        return fact.slot
    }

    /// Facts named by conditions that run after the requirements: their text alone tells, whatever else is wrong with it.
    private var readAfterRequirements: (String) -> Bool {
        var sources = ruleset.findings.compactMap { $0.when?.source } + ruleset.attributes.map(\.when.source)
        for line in ruleset.outcomeLines {
            sources += [line.when?.source].compactMap { $0 }
            sources += line.nextSteps.compactMap { $0.when?.source } + line.reasons.compactMap { $0.when?.source }
        }
        return { name in sources.contains { $0.contains(name) } }
    }

    private mutating func compile(_ requirement: Requirement, _ isRead: (String) -> Bool) {
        guard let holds = requirements.place(requirement.holds, &findings) else { return }
        let fails = requirement.fails.compactMap { failCase($0) }
        let undetermined = requirement.undetermined.compactMap { reasonCase($0, \.requirements) }
        let places = [holds] + (fails + undetermined).compactMap(\.condition)
        let facts = places.reduce(into: Set<String>()) { $0.formUnion(requirements.expressions[$1].facts) }
        let name = "req.\(requirement.id)"
        table.rules.append(
            DecisionTable.Rule(
                holds: holds, fails: fails, undetermined: undetermined,
                roles: Set(facts.compactMap { $0.split(separator: ".").first.map(String.init) }),
                slot: isRead(name) ? layout[name]?.slot : nil))
    }

    private mutating func compile(_ line: OutcomeLine) {
        var condition: Int?
        if let when = line.when {
            guard let place = conclusions.place(when, &findings) else { return }
            condition = place
        }
        let outcome = outcomes[line.outcome] ?? 0
        table.lines.append(
            DecisionTable.Line(
                condition: condition, outcome: UInt8(clamping: outcome),
                isFlagged: ruleset.outcomes.indices.contains(outcome) && ruleset.outcomes[outcome].flagged,
                code: code(line.kpuCode),
                steps: line.nextSteps.compactMap { step in
                    guard let place = place(step.when, \.conclusions) else { return nil }
                    return DecisionTable.Case(condition: place.condition, step: steps[step.step] ?? 0)
                },
                reasons: line.reasons.compactMap { reasonCase($0, \.conclusions) }))
    }

    /// The place of a condition; a case without one has none. nil after a fault was reported.
    private mutating func place(
        _ condition: Condition?, _ list: WritableKeyPath<DecisionCompiler, ExpressionList>
    ) -> (condition: Int?, Void)? {
        guard let condition else { return (nil, ()) }
        var found = findings
        guard let place = self[keyPath: list].place(condition, &found) else {
            findings = found
            return nil
        }
        return (place, ())
    }

    private mutating func reasonCase(
        _ reason: ReasonCase, _ list: WritableKeyPath<DecisionCompiler, ExpressionList>
    ) -> DecisionTable.Case? {
        guard let place = place(reason.when, list) else { return nil }
        return DecisionTable.Case(condition: place.condition, reason: reasonBits[reason.reason] ?? 0)
    }

    private mutating func failCase(_ fail: FailCase) -> DecisionTable.Case? {
        guard let place = place(fail.when, \.requirements) else { return nil }
        return DecisionTable.Case(
            condition: place.condition, reason: reasonBits[fail.reason] ?? 0, code: code(fail.kpuCode))
    }

    private func code(_ source: KPUCodeSource) -> DecisionTable.Code {
        switch source {
        case .none: return .none
        case .number(let number): return .number(number)
        case .smallest: return .smallest
        case .fact(let name):
            guard let fact = layout[name] else { return .none }
            switch fact.storage {
            case .code(let words): return .words(slot: fact.slot, numbers: [0] + words.map { UInt8($0) ?? 0 })
            case .integer: return .integer(slot: fact.slot)
            case .presence, .flag, .truth, .date, .constant, .absent: return .none
            }
        }
    }
}
