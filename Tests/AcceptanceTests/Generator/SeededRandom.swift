/// SplitMix64: the same seed gives the same people on every machine.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &self)
    }

    mutating func chance(_ percent: Int) -> Bool {
        number(1...100) <= percent
    }

    mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices[number(0...(choices.count - 1))]
    }

    /// One of several choices, each as likely as its weight says.
    mutating func pick<Choice>(weighted choices: [(Int, Choice)]) -> Choice {
        var left = number(1...choices.map(\.0).reduce(0, +))
        for (weight, choice) in choices {
            left -= weight
            if left <= 0 { return choice }
        }
        return choices[0].1
    }
}
