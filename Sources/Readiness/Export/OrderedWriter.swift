import Columns
import Diagnostics
import Foundation
import Synchronization

/// Writes pieces made on several threads to one file, in their order.
///
/// A thread whose piece is far ahead waits, so that little is held.
final class OrderedWriter: Sendable {
    private struct State: ~Copyable {
        var file: OutputFile
        var next = 0
        var waiting: [Int: [UInt8]] = [:]
        var failure: Failure?
    }
    private let state: Mutex<State>
    private let condition = NSCondition()
    /// Pieces a thread may be ahead.
    private let window = 16
    private let shown: String

    init(_ file: OutputFile, shown: String) {
        state = Mutex(State(file: file))
        self.shown = shown
    }

    /// The file, once every piece was handed in.
    func finish() -> OutputFile { state.withLock { $0.file } }

    /// Hands in piece `number`; pieces are 0, 1, 2, … without a gap.
    func write(_ number: Int, _ bytes: [UInt8]) throws(Failure) {
        condition.lock()
        while state.withLock({ number >= $0.next + window && $0.failure == nil }) {
            _ = condition.wait(until: Date(timeIntervalSinceNow: 0.05))
            if Interruption.isRequested { break }
        }
        condition.unlock()
        let failure = state.withLock { state -> Failure? in
            state.waiting[number] = bytes
            while state.failure == nil, let piece = state.waiting.removeValue(forKey: state.next) {
                do throws(FileError) {
                    try state.file.append(piece)
                } catch {
                    state.failure = error.outputFailure(shown: shown)
                }
                state.next += 1
            }
            return state.failure
        }
        condition.lock()
        condition.broadcast()
        condition.unlock()
        if let failure { throw failure }
    }
}
