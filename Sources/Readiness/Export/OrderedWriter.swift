import Columns
import Diagnostics
import Foundation

/// Writes pieces made on several threads to one or more files, in their order.
///
/// A thread whose piece is far ahead waits, so that little is held.
final class OrderedWriter: Sendable {
    private struct State {
        var files: [OutputFile]
        var next = 0
        var waiting: [Int: [LineBuffer]] = [:]
        /// Buffers whose text was written: their room is used again.
        var spare: [[LineBuffer]] = []
        var failure: Failure?
    }
    private let state: Guarded<State>
    private let condition = NSCondition()
    /// Pieces a thread may be ahead.
    private let window = 16
    private let shown: [String]

    /// - Parameter files: with the name that messages give each.
    init(_ files: [(file: OutputFile, shown: String)]) {
        state = Guarded(State(files: files.map(\.file)))
        shown = files.map(\.shown)
    }

    /// The files, once every piece was handed in.
    func finish() -> [OutputFile] { state.withLock { $0.files } }

    /// Hands in piece `number`, one buffer a file; they come back empty. Pieces are 0, 1, 2, … without a gap.
    func write(_ number: Int, _ lines: inout [LineBuffer]) throws(Failure) {
        var piece = lines
        lines = []
        try waitForTurn(number)
        let failure = state.withLock { state -> Failure? in
            guard number == state.next else {
                state.waiting[number] = piece
                piece = state.spare.popLast() ?? state.files.map { _ in LineBuffer() }
                return state.failure
            }
            write(&piece, &state)
            while var waiting = state.waiting.removeValue(forKey: state.next) {
                write(&waiting, &state)
                state.spare.append(waiting)
            }
            return state.failure
        }
        lines = piece
        condition.lock()
        condition.broadcast()
        condition.unlock()
        if let failure { throw failure }
    }

    private func write(_ piece: inout [LineBuffer], _ state: inout State) {
        for (place, file) in state.files.enumerated() where place < piece.count {
            do throws(FileError) {
                if state.failure == nil { try file.append(piece[place]) }
            } catch {
                state.failure = error.outputFailure(shown: shown[place])
            }
            piece[place].removeAll()
        }
        state.next += 1
    }

    private func waitForTurn(_ number: Int) throws(Failure) {
        func mustWait() -> Bool { state.withLock { number >= $0.next + window && $0.failure == nil } }
        guard mustWait() else { return }
        condition.lock()
        defer { condition.unlock() }
        while mustWait() {
            _ = condition.wait(until: Date(timeIntervalSinceNow: 0.05))
            if Interruption.isRequested { break }
        }
    }
}
