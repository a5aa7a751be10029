import Linkage
import Testing

@Suite struct NIKPartitionsTests {
    /// NIKs of one district follow each other; parts must be of like size all the same.
    @Test(arguments: [1, 2, 3, 7, 64, 254])
    func partsAreOfLikeSize(count: Int) {
        let partitions = NIKPartitions(count)
        #expect(partitions.count == count)
        var sizes = [Int](repeating: 0, count: count)
        let people = 200 * 1000
        for number in 0..<UInt64(people) {
            let day = number / 1000 % 28 + 1
            let nik = 1_271_900_000_000_000 + day * 10_000_000_000 + 190 * 10_000 + number * 7919 % 9999 + 1
            let other = nik + number / 28_000 * 1_000_000_000_000
            let part = partitions.number(of: other)
            #expect(part == NIKPartitions(count).number(of: other))
            sizes[part] += 1
        }
        let mean = people / count
        for size in sizes { #expect(abs(size - mean) < mean / 4 + 10) }
    }

    @Test(arguments: [(-3, 1), (0, 1), (1, 1), (254, 254), (255, 254), (Int.max, 254)])
    func countsBeyondTheLimitsAreTheNearest(asked: Int, count: Int) {
        #expect(NIKPartitions(asked).count == count)
    }

    @Test func everyPartIsWithinTheCount() {
        for count in [1, 5, 254] {
            for nik: UInt64 in [1, 1 << 53, (1 << 54) - 1, 9_999_999_999_999_999] {
                #expect(0..<count ~= NIKPartitions(count).number(of: nik))
            }
        }
    }
}
