import Testing

@testable import Columns

@Suite struct JoinedThreadTests {
    @Test func aStackThatNoThreadCanHaveIsRefused() {
        #expect(JoinedThread.start(stackSize: Int.max - 4095) { Issue.record("it ran") } == nil)
    }

    /// What a thread did is there once it is joined, however often.
    @Test func aJoinedThreadHasEnded() {
        let done = Guarded(0)
        let thread = JoinedThread.start { done.withLock { $0 += 1 } }
        thread?.join()
        thread?.join()
        #expect(done.withLock { $0 } == 1)
    }

    @Test(arguments: [0, 1, 2, 7, 1000]) func everyNumberIsTakenOnce(count: Int) {
        let taken = Guarded<[Int]>([])
        JoinedThread.perform(count) { number in taken.withLock { $0.append(number) } }
        #expect(taken.withLock { $0.sorted() } == Array(0..<count))
    }
}
