import CEL
import Rules
import Schema

/// The whole ruleset over batches of facts such as lists bring: people a second on one thread.
enum RulesStage {
    /// Rows of a batch: about what a block of a list holds.
    static let batchSize = 4096

    static func measure(_ workload: Workload) throws -> StageFigures {
        let ruleset = workload.ruleset
        let layout = ruleset.layout { fact in
            guard let role = ruleset.schema.roles.first(where: { fact.hasPrefix("\($0.fact).") }) else { return true }
            return ruleset.usedFacts.contains(fact) || role.column(String(fact.dropFirst(role.fact.count + 1))) == nil
        }
        let program = try DecisionProgram(ruleset, layout: layout)
        var scratch = program.makeScratch()
        var verdicts = Verdicts()
        var facts = MadeUpFacts(ruleset, layout, seed: UInt64(workload.options.seed))
        let batches = (0..<64).map { _ in facts.batch(Self.batchSize) }
        var own = FactBatch(layout: layout)
        var watch = StopWatch()
        var people = 0
        var byOutcome = [Int](repeating: 0, count: ruleset.outcomes.count)
        while people < 20_000_000 {
            for batch in batches {
                // A decision makes facts unknown that cannot be used, so each works on a copy, as on a block decoded.
                own.copy(batch)
                watch.time { program.decide(&own, further: [], scratch: &scratch, verdicts: &verdicts) }
                people += verdicts.count
                for outcome in verdicts.outcome { byOutcome[Int(outcome)] += 1 }
            }
        }
        let reached = byOutcome.filter { $0 > 0 }.count
        guard reached > byOutcome.count / 2 else {
            throw BenchmarkOptions.refusal("the made-up facts reach \(reached) of \(byOutcome.count) outcomes only")
        }
        return StageFigures(.rules, unit: "people", seconds: watch.seconds, rows: people)
    }
}

extension FactBatch {
    /// Takes over the facts of another batch of the same layout into storage of its own.
    fileprivate mutating func copy(_ other: FactBatch) {
        func fill<Word>(_ columns: inout [[Word]], _ others: [[Word]]) {
            for slot in columns.indices {
                columns[slot].removeAll(keepingCapacity: true)
                columns[slot].append(contentsOf: others[slot])
            }
        }
        reset(count: other.count)
        fill(&bits, other.bits)
        fill(&truthTrue, other.truthTrue)
        fill(&truthKnown, other.truthKnown)
        fill(&numbers, other.numbers)
        fill(&numberKnown, other.numberKnown)
        fill(&codes, other.codes)
    }
}
