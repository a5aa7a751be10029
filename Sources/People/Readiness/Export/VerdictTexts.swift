import Columns
import Rules

/// What is written of each verdict, by its number in a `VerdictBook`.
struct VerdictTexts: Sendable {
    /// `outcome,kpu_code,reasons`
    private(set) var verdicts: [[UInt8]] = []
    /// `next_step`
    private(set) var steps: [[UInt8]] = []
    /// Bit i = the person stands in `Exports.kinds[i]`.
    private(set) var masks: [UInt16] = []
    /// Whether the date of birth may be used.
    private(set) var haveBirthDate: [Bool] = []
    /// Whether the person counts as recorded.
    private(set) var recorded: [Bool] = []

    private let exports: Exports
    private let unusable: UInt64

    init(_ exports: Exports, _ ruleset: Ruleset) {
        self.exports = exports
        unusable = ruleset.unusableReasons(of: "person.birth_date")
    }

    /// Adds the verdict of the next number.
    mutating func learn(_ verdict: VerdictBook.Verdict) {
        verdicts.append(exports.cells(verdict))
        steps.append(Array(exports.nextStep(verdict).utf8))
        masks.append(exports.mask(verdict))
        haveBirthDate.append(verdict.reasons & unusable == 0)
        recorded.append(exports.isRecorded(verdict))
    }
}
