import CEL

extension DecisionProgram {
    /// Files the reason of a case that holds.
    func mark(_ finding: DecisionTable.Case, _ results: ColumnProgram.Scratch, _ words: Int, _ verdicts: inout Verdicts)
    {
        guard let condition = finding.condition else { return }
        for word in 0..<words {
            forEachRow(results.isTrue[condition][word], word) { verdicts.reasons[$0] |= finding.reason }
        }
    }

    /// Goes through the outcome table: the first line that holds decides a person.
    func conclude(_ facts: FactBatch, _ scratch: inout Scratch, _ verdicts: inout Verdicts) {
        let words = facts.words
        // Line by line and not word by word: taking up a line costs more than most words of rows.
        for line in table.lines {
            let condition = line.condition.map { scratch.conclusions.isTrue[$0] }
            for word in 0..<words {
                let remaining = scratch.remaining[word]
                let hit = condition.map { $0[word] & remaining } ?? remaining
                if hit == 0 { continue }
                scratch.remaining[word] = remaining & ~hit
                if line.isFlagged { scratch.flagged[word] |= hit }
                decide(line, hit, word, scratch, &verdicts)
            }
        }
        for mark in table.marks {
            for word in 0..<words {
                let hit = scratch.conclusions.isTrue[mark.condition][word]
                if hit == 0 { continue }
                if mark.isFirstTime { verdicts.firstTime[word] |= hit }
                forEachRow(hit & scratch.flagged[word], word) { verdicts.reasons[$0] |= mark.reason }
            }
        }
    }

    private func decide(
        _ line: DecisionTable.Line, _ hit: UInt64, _ word: Int, _ scratch: Scratch, _ verdicts: inout Verdicts
    ) {
        let outcome = line.outcome
        if outcome != 0 { forEachRow(hit, word) { verdicts.outcome[$0] = outcome } }
        switch line.code {
        case .number(let number): forEachRow(hit, word) { verdicts.kpuCode[$0] = number }
        case .smallest:
            forEachRow(hit, word) { row in
                let codes = scratch.codes[row]
                verdicts.kpuCode[row] = codes == 0 ? 0 : UInt8(truncatingIfNeeded: codes.trailingZeroBitCount)
            }
        case .none, .words, .integer: break
        }
        var rest = hit
        for step in line.steps {
            let rows = step.condition.map { scratch.conclusions.isTrue[$0][word] & rest } ?? rest
            rest &= ~rows
            if step.step != 0 { forEachRow(rows, word) { verdicts.nextStep[$0] = step.step } }
        }
        rest = hit
        for reason in line.reasons {
            let rows = reason.condition.map { scratch.conclusions.isTrue[$0][word] & rest } ?? rest
            rest &= ~rows
            forEachRow(rows, word) { verdicts.reasons[$0] |= reason.reason }
        }
    }
}
