import Columns
import FoundationEssentials
import Glibc
import RunFolder

@main struct Program {
    static func main() {
        OpenFileLimit.raise()
        SizeLimitSignal.ignore()
        let words = Array(CommandLine.arguments.dropFirst())
        let environment = ProcessInfo.processInfo.environment
        let console = Console(words: words, environment: environment)
        if let warning = RunClock.warning(environment), !words.contains("--quiet") { console.report(warning) }
        let code = Commands.run(words, console)
        // Nothing runs once `exit` takes the process apart.
        JoinedThread.endAll()
        exit(code)
    }
}
