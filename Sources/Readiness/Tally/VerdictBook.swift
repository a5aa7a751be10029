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
    private var last: (verdict: Verdict, number: Int)?

    /// The number of a verdict, counting one person to it.
    mutating func count(_ verdict: Verdict) -> Int {
        if let last, last.verdict == verdict {
            persons[last.number] += 1
            return last.number
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
        last = (verdict, number)
        return number
    }
}
