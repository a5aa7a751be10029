/// The different verdicts met, each with a number: few, however many people there are.
struct VerdictBook: Sendable {
    /// Everything that was said about a person.
    struct Verdict: Hashable, Sendable {
        /// Bit i = reason i of the ruleset.
        var reasons: UInt64
        /// Index into the ruleset's outcomes.
        var outcome: UInt8
        /// 0 = none.
        var kpuCode: UInt8
        /// Index into the ruleset's next steps.
        var nextStep: UInt8
        var firstTime: Bool
    }

    private(set) var verdicts: [Verdict] = []
    /// People by verdict.
    private(set) var persons: [Int] = []
    private var numbers: [Verdict: Int] = [:]
    /// Verdicts met of late, each at a place that follows from its reasons: most people share a few.
    private var recent: [(verdict: Verdict, number: Int)?] = Array(repeating: nil, count: 64)

    /// The number of a verdict, counting one person to it.
    mutating func count(_ verdict: Verdict) -> Int {
        let said = UInt64(verdict.outcome) | UInt64(verdict.nextStep) << 8 | (verdict.firstTime ? 1 << 16 : 0)
        let place = Int(truncatingIfNeeded: ((verdict.reasons ^ said << 40) &* 0x9E37_79B9_7F4A_7C15) >> 58)
        if let known = recent[place], known.verdict == verdict {
            persons[known.number] += 1
            return known.number
        }
        let number: Int
        if let known = numbers[verdict] {
            number = known
        } else {
            number = verdicts.count
            numbers[verdict] = number
            verdicts.append(verdict)
            persons.append(0)
        }
        persons[number] += 1
        recent[place] = (verdict, number)
        return number
    }
}
