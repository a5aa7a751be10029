import Columns
public import Diagnostics
import Synchronization

/// Runs one stage on several threads.
public enum Workers {
    /// Calls `work` `count` times, on as many threads as may run at once, each with a state of its own; returns the states.
    /// Where the system has no thread to give, those that there are do all the work.
    ///
    /// The first failure is thrown once every thread has come back; the others stop at their next block.
    public static func run<State: Sendable>(
        _ count: Int, _ make: @Sendable () throws(Failure) -> State,
        _ work: @Sendable (_ state: inout State, _ stop: borrowing StopSign) throws(Failure) -> Void
    ) throws(Failure) -> [State] {
        let finished = Guarded<(states: [(Int, State)], failure: Failure?)>(([], nil))
        let stop = StopSign()
        JoinedThread.perform(max(1, count)) { worker in
            do throws(Failure) {
                var state = try make()
                try work(&state, stop)
                finished.withLock { $0.states.append((worker, state)) }
            } catch {
                stop.raise()
                finished.withLock { $0.failure = $0.failure ?? error }
            }
        }
        let (states, failure) = finished.withLock { ($0.states, $0.failure) }
        if let failure { throw failure }
        return states.sorted { $0.0 < $1.0 }.map(\.1)
    }
}

/// Tells the threads of a stage that one of them failed.
public final class StopSign: Sendable {
    private let raised = Atomic<Bool>(false)

    func raise() { raised.store(true, ordering: .relaxed) }

    /// To be asked between two blocks: whether another thread failed; throws when the user asked to stop.
    public func check() throws(Failure) -> Bool {
        try Interruption.check()
        return raised.load(ordering: .relaxed)
    }
}
