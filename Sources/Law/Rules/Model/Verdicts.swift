/// What was decided for a batch of people. Arrays are indexed by row.
public struct Verdicts: Sendable {
    /// As many reasons as a word of `reasons` has bits.
    public static let reasonLimit = 64
    /// The largest KPU code: the codes of a person's failing requirements are bits of a word.
    public static let codeLimit = 31

    public internal(set) var count = 0
    /// Index into the ruleset's outcomes.
    public internal(set) var outcome: [UInt8] = []
    /// The code of the election authority's forms; 0 = none.
    public internal(set) var kpuCode: [UInt8] = []
    /// Index into the ruleset's next steps.
    public internal(set) var nextStep: [UInt8] = []
    /// Bit i: the i-th reason of the ruleset holds.
    public internal(set) var reasons: [UInt64] = []
    /// A bitmap of the people the attribute `first_time` holds for, 64 rows a word, lowest bit first.
    public internal(set) var firstTime: [UInt64] = []

    public init() {}

    /// Makes room for `count` rows; keeps storage, so that nothing is allocated once it is warm.
    mutating func reset(_ count: Int) {
        self.count = count
        func clear<Word: FixedWidthInteger>(_ column: inout [Word], _ length: Int) {
            column.removeAll(keepingCapacity: true)
            column.append(contentsOf: repeatElement(0, count: length))
        }
        clear(&outcome, count)
        clear(&kpuCode, count)
        clear(&nextStep, count)
        clear(&reasons, count)
        clear(&firstTime, (count + 63) / 64)
    }
}
