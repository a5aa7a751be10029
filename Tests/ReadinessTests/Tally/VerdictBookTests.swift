import Testing

@testable import Readiness
@testable import Rules

@Suite struct VerdictBookTests {
    /// A batch of verdicts as `Rules` gives them.
    private func batch(_ verdicts: [VerdictBook.Verdict]) -> Verdicts {
        var people = Verdicts()
        people.reset(verdicts.count)
        for (row, verdict) in verdicts.enumerated() {
            people.reasons[row] = verdict.reasons
            people.outcome[row] = verdict.outcome
            people.kpuCode[row] = verdict.kpuCode
            people.nextStep[row] = verdict.nextStep
            if verdict.firstTime { people.firstTime[row >> 6] |= 1 << UInt64(row & 63) }
        }
        return people
    }

    /// Verdicts that differ in one element only, among them more than are remembered at a time.
    private func verdict(_ seed: inout UInt64, kinds: UInt64) -> VerdictBook.Verdict {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let kind = (seed >> 33) % kinds
        return VerdictBook.Verdict(
            reasons: 1 << (kind % 64), outcome: UInt8(kind / 64 % 7), kpuCode: UInt8(kind % 13),
            nextStep: UInt8(kind / 448 % 8), firstTime: kind % 5 == 0)
    }

    /// Equal verdicts bear one number, others another; each person is counted to theirs.
    @Test(arguments: [1, 3, 64, 5000] as [UInt64], [1, 63, 64, 65, 700])
    func everyVerdictHasANumberOfItsOwn(kinds: UInt64, size: Int) {
        var seed = kinds &+ UInt64(size)
        var book = VerdictBook()
        var numbers: [Int] = []
        var persons: [VerdictBook.Verdict: Int] = [:]
        for _ in 0..<5 {
            let verdicts = (0..<size).map { _ in verdict(&seed, kinds: kinds) }
            book.count(batch(verdicts), into: &numbers)
            #expect(numbers.map { book.verdicts[$0] } == verdicts)
            for verdict in verdicts { persons[verdict, default: 0] += 1 }
        }
        #expect(Set(book.verdicts).count == book.verdicts.count)
        #expect(Dictionary(uniqueKeysWithValues: zip(book.verdicts, book.persons)) == persons)
    }

    @Test(arguments: [
        VerdictBook.Verdict(reasons: 1, outcome: 1, kpuCode: 2, nextStep: 3, firstTime: false),
        VerdictBook.Verdict(reasons: 2, outcome: 0, kpuCode: 2, nextStep: 3, firstTime: false),
        VerdictBook.Verdict(reasons: 2, outcome: 1, kpuCode: 0, nextStep: 3, firstTime: false),
        VerdictBook.Verdict(reasons: 2, outcome: 1, kpuCode: 2, nextStep: 0, firstTime: false),
        VerdictBook.Verdict(reasons: 2, outcome: 1, kpuCode: 2, nextStep: 3, firstTime: true),
        VerdictBook.Verdict(reasons: 2 | 1 << 63, outcome: 1, kpuCode: 2, nextStep: 3, firstTime: false),
    ])
    func eachElementTellsVerdictsApart(other: VerdictBook.Verdict) {
        let first = VerdictBook.Verdict(reasons: 2, outcome: 1, kpuCode: 2, nextStep: 3, firstTime: false)
        var book = VerdictBook()
        var numbers: [Int] = []
        book.count(batch([first, other, first, other, other]), into: &numbers)
        #expect(numbers == [0, 1, 0, 1, 1])
        #expect(book.persons == [2, 3])
    }

    @Test func nobodyHasNoNumber() {
        var book = VerdictBook()
        var numbers = [7, 7]
        book.count(batch([]), into: &numbers)
        #expect(numbers.isEmpty)
        #expect(book.verdicts.isEmpty)
    }
}
