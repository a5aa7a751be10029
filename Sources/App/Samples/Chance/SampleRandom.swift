/// Seeded random numbers, the same on every machine: xoshiro256** started from SplitMix64; integers only.
///
/// Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators" (2018), public domain code.
struct SampleRandom {
    private var a: UInt64
    private var b: UInt64
    private var c: UInt64
    private var d: UInt64

    init(seed: UInt64) {
        var state = seed
        func split() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
        a = split()
        b = split()
        c = split()
        d = split()
    }

    mutating func next() -> UInt64 {
        let result = Self.rotate(b &* 5, 7) &* 9
        let shifted = b << 17
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= shifted
        d = Self.rotate(d, 45)
        return result
    }

    /// A number in `0 ..< count`; 0 where `count` is 0 or less. `count` is below 2³².
    mutating func below(_ count: Int) -> Int {
        guard count > 0 else { return 0 }
        return Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: count)) >> 32)
    }

    /// A number in the range, both ends included.
    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True in `share` of 10,000 cases.
    mutating func chance(_ share: Int) -> Bool { below(10_000) < share }

    /// A place in `0 ..< count` that favours the front, as some names are far more common than others.
    mutating func favouring(_ count: Int) -> Int { min(below(count), below(count)) }

    /// A place in the table, each with its weight; 0 where there is none.
    mutating func weighted(_ weights: [Int]) -> Int {
        var rest = below(weights.reduce(0, +))
        for (place, weight) in weights.enumerated() {
            if rest < weight { return place }
            rest -= weight
        }
        return 0
    }

    private static func rotate(_ x: UInt64, _ k: UInt64) -> UInt64 { (x << k) | (x >> (64 - k)) }
}
