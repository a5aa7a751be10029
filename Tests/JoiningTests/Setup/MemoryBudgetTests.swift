import Columns
import Linkage
import Testing

@testable import Joining

@Suite struct MemoryBudgetTests {
    @Test(
        arguments: [
            ("300M", 300 << 20), ("8G", 8 << 30), ("1.5G", 3 << 29), ("1,5g", 3 << 29), ("64m", 64 << 20),
            ("100000K", 102_400_000), ("1T", 1 << 40), ("67108864", 64 << 20), ("0.5G", 512 << 20),
            ("", nil), ("G", nil), ("8 G", nil), ("-8G", nil), ("8GB", nil), ("8X", nil), ("1.5", nil), (".5G", nil),
            ("1.G", nil), ("1.2.3G", nil), ("1e3M", nil), ("99999999999999999999G", nil), ("９M", nil),
        ] as [(String, Int?)])
    func sizes(text: String, bytes: Int?) {
        #expect(MemoryBudget.bytes(text) == bytes)
    }

    @Test func anIndexThatFitsStaysWhole() {
        #expect(MemoryBudget(bytes: 300 << 20).partitions(people: 10_000_000) == nil)
        #expect(MemoryBudget(bytes: 8 << 30).partitions(people: 196_500_000) == nil)
        #expect(MemoryBudget.standard.partitions(people: 1000) == nil)
    }

    /// The index of a part takes at most half of what is left beside the program's own needs.
    @Test(arguments: [64, 65, 100, 300, 1000], [700, 20_000, 1_000_000, 10_000_000, 196_500_000])
    func partsFit(megabytes: Int, people: Int) throws {
        let room = max((megabytes << 20) - MemoryBudget.smallest, 8 << 10)
        guard let partitions = MemoryBudget(bytes: megabytes << 20).partitions(people: people) else {
            #expect(KeyIndex.bytes(expected: people) <= room)
            return
        }
        #expect(KeyIndex.bytes(expected: people) > room)
        #expect(partitions.count >= 2)
        #expect(partitions.count == 254 || KeyIndex.bytes(expected: people) / partitions.count <= room / 2)
    }

    @Test func theSmallestBudgetCutsEvenASmallDistrict() throws {
        let partitions = try #require(MemoryBudget(bytes: MemoryBudget.smallest).partitions(people: 700))
        #expect(partitions.count == 4)
    }

    /// Shared texts take a quarter of little memory, and never more than they would of much.
    @Test(arguments: [(64, 16), (128, 32), (256, 64), (8192, 64)]) func sharedTexts(megabytes: Int, share: Int) {
        #expect(MemoryBudget(bytes: megabytes << 20).sharedTexts == share << 20)
    }
}
