import CEL
import Civil

@testable import Rules

/// Facts of one made-up person by name: true/false, a number, a word, or a date as `YYYY-MM-DD`.
struct Person {
    enum Value: Equatable {
        case truth(Bool)
        case number(Int32)
        case text(String)
    }
    var facts: [String: Value] = [:]
}

extension Person.Value: ExpressibleByBooleanLiteral, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    init(booleanLiteral value: Bool) { self = .truth(value) }
    init(stringLiteral value: String) { self = .text(value) }
    init(integerLiteral value: Int32) { self = .number(value) }
}

/// A fact that cannot be put into a batch: a defect of the test, named.
struct UnknownFact: Error {
    var name: String
}

extension FactBatch {
    init(_ people: [Person], layout: FactLayout) throws {
        self.init(layout: layout)
        reset(count: people.count)
        for (row, person) in people.enumerated() {
            // Lists were given unless a case says otherwise.
            for fact in layout.facts where fact.name.hasPrefix("given.") && fact.storage == .flag {
                bits[fact.slot][row >> 6] |= 1 << UInt64(row & 63)
            }
            for (name, value) in person.facts { try set(name, value, row: row, layout: layout) }
        }
    }

    private mutating func set(_ name: String, _ value: Person.Value, row: Int, layout: FactLayout) throws {
        let bit: UInt64 = 1 << UInt64(row & 63)
        // A fact of a list says that the person stands on it; a date that is known was given.
        if let list = name.split(separator: ".").first.map(String.init), list != name, let fact = layout[list],
            fact.storage == .presence
        {
            bits[fact.slot][row >> 6] |= bit
        }
        guard let fact = layout[name] else { throw UnknownFact(name: name) }
        switch (fact.storage, value) {
        case (.presence, .truth(let truth)), (.flag, .truth(let truth)):
            if truth { bits[fact.slot][row >> 6] |= bit } else { bits[fact.slot][row >> 6] &= ~bit }
        case (.truth, .truth(let truth)):
            truthKnown[fact.slot][row >> 6] |= bit
            if truth { truthTrue[fact.slot][row >> 6] |= bit }
        case (.date, .text(let text)):
            guard let date = CivilDate(iso: text) else { throw UnknownFact(name: name) }
            numbers[fact.slot][row] = date.dayNumber
            numberKnown[fact.slot][row >> 6] |= bit
            if let given = layout[name + "_given"], given.storage == .flag { bits[given.slot][row >> 6] |= bit }
        case (.integer, .number(let number)):
            numbers[fact.slot][row] = number
            numberKnown[fact.slot][row >> 6] |= bit
        case (.code(let words), .text(let word)):
            guard let index = words.firstIndex(of: word) else { throw UnknownFact(name: "\(name) = \(word)") }
            codes[fact.slot][row] = UInt8(index + 1)
        default: throw UnknownFact(name: name)
        }
    }
}

/// A decision by its names.
struct Named: Equatable, CustomStringConvertible {
    var outcome: String
    var kpuCode: Int?
    var nextStep: String
    var reasons: [String]
    var isFirstTime = false

    var description: String {
        "\(outcome) \(kpuCode.map(String.init) ?? "-") \(nextStep) [\(reasons.joined(separator: " "))]\(isFirstTime ? " first" : "")"
    }
}

/// A ruleset made ready to decide people in tests.
struct Decider {
    let ruleset: Ruleset
    let layout: FactLayout
    let program: DecisionProgram

    init(_ ruleset: Ruleset, present: (String) -> Bool = { _ in true }) throws {
        self.ruleset = ruleset
        layout = ruleset.layout(present: present)
        program = try DecisionProgram(ruleset, layout: layout)
    }

    func decide(_ people: [Person], further: [(role: String, rows: [(person: Int, facts: Person)])] = []) throws
        -> [Named]
    {
        var scratch = program.makeScratch()
        return try decide(people, further: further, scratch: &scratch)
    }

    func decide(
        _ people: [Person], further: [(role: String, rows: [(person: Int, facts: Person)])] = [],
        scratch: inout DecisionProgram.Scratch
    ) throws -> [Named] {
        var batch = try FactBatch(people, layout: layout)
        var verdicts = Verdicts()
        let rows = try further.map { list in
            FurtherRows(
                role: list.role, person: list.rows.map { Int32($0.person) },
                facts: try FactBatch(list.rows.map(\.facts), layout: layout))
        }
        program.decide(&batch, further: rows, scratch: &scratch, verdicts: &verdicts)
        return (0..<verdicts.count).map { row in
            Named(
                outcome: ruleset.outcomes[Int(verdicts.outcome[row])].id,
                kpuCode: verdicts.kpuCode[row] == 0 ? nil : Int(verdicts.kpuCode[row]),
                nextStep: ruleset.nextSteps[Int(verdicts.nextStep[row])].id,
                reasons: ruleset.reasons.enumerated().filter { verdicts.reasons[row] >> UInt64($0.offset) & 1 == 1 }
                    .map(\.element.id),
                isFirstTime: verdicts.firstTime[row / 64] >> UInt64(row % 64) & 1 == 1)
        }
    }
}
