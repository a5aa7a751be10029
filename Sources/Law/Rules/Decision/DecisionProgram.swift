public import CEL
public import Diagnostics

/// A ruleset compiled for a run: decides batches of people.
///
/// First it is settled which facts are usable, then each requirement, then what follows from them. Rows are worked on 64
/// at a time as bitmaps; single rows are touched only where something is to be said about them. A program is shared by
/// threads; each has its own `Scratch`.
public struct DecisionProgram: Sendable {
    let table: DecisionTable
    let usable: ColumnProgram
    let requirements: ColumnProgram
    let conclusions: ColumnProgram
    let layout: FactLayout

    /// Room for one thread's work.
    public struct Scratch: Sendable {
        var usable: ColumnProgram.Scratch
        var requirements: ColumnProgram.Scratch
        var further: ColumnProgram.Scratch
        var conclusions: ColumnProgram.Scratch
        /// KPU codes of the failing requirements of each row: bit n = code n.
        var codes: [UInt32] = []
        var fails: [UInt64] = []
        var undetermined: [UInt64] = []
        var remaining: [UInt64] = []
        var flagged: [UInt64] = []
    }

    /// - Throws: every condition that does not fit the layout.
    public init(_ ruleset: Ruleset, layout: FactLayout) throws(Failure) {
        var compiler = DecisionCompiler(ruleset, layout)
        compiler.compile()
        guard compiler.findings.isEmpty else { throw Failure(.input, compiler.findings) }
        table = compiler.table
        self.layout = layout
        let leapDay = ruleset.leapDay
        usable = ColumnProgram(compiler.usable.expressions, layout: layout, leapDay: leapDay)
        requirements = ColumnProgram(compiler.requirements.expressions, layout: layout, leapDay: leapDay)
        conclusions = ColumnProgram(compiler.conclusions.expressions, layout: layout, leapDay: leapDay)
    }

    public func makeScratch() -> Scratch {
        Scratch(
            usable: usable.makeScratch(), requirements: requirements.makeScratch(), further: requirements.makeScratch(),
            conclusions: conclusions.makeScratch())
    }

    /// Decides every person of a batch that follows the program's layout.
    ///
    /// - Parameters:
    ///   - facts: facts that cannot be used become unknown.
    ///   - further: rows of lists beyond a person's first.
    public func decide(
        _ facts: inout FactBatch, further: [FurtherRows], scratch: inout Scratch, verdicts: inout Verdicts
    ) {
        verdicts.reset(facts.count)
        scratch.reset(facts.count)
        if facts.count == 0 { return }
        settleUsable(&facts, &scratch, &verdicts)
        requirements.run(facts, scratch: &scratch.requirements)
        var later: [RuleRows] = []
        for rows in further where !rows.person.isEmpty { later += evaluate(rows, facts, &scratch, &verdicts) }
        for (place, rule) in table.rules.enumerated() {
            settle(rule, later.filter { $0.rule == place }, &facts, &scratch, &verdicts)
        }
        for word in 0..<facts.words {
            if let slot = table.anyFails { facts.bits[slot][word] = scratch.fails[word] }
            if let slot = table.anyUndetermined { facts.bits[slot][word] = scratch.undetermined[word] }
        }
        conclusions.run(facts, scratch: &scratch.conclusions)
        for finding in table.findings { mark(finding, scratch.conclusions, facts.words, &verdicts) }
        conclude(facts, &scratch, &verdicts)
    }
}

extension DecisionProgram.Scratch {
    mutating func reset(_ count: Int) {
        func clear<Number: FixedWidthInteger>(_ column: inout [Number], _ length: Int) {
            column.removeAll(keepingCapacity: true)
            column.append(contentsOf: repeatElement(0, count: length))
        }
        let words = (count + 63) / 64
        clear(&codes, count)
        clear(&fails, words)
        clear(&undetermined, words)
        clear(&flagged, words)
        clear(&remaining, words)
        for word in 0..<words {
            let rest = count - word * 64
            remaining[word] = rest >= 64 ? ~0 : (1 << UInt64(rest)) - 1
        }
    }
}

/// Calls `body` for each set bit of `bits`, as a row of word `word`.
@inline(__always)
func forEachRow(_ bits: UInt64, _ word: Int, _ body: (Int) -> Void) {
    var rest = bits
    while rest != 0 {
        body(word &* 64 &+ rest.trailingZeroBitCount)
        rest &= rest &- 1
    }
}
