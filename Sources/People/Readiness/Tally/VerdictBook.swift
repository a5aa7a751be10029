import RoleLists
import Rules

/// The different verdicts met, each with a number: few, however many people there are.
struct VerdictBook: Sendable {
    /// Everything that was decided of a person.
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
    /// A verdict met of late: its reasons, everything else in one word, its number.
    private struct Recent: Sendable {
        var reasons: UInt64
        var packed: UInt64
        var number: Int
    }
    /// Verdicts met of late, each at a place that follows from its words: most people share a few.
    private var recent = [Recent](repeating: Recent(reasons: 0, packed: .max, number: 0), count: 64)

    /// Puts the number of each person's verdict into `numbers`, counting the person to it.
    mutating func count(_ people: borrowing Verdicts, into numbers: inout [Int]) {
        ColumnDecoding.resize(&numbers, people.count)
        var row = 0
        while row < people.count {
            row = countKnown(people, from: row, into: &numbers)
            if row == people.count { return }
            numbers[row] = learn(
                Verdict(
                    reasons: people.reasons[row], outcome: people.outcome[row], kpuCode: people.kpuCode[row],
                    nextStep: people.nextStep[row], firstTime: Bits.isSet(people.firstTime, row)))
            row += 1
        }
    }

    /// The same as long as verdicts were met of late; returns the first row whose verdict was not.
    private mutating func countKnown(
        _ people: borrowing Verdicts, from first: Int, into numbers: inout [Int]
    ) -> Int {
        let reasons = people.reasons.span
        let outcomes = people.outcome.span
        let codes = people.kpuCode.span
        let steps = people.nextStep.span
        let firstTimers = people.firstTime.span
        let places = self.recent
        let recent = places.span
        var persons = self.persons.mutableSpan
        var into = numbers.mutableSpan
        for row in first..<people.count {
            let firstTime = firstTimers[row >> 6] >> UInt64(row & 63) & 1
            let packed = Self.packed(outcomes[row], codes[row], steps[row], firstTime)
            let known = recent[Self.place(reasons[row], packed)]
            guard known.reasons == reasons[row], known.packed == packed else { return row }
            persons[known.number] += 1
            into[row] = known.number
        }
        return people.count
    }

    /// The number of a verdict not met of late, counting one person to it.
    private mutating func learn(_ verdict: Verdict) -> Int {
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
        let packed = Self.packed(verdict.outcome, verdict.kpuCode, verdict.nextStep, verdict.firstTime ? 1 : 0)
        recent[Self.place(verdict.reasons, packed)] = Recent(reasons: verdict.reasons, packed: packed, number: number)
        return number
    }

    @inline(__always)
    private static func packed(_ outcome: UInt8, _ code: UInt8, _ step: UInt8, _ firstTime: UInt64) -> UInt64 {
        UInt64(outcome) | UInt64(step) << 8 | UInt64(code) << 16 | firstTime << 24
    }

    @inline(__always)
    private static func place(_ reasons: UInt64, _ packed: UInt64) -> Int {
        Int(truncatingIfNeeded: ((reasons ^ packed << 32) &* 0x9E37_79B9_7F4A_7C15) >> 58)
    }
}
