import CEL

/// What further rows say about one requirement.
struct RuleRows {
    /// Place in the table's rules.
    var rule: Int
    /// Bitmap of people one of whose further rows fails.
    var fails: [UInt64]
    /// By person one of whose further rows is undetermined: the first undetermined case that fits.
    var undetermined: [Int: Int]
}

extension DecisionProgram {
    /// Makes facts unknown that the rules do not let count, and says why.
    func settleUsable(_ facts: inout FactBatch, _ scratch: inout Scratch, _ verdicts: inout Verdicts) {
        if table.usable.isEmpty { return }
        usable.run(facts, scratch: &scratch.usable)
        let words = facts.words
        for usable in table.usable {
            for word in 0..<words {
                var hits: UInt64 = 0
                for aCase in usable.cases {
                    guard let condition = aCase.condition else { continue }
                    let hit = scratch.usable.isTrue[condition][word] & ~hits
                    hits |= hit
                    forEachRow(hit, word) { verdicts.reasons[$0] |= aCase.reason }
                }
                if hits != 0 { Self.forget(usable.fact, hits, word, &facts) }
            }
        }
    }

    private static func forget(_ fact: FactLayout.Fact, _ rows: UInt64, _ word: Int, _ facts: inout FactBatch) {
        switch fact.storage {
        case .date, .integer: facts.numberKnown[fact.slot][word] &= ~rows
        case .truth:
            facts.truthKnown[fact.slot][word] &= ~rows
            facts.truthTrue[fact.slot][word] &= ~rows
        case .code: forEachRow(rows, word) { facts.codes[fact.slot][$0] = 0 }
        case .presence, .flag: facts.bits[fact.slot][word] &= ~rows
        case .constant, .absent: break
        }
    }

    /// Settles one requirement for the whole batch: first rows and further rows together (Kleene's and).
    func settle(
        _ rule: DecisionTable.Rule, _ later: [RuleRows], _ facts: inout FactBatch, _ scratch: inout Scratch,
        _ verdicts: inout Verdicts
    ) {
        let words = facts.words
        for word in 0..<words {
            let live = scratch.remaining[word]
            let isTrue = scratch.requirements.isTrue[rule.holds][word]
            let isKnown = scratch.requirements.isKnown[rule.holds][word]
            let failsFirst = isKnown & ~isTrue & live
            let openFirst = ~isKnown & live
            var fails = failsFirst
            var open = openFirst
            for rows in later {
                fails |= rows.fails[word]
                for (person, _) in rows.undetermined where person >> 6 == word { open |= 1 << UInt64(person & 63) }
            }
            open &= ~fails
            if failsFirst != 0 {
                fail(rule, failsFirst, word, facts, scratch.requirements, &scratch.codes) { row, reason in
                    verdicts.reasons[row] |= reason
                }
            }
            if open != 0 {
                var rest = open & openFirst
                for (place, aCase) in rule.undetermined.enumerated() {
                    let hit = aCase.condition.map { scratch.requirements.isTrue[$0][word] & rest } ?? rest
                    rest &= ~hit
                    forEachRow(hit, word) { row in
                        // A further row may fit an earlier case.
                        let first = later.compactMap { $0.undetermined[row] }.min() ?? place
                        verdicts.reasons[row] |= rule.undetermined[min(first, place)].reason
                    }
                }
                forEachRow(open & ~openFirst | rest, word) { row in
                    guard let first = later.compactMap({ $0.undetermined[row] }).min(),
                        rule.undetermined.indices.contains(first)
                    else { return }
                    verdicts.reasons[row] |= rule.undetermined[first].reason
                }
            }
            scratch.fails[word] |= fails
            scratch.undetermined[word] |= open
            if let slot = rule.slot {
                facts.truthTrue[slot][word] = live & ~fails & ~open
                facts.truthKnown[slot][word] = live & ~open
            }
        }
    }

    /// Files the reasons and codes of rows that fail a requirement.
    private func fail(
        _ rule: DecisionTable.Rule, _ rows: UInt64, _ word: Int, _ facts: FactBatch,
        _ results: ColumnProgram.Scratch, _ codes: inout [UInt32], _ say: (_ row: Int, _ reason: UInt64) -> Void
    ) {
        var rest = rows
        for aCase in rule.fails {
            let hit = aCase.condition.map { results.isTrue[$0][word] & rows } ?? rest
            rest &= ~hit
            forEachRow(hit, word) { row in
                say(row, aCase.reason)
                let code = code(aCase.code, row, facts)
                if code > 0, code < 32, codes.indices.contains(row) { codes[row] |= 1 << UInt32(code) }
            }
        }
    }

    private func code(_ code: DecisionTable.Code, _ row: Int, _ facts: FactBatch) -> UInt8 {
        switch code {
        case .none, .smallest: return 0
        case .number(let number): return number
        case .words(let slot, let numbers):
            let byte = Int(facts.codes[slot][row])
            return byte < numbers.count ? numbers[byte] : 0
        case .integer(let slot):
            let isKnown = facts.numberKnown[slot][row >> 6] >> UInt64(row & 63) & 1 == 1
            return isKnown ? UInt8(clamping: facts.numbers[slot][row]) : 0
        }
    }

    /// Evaluates the requirements that read a list for its further rows.
    func evaluate(
        _ further: FurtherRows, _ facts: FactBatch, _ scratch: inout Scratch, _ verdicts: inout Verdicts
    ) -> [RuleRows] {
        let batch = FactBatch(further.facts, over: facts, rows: further.person, layout: layout, role: further.role)
        requirements.run(batch, scratch: &scratch.further)
        var found: [RuleRows] = []
        for (place, rule) in table.rules.enumerated() where rule.roles.contains(further.role) {
            var rows = RuleRows(rule: place, fails: [UInt64](repeating: 0, count: facts.words), undetermined: [:])
            var codes = [UInt32](repeating: 0, count: batch.count)
            var reasons = [UInt64](repeating: 0, count: batch.count)
            for word in 0..<batch.words {
                let left = batch.count - word * 64
                let live: UInt64 = left >= 64 ? ~0 : (1 << UInt64(left)) - 1
                let isTrue = scratch.further.isTrue[rule.holds][word]
                let isKnown = scratch.further.isKnown[rule.holds][word]
                let fails = isKnown & ~isTrue & live
                fail(rule, fails, word, batch, scratch.further, &codes) { reasons[$0] |= $1 }
                forEachRow(fails, word) { row in
                    let person = Int(further.person[row])
                    rows.fails[person >> 6] |= 1 << UInt64(person & 63)
                    verdicts.reasons[person] |= reasons[row]
                    scratch.codes[person] |= codes[row]
                }
                var open = ~isKnown & live
                for (number, aCase) in rule.undetermined.enumerated() {
                    let hit = aCase.condition.map { scratch.further.isTrue[$0][word] & open } ?? open
                    open &= ~hit
                    forEachRow(hit, word) { row in
                        let person = Int(further.person[row])
                        rows.undetermined[person] = min(rows.undetermined[person] ?? number, number)
                    }
                }
                forEachRow(open, word) { row in
                    let person = Int(further.person[row])
                    rows.undetermined[person] = rows.undetermined[person] ?? rule.undetermined.count
                }
            }
            found.append(rows)
        }
        return found
    }
}
