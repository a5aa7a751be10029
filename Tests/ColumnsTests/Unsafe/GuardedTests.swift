import Testing

@testable import Columns

@Suite struct GuardedTests {
    private struct Hand: Sendable {
        var number: Int?
        var taken: [Int] = []
        var hasEnded = false
    }

    /// Two threads pass numbers through one place, each waiting for the other.
    @Test(arguments: [1, 2, 1000]) func threadsThatWaitMissNothing(count: Int) {
        let hand = Guarded(Hand())
        let thread = JoinedThread.start(stackSize: 1 << 18) {
            for number in 0..<count {
                hand.wait { hand in hand.number == nil ? () : nil }
                hand.withLock { $0.number = number }
                hand.wake()
            }
            hand.withLock { $0.hasEnded = true }
            hand.wake()
        }
        #expect(thread != nil)
        while let number = hand.wait({ hand -> Int?? in
            if let number = hand.number {
                hand.number = nil
                return .some(number)
            }
            return hand.hasEnded ? .some(nil) : nil
        }) {
            hand.withLock { $0.taken.append(number) }
            hand.wake()
        }
        #expect(hand.withLock { $0.taken } == Array(0..<count))
        thread?.join()
    }

    /// Every thread that waits is woken, not the first alone.
    @Test func oneChangeWakesAll() {
        let state = Guarded((isOpen: false, passed: 0))
        for _ in 0..<4 {
            let thread = JoinedThread.start(stackSize: 1 << 18) {
                state.wait { $0.isOpen ? () : nil }
                state.withLock { $0.passed += 1 }
                state.wake()
            }
            #expect(thread != nil)
        }
        state.withLock { $0.isOpen = true }
        state.wake()
        state.wait { $0.passed == 4 ? () : nil }
        #expect(state.withLock { $0.passed } == 4)
    }

    /// What never comes does not hold the thread up; what is there already is seen at once.
    @Test func aWaitWithAnEndEnds() {
        let looks = Guarded(0)
        looks.wait(milliseconds: 1) { looks in
            looks += 1
            return false
        }
        #expect(looks.withLock { $0 } >= 1)
        looks.withLock { $0 = 0 }
        looks.wait(milliseconds: 60_000) { looks in
            looks += 1
            return true
        }
        #expect(looks.withLock { $0 } == 1)
    }
}
