import MadeUpRuns
import Testing

@testable import Readiness
@testable import Rules

/// Which list of people a verdict belongs in, and what is written of it.
@Suite struct ExportsTests {
    private func verdict(outcome: Int, code: UInt8 = 0, step: Int = 0, reasons: UInt64 = 0) -> VerdictBook.Verdict {
        VerdictBook.Verdict(
            reasons: reasons, outcome: UInt8(outcome), kpuCode: code, nextStep: UInt8(step), firstTime: false)
    }

    /// Bits of `flagged`, `ineligible`, `collect`.
    @Test(
        arguments: [
            ("ineligible", "none", 0b010), ("ready", "none", 0b000), ("ready", "collect_card", 0b100),
            ("ready_with_suket", "none", 0b000), ("awaiting_card", "issue_suket", 0b001),
            ("recording_failed", "record_again", 0b001), ("unrecorded", "record", 0b001),
            ("unverified", "verify_identity", 0b001), ("unverified", "collect_card", 0b101),
        ] as [(String, String, UInt16)])
    func outcomesStandInTheirLists(outcome: String, step: String, mask: UInt16) throws {
        let ruleset = try ShippedRules.ruleset()
        let exports = Exports(ruleset)
        let place = try #require(ruleset.outcomes.firstIndex { $0.id == outcome })
        let next = try #require(ruleset.nextSteps.firstIndex { $0.id == step })
        let verdict = verdict(outcome: place, step: next)
        #expect(exports.mask(verdict) == mask)
        #expect(exports.outcome(verdict) == outcome)
        #expect(exports.nextStep(verdict) == step)
    }

    /// The lists of a run are told apart by eligibility and flag alone, whatever the rules call their outcomes.
    @Test func nobodyIsBothFlaggedAndIneligible() throws {
        let ruleset = try ShippedRules.ruleset()
        let exports = Exports(ruleset)
        for (place, term) in ruleset.outcomes.enumerated() {
            let mask = exports.mask(verdict(outcome: place))
            #expect((mask & 1 != 0) == term.flagged)
            #expect((mask & 2 != 0) == !term.eligible)
        }
    }

    @Test func reasonsStandInByteOrder() throws {
        let ruleset = try ShippedRules.ruleset()
        let exports = Exports(ruleset)
        let all = ruleset.reasons.indices.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
        let ids = exports.reasonText(all).split(separator: ";").map(String.init)
        #expect(ids == ruleset.reasons.map(\.id).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(exports.reasonText(0).isEmpty)
        let last = try #require(ruleset.reasons.last)
        #expect(exports.reasonText(1 << UInt64(ruleset.reasons.count - 1) | 1) == "\(ruleset.reasons[0].id);\(last.id)")
    }

    @Test func cellsOfAVerdict() throws {
        let ruleset = try ShippedRules.ruleset()
        let exports = Exports(ruleset)
        let first = ruleset.reasons[0].id
        #expect(
            String(decoding: exports.cells(verdict(outcome: 0, code: 12, reasons: 1)), as: UTF8.self)
                == "\(ruleset.outcomes[0].id),12,\(first)")
        #expect(
            String(decoding: exports.cells(verdict(outcome: 1)), as: UTF8.self) == "\(ruleset.outcomes[1].id),,")
    }

    /// A number that no rules have is nobody's: nothing is exported, nothing traps.
    @Test func numbersOutsideTheRulesAreNothing() throws {
        let exports = Exports(try ShippedRules.ruleset())
        let strange = verdict(outcome: 255, step: 255)
        #expect(exports.mask(strange) == 0)
        #expect(exports.outcome(strange).isEmpty)
        #expect(exports.nextStep(strange).isEmpty)
    }

    /// A date of birth is written as a date only where no reason says that it could not be used.
    @Test func unusableBirthDatesAreToldByTheirReasons() throws {
        let ruleset = try ShippedRules.ruleset()
        var texts = VerdictTexts(Exports(ruleset), ruleset)
        for (bit, _) in ruleset.reasons.enumerated() {
            texts.learn(verdict(outcome: 0, reasons: 1 << UInt64(bit)))
        }
        let unusable = zip(ruleset.reasons, texts.haveBirthDate).filter { !$1 }.map(\.0.id)
        #expect(unusable == ["birth_date_future", "birth_date_implausible", "birth_date_invalid"])
        #expect(texts.verdicts.count == ruleset.reasons.count)
        #expect(texts.steps.allSatisfy { $0 == Array(ruleset.nextSteps[0].id.utf8) })
    }
}
