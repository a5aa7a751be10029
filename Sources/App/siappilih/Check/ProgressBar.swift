import Columns
import Workers

/// A line on standard error that shows how far a run is, ten times a second at most, and goes away at the end.
final class ProgressBar {
    private let isOver = Guarded(false)
    private let thread: JoinedThread?
    private let console: Console

    /// Where the system has no thread to give, nothing is shown.
    init(_ progress: RunProgress, _ console: Console) {
        self.console = console
        let start = ContinuousClock.now
        thread = JoinedThread.start { [isOver] in
            isOver.wait(milliseconds: 90) { $0 }
            while !isOver.withLock({ $0 }) {
                let line = ProgressLine.text(
                    progress.state, seconds: (ContinuousClock.now - start) / .seconds(1), console.language,
                    blocks: console.hasBlocks)
                console.show("\r\(line)\u{1B}[K")
                isOver.wait(milliseconds: 100) { $0 }
            }
        }
    }

    /// Takes the line away; nothing is drawn afterwards.
    func finish() {
        let wasOver = isOver.withLock { over in
            defer { over = true }
            return over
        }
        isOver.wake()
        thread?.join()
        if !wasOver, thread != nil { console.show("\r\u{1B}[K") }
    }
}
