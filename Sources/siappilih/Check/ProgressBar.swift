import Diagnostics
import Dispatch
import Readiness

/// A line on standard error that shows how far a run is, ten times a second at most, and goes away at the end.
final class ProgressBar {
    private let timer: any DispatchSourceTimer
    private let console: Console

    init(_ progress: RunProgress, _ console: Console) {
        self.console = console
        timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "progress"))
        timer.schedule(deadline: .now() + .milliseconds(90), repeating: .milliseconds(100))
        timer.setEventHandler { Self.draw(progress.state, console) }
        timer.resume()
    }

    /// Takes the line away; nothing is drawn afterwards.
    func finish() {
        guard !timer.isCancelled else { return }
        timer.cancel()
        console.show("\r\u{1B}[K")
    }

    private static func draw(_ state: (done: Int, all: Int), _ console: Console) {
        let words = console.text(Bilingual(id: "Memeriksa", en: "Checking"))
        guard state.all > 0 else { return console.show("\r\(words) …\u{1B}[K") }
        let done = min(state.done, state.all)
        let bar = TextLayout.left(Figures.bar(done, of: state.all, width: 30, blocks: console.hasBlocks), 30)
        console.show("\r\(words) \(bar) \(Figures.share(done, of: state.all, console.language))\u{1B}[K")
    }
}
