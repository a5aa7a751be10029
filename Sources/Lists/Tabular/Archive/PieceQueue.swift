import Columns

/// Hands pieces from a thread that inflates to one that reads, a few at a time, so that both work at once.
final class PieceQueue: Sendable {
    private struct State {
        var empty: [Piece] = []
        var full: [Piece] = []
        /// Set once there are no more.
        var outcome: Result<Void, WorkbookProblem>?
        /// The reader wants no more.
        var isAbandoned = false
        var thread: JoinedThread?
    }

    private let state: Guarded<State>

    init(pieces: Int = 3) {
        state = Guarded(State(empty: (0..<max(2, pieces)).map { _ in Piece() }))
    }

    /// Starts a thread that fills pieces until there are no more; false if the system has none to give.
    func start(
        _ make: @escaping @Sendable () throws(WorkbookProblem) -> PartInflation
    ) -> Bool {
        let thread = JoinedThread.start(stackSize: 1 << 20) { [self] in
            let outcome: Result<Void, WorkbookProblem>
            do throws(WorkbookProblem) {
                let inflation = try make()
                while let piece = emptyPiece() {
                    piece.clear()
                    guard try inflation.fill(piece) else { break }
                    change { $0.full.append(piece) }
                }
                outcome = .success(())
            } catch {
                outcome = .failure(error)
            }
            change { $0.outcome = outcome }
        }
        state.withLock { $0.thread = thread }
        return thread != nil
    }

    /// The next piece; nil behind the last one.
    func next() throws(WorkbookProblem) -> Piece? {
        let found = state.wait { state -> Result<Piece?, WorkbookProblem>? in
            if !state.full.isEmpty { return .success(state.full.removeFirst()) }
            switch state.outcome {
            case .success: return .success(nil)
            case .failure(let problem): return .failure(problem)
            case nil: return nil
            }
        }
        return try found.get()
    }

    /// Gives a piece back to be filled again.
    func give(_ piece: Piece) { change { $0.empty.append(piece) } }

    /// Stops the thread and waits until it has ended.
    func finish() {
        change { $0.isAbandoned = true }
        state.withLock { $0.thread }?.join()
    }

    /// nil where the reader wants no more.
    private func emptyPiece() -> Piece? {
        state.wait { state -> Piece?? in
            if state.isAbandoned { return .some(nil) }
            return state.empty.isEmpty ? nil : .some(state.empty.removeLast())
        }
    }

    private func change(_ body: (inout State) -> Void) {
        state.withLock(body)
        state.wake()
    }
}
