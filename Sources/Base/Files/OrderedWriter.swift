public import Columns
public import Diagnostics
public import Workers

/// Writes pieces made on several threads to one or more files, in their order.
///
/// The thread that brings the next piece writes it, and those behind it that others left meanwhile. A thread whose piece
/// is far ahead waits, so that little is held.
public final class OrderedWriter: Sendable {
    private struct State {
        /// The piece to be written next, or being written.
        var next = 0
        var isWriting = false
        var waiting: [Int: [LineBuffer]] = [:]
        /// Buffers whose text was written: their room is used again.
        var spare: [[LineBuffer]] = []
        var failure: Failure?
    }
    private let state = Guarded(State())
    /// Of the thread that writes.
    private let files: [TableFile]
    /// Pieces a thread may be ahead.
    private let window = 16
    private let shown: [String]

    /// - Parameter files: with the name that messages give each.
    public init(_ files: [(file: TableFile, shown: String)]) {
        self.files = files.map(\.file)
        shown = files.map(\.shown)
    }

    /// The files, once every piece was handed in.
    public func finish() -> [OutputFile] { files.map(\.file) }

    /// Hands in piece `number`, one buffer a file; they come back empty. Pieces are 0, 1, 2, … without a gap, unless a
    /// thread fails, which `stop` tells.
    public func write(_ number: Int, _ lines: inout [LineBuffer], _ stop: borrowing StopSign) throws(Failure) {
        if try waitForTurn(number, stop) { return }
        var piece = lines
        lines = []
        var isMine = state.withLock { state -> Bool in
            if number == state.next, !state.isWriting {
                state.isWriting = true
                return true
            }
            state.waiting[number] = piece
            piece = state.spare.popLast() ?? files.map { _ in LineBuffer() }
            return false
        }
        while isMine {
            let failure = write(&piece)
            isMine = state.withLock { state -> Bool in
                state.failure = state.failure ?? failure
                state.next += 1
                guard let following = state.waiting.removeValue(forKey: state.next) else {
                    state.isWriting = false
                    return false
                }
                state.spare.append(piece)
                piece = following
                return true
            }
            state.wake()
        }
        lines = piece
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }

    /// Appends a piece to the files and empties it.
    private func write(_ piece: inout [LineBuffer]) -> Failure? {
        var failure = state.withLock { $0.failure }
        for (place, file) in files.enumerated() where place < piece.count {
            do throws(FileError) {
                if failure == nil { try file.append(piece[place]) }
            } catch {
                failure = error.outputFailure(shown: shown[place])
            }
            piece[place].removeAll()
        }
        return failure
    }

    /// Waits until piece `number` is near enough; returns whether another thread failed, so that it will never be.
    private func waitForTurn(_ number: Int, _ stop: borrowing StopSign) throws(Failure) -> Bool {
        func isNear(_ state: inout State) -> Bool { number < state.next + window || state.failure != nil }
        while !state.withLock(isNear) {
            if try stop.check() { return true }
            state.wait(milliseconds: 50, until: isNear)
        }
        return false
    }
}
