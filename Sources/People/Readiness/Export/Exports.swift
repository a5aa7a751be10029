import Rules
import RunFolder

/// The files of people that a run writes, and which verdict belongs in which.
struct Exports: Sendable {
    enum Kind: Int, CaseIterable, Sendable {
        case flagged, ineligible, collect
        /// Everyone whose NIK is listed more than once.
        case duplicates
        /// People whose NIK whoever made the list has to correct.
        case corrections

        var table: PersonTable {
            switch self {
            case .flagged: .flagged
            case .ineligible: .ineligible
            case .collect: .collect
            case .duplicates: .duplicates
            case .corrections: .corrections
            }
        }

        var fileName: String { table.rawValue }
    }

    /// The files, in the order of the bits of `mask`.
    let kinds: [Kind]
    private let outcomes: [OutcomeTerm]
    private let nextSteps: [String]
    private let reasons: [String]
    /// By number of the next step: whether its people stand in `collect.csv`.
    private let isCollected: [Bool]

    /// Bits of the reasons by which somebody's NIK is to be corrected.
    private let confirmed: UInt64
    private let wrongNIK: UInt64
    private let anothersNIK: UInt64

    /// - Parameter hasAnswers: whether answers of the field or the office were given; nobody has anything to correct
    ///   otherwise.
    init(_ ruleset: Ruleset, hasAnswers: Bool = false) {
        func mask(_ role: ReasonRole) -> UInt64 {
            ruleset.reasons.enumerated().reduce(0) { $1.element.role == role ? $0 | 1 << UInt64($1.offset) : $0 }
        }
        (confirmed, wrongNIK, anothersNIK) = (mask(.confirmed), mask(.wrongNIK), mask(.anothersNIK))
        kinds = Kind.allCases.filter { $0 != .corrections || hasAnswers }
        outcomes = ruleset.outcomes
        nextSteps = ruleset.nextSteps.map(\.id)
        reasons = ruleset.reasons.map(\.id)
        isCollected = ruleset.nextSteps.map { $0.exportedAs == .collect }
    }

    /// Bit of those whose NIK is listed more than once: no verdict says it of the first row of a NIK.
    static let repeated: UInt16 = 1 << UInt16(Kind.duplicates.rawValue)

    /// Bit i = the person stands in `kinds[i]` for what was decided.
    func mask(_ verdict: VerdictBook.Verdict) -> UInt16 {
        guard outcomes.indices.contains(Int(verdict.outcome)) else { return 0 }
        let outcome = outcomes[Int(verdict.outcome)]
        var mask: UInt16 = 0
        if outcome.flagged { mask |= 1 << UInt16(Kind.flagged.rawValue) }
        if !outcome.eligible { mask |= 1 << UInt16(Kind.ineligible.rawValue) }
        let step = Int(verdict.nextStep)
        if isCollected.indices.contains(step), isCollected[step] { mask |= 1 << UInt16(Kind.collect.rawValue) }
        let reasons = verdict.reasons
        if reasons & anothersNIK != 0 || reasons & confirmed != 0 && reasons & wrongNIK != 0,
            kinds.contains(.corrections)
        {
            mask |= 1 << UInt16(Kind.corrections.rawValue)
        }
        return mask
    }

    func isRecorded(_ verdict: VerdictBook.Verdict) -> Bool {
        outcomes.indices.contains(Int(verdict.outcome)) && outcomes[Int(verdict.outcome)].recorded
    }

    func outcome(_ verdict: VerdictBook.Verdict) -> String {
        outcomes.indices.contains(Int(verdict.outcome)) ? outcomes[Int(verdict.outcome)].id : ""
    }

    func nextStep(_ verdict: VerdictBook.Verdict) -> String {
        nextSteps.indices.contains(Int(verdict.nextStep)) ? nextSteps[Int(verdict.nextStep)] : ""
    }

    /// The ids of the reasons, sorted, joined by `;`.
    func reasonText(_ mask: UInt64) -> String {
        reasons.indices.filter { mask >> UInt64($0) & 1 == 1 }.map { reasons[$0] }.joined(separator: ";")
    }

    /// `outcome,kpu_code,reasons`
    func cells(_ verdict: VerdictBook.Verdict) -> [UInt8] {
        let code = verdict.kpuCode == 0 ? "" : String(verdict.kpuCode)
        return Array("\(outcome(verdict)),\(code),\(reasonText(verdict.reasons))".utf8)
    }
}
