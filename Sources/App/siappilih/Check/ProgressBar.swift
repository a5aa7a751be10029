import Dispatch
import Workers

/// A line on standard error that shows how far a run is, ten times a second at most, and goes away at the end.
final class ProgressBar {
    private let timer: any DispatchSourceTimer
    private let console: Console

    init(_ progress: RunProgress, _ console: Console) {
        self.console = console
        timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "progress"))
        timer.schedule(deadline: .now() + .milliseconds(90), repeating: .milliseconds(100))
        let start = DispatchTime.now().uptimeNanoseconds
        timer.setEventHandler {
            let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
            let line = ProgressLine.text(
                progress.state, seconds: seconds, console.language, blocks: console.hasBlocks)
            console.show("\r\(line)\u{1B}[K")
        }
        timer.resume()
    }

    /// Takes the line away; nothing is drawn afterwards.
    func finish() {
        guard !timer.isCancelled else { return }
        timer.cancel()
        console.show("\r\u{1B}[K")
    }
}
